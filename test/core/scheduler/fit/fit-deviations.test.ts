import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asDeviations, type Deviations } from '../../../../src/core/model/measured-memory.ts';
import { fitDeviations } from '../../../../src/core/scheduler/fit/fit-deviations.ts';
import { allTime } from '../../../../src/core/scheduler/fit/log-loss.ts';
import { type ReviewStep, type Reviews, reviewsOf } from '../../../../src/core/scheduler/fit/reviews.ts';
import { createScheduler, type Memory } from '../../../../src/core/scheduler/memory/fsrs.ts';
import { ownParameters } from '../../../../src/core/scheduler/memory/own-parameters.ts';
import { seededRandom } from '../../../../src/core/text/seeded-random.ts';
import { anyReviews } from './any-reviews.ts';

const spreads = [0.7, 0.39, 0.6, 0.57, 0.25];
const usual: Deviations = [0, 0, 0, 0, 0];

/** The logarithm of the posterior once more, from the rules alone; but for what is the same for all. */
function naiveHeight(steps: readonly ReviewStep[], deviations: readonly number[]): number {
  const scheduler = createScheduler({ desiredRetention: 0.9, parameters: ownParameters(asDeviations(deviations)) });
  let height = 0;
  for (const [place, spread] of spreads.entries()) height -= (deviations[place]! / spread) ** 2 / 2;
  let memory: Memory | null = null;
  for (const { elapsedDays, rating, isEvidence } of steps) {
    if (elapsedDays === null) memory = null;
    if (memory !== null && isEvidence) {
      const recall = scheduler.retrievability(memory, elapsedDays ?? 0);
      height += Math.log(Math.min(0.9999, Math.max(0.0001, rating === 1 ? 1 - recall : recall)));
    }
    memory = scheduler.next(memory, elapsedDays ?? 0, rating);
  }
  return height;
}

/** Answers of somebody with such a memory to so many cards, each reviewed some ten times after uneven days. */
function studied(deviations: Deviations, cards: number, seed: number): readonly ReviewStep[] {
  const draw = seededRandom(seed);
  const scheduler = createScheduler({ desiredRetention: 0.9, parameters: ownParameters(deviations) });
  return Array.from({ length: cards }).flatMap(() => {
    let memory = scheduler.next(null, 0, draw(3) === 0 ? 1 : 3);
    const first: ReviewStep = {
      elapsedDays: null,
      rating: memory.stability < 1 ? 1 : 3,
      posterior: null,
      at: 0,
      isEvidence: false,
    };
    const rest = Array.from({ length: 10 }, (_, place): ReviewStep => {
      const elapsedDays = 1 + Math.floor((memory.stability * draw(300)) / 100);
      const isRecalled = draw(1e6) / 1e6 < scheduler.retrievability(memory, elapsedDays);
      const rating = isRecalled ? 3 : 1;
      memory = scheduler.next(memory, elapsedDays, rating);
      return { elapsedDays, rating, posterior: null, at: place + 1, isEvidence: true };
    });
    return [first, ...rest];
  });
}

describe('a fit of a learner’s own parameters', () => {
  it('[S99] finds what is as likely as the best of a thousand others, by a naive measure', () => {
    for (const deviations of [
      [-0.8, -0.3, 0.5, 0, 0.2],
      [0.9, 0.2, -0.1, 0.6, -0.3],
    ] as const) {
      const steps = studied(deviations, 60, 11);
      const found = fitDeviations(reviewsOf(steps), allTime);
      const height = naiveHeight(steps, found);
      expect(height).toBeGreaterThan(naiveHeight(steps, usual));
      expect(height).toBeGreaterThan(naiveHeight(steps, deviations));
      const draw = seededRandom(5);
      const near = () => (draw(2001) - 1000) / 1000;
      const others = Array.from({ length: 1000 }, (_, n) =>
        spreads.map((spread, place) => (n % 2 === 0 ? found[place]! + 0.3 * spread * near() : 2 * spread * near())),
      );
      const best = Math.max(...others.map((other) => naiveHeight(steps, other)));
      // The search stops when its steps are short; what is left is far from what evidence could tell.
      expect(height).toBeGreaterThan(best - 0.5);
    }
  });

  it('[S99] is of a usual memory near the usual one', () => {
    for (const seed of [1, 2, 3]) {
      const found = fitDeviations(reviewsOf(studied(usual, 300, seed)), allTime);
      expect(Math.hypot(...found.map((value, place) => value / spreads[place]!))).toBeLessThan(1);
    }
  });

  it('[S99] is the usual one where nothing is known', () => {
    const known = (reviews: Reviews) => fitDeviations(reviews, { ...allTime, before: -1 });
    fc.assert(fc.property(anyReviews, (reviews) => void expect(known(reviews)).toEqual(usual)));
  });

  it('[S99] is what a register can hold, and the same each time', () => {
    fc.assert(
      fc.property(anyReviews, (reviews) => {
        const found = fitDeviations(reviews, allTime);
        expect(asDeviations(found)).toEqual(found);
        expect(fitDeviations(reviews, allTime)).toEqual(found);
      }),
      { numRuns: 40 },
    );
  });
});
