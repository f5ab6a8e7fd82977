import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allTime, logLoss, replayLoss, type Stretch } from '../../../../src/core/scheduler/fit/log-loss.ts';
import { momentOfLast, type ReviewStep, reviewsOf } from '../../../../src/core/scheduler/fit/reviews.ts';
import { createScheduler, type Memory } from '../../../../src/core/scheduler/memory/fsrs.ts';
import { ownParameters } from '../../../../src/core/scheduler/memory/own-parameters.ts';
import { takeParameters } from '../../../../src/core/scheduler/memory/parameters.ts';
import { anyDeviations } from '../any-deviations.ts';
import { anyReviews, anySteps } from './any-reviews.ts';

const usual = takeParameters();

/** The same from the rules alone: each card by itself, a memory for each answer. */
function naiveLosses(
  steps: readonly ReviewStep[],
  parameters: readonly number[],
  { from, before }: Stretch,
): readonly number[] {
  const scheduler = createScheduler({ desiredRetention: 0.8, parameters });
  const losses: number[] = [];
  let memory: Memory | null = null;
  for (const { elapsedDays, rating, posterior, at, isEvidence } of steps) {
    if (elapsedDays === null) memory = null;
    if (memory !== null && isEvidence && at >= from && at < before) {
      const recall = scheduler.retrievability(memory, elapsedDays ?? 0);
      const lossOf = (chance: number) => -Math.log(Math.min(0.9999, Math.max(0.0001, chance)));
      const share = posterior ?? (rating === 1 ? 0 : 1);
      losses.push(share * lossOf(recall) + (1 - share) * lossOf(1 - recall));
    }
    const [guessed, recalled] = ([1, 3] as const).map((each) => scheduler.next(memory, elapsedDays ?? 0, each));
    if (posterior === null) memory = scheduler.next(memory, elapsedDays ?? 0, rating);
    else {
      memory = {
        stability: guessed!.stability ** (1 - posterior) * recalled!.stability ** posterior,
        difficulty: (1 - posterior) * guessed!.difficulty + posterior * recalled!.difficulty,
      };
    }
  }
  return losses;
}

const anyStretch: fc.Arbitrary<Stretch> = fc
  .tuple(fc.integer({ min: -1, max: 300_000 }), fc.integer({ min: 0, max: 300_000 }))
  .map(([from, length]) => ({ from, before: from + length }));

describe('how well answers are foretold', () => {
  it('[S99] is what a naive replay of each card says, of any stretch of time', () => {
    fc.assert(
      fc.property(anySteps, anyDeviations, anyStretch, (steps, deviations, stretch) => {
        const parameters = ownParameters(deviations);
        const losses = naiveLosses(steps, parameters, stretch);
        const { loss, answers } = replayLoss(reviewsOf(steps), parameters, stretch);
        expect(answers).toBe(losses.length);
        expect(loss).toBeCloseTo(
          losses.reduce((sum, each) => sum + each, 0),
          5,
        );
      }),
    );
  });

  it('[S99] adds up over stretches', () => {
    fc.assert(
      fc.property(anyReviews, fc.integer({ min: 0, max: 200_000 }), (reviews, border) => {
        const parts = [
          { ...allTime, before: border },
          { ...allTime, from: border },
        ].map((stretch) => replayLoss(reviews, usual, stretch));
        const { loss, answers } = replayLoss(reviews, usual, allTime);
        expect(parts.reduce((sum, part) => sum + part.answers, 0)).toBe(answers);
        expect(answers).toBe(reviews.evidence);
        expect(parts.reduce((sum, part) => sum + part.loss, 0)).toBeCloseTo(loss, 9);
      }),
    );
  });

  it('[S99] is nothing of nothing', () => {
    expect(logLoss(reviewsOf([]), usual, allTime)).toBe(0);
    const first: ReviewStep = { elapsedDays: null, rating: 1, posterior: null, at: 0, isEvidence: false };
    const sameDay: ReviewStep = { elapsedDays: 0, rating: 3, posterior: null, at: 1, isEvidence: false };
    expect(logLoss(reviewsOf([first, sameDay]), usual, allTime)).toBe(0);
  });

  it('[S99] depends on answers of the same day, which are no evidence', () => {
    const at = (elapsedDays: number | null, rating: 1 | 3 | 4, at: number, isEvidence = false) =>
      ({ elapsedDays, rating, posterior: null, at, isEvidence }) as const;
    const without = reviewsOf([at(null, 1, 0), at(3, 3, 2, true)]);
    const withStep = reviewsOf([at(null, 1, 0), at(0, 4, 1), at(3, 3, 2, true)]);
    expect(replayLoss(withStep, usual, allTime).answers).toBe(1);
    expect(logLoss(withStep, usual, allTime)).toBeLessThan(logLoss(without, usual, allTime));
  });
});

describe('the last part of the evidence', () => {
  it('[S32] begins where that part of it is left', () => {
    fc.assert(
      fc.property(anyReviews, fc.constantFrom(0.2, 0.3, 0.5), (reviews, part) => {
        const { answers } = replayLoss(reviews, usual, { ...allTime, from: momentOfLast(reviews, part) });
        const moments = [...reviews.at].filter((_, place) => reviews.isEvidence[place] === 1);
        const least = reviews.evidence - Math.floor(reviews.evidence * (1 - part));
        const most = least + moments.filter((at) => at === momentOfLast(reviews, part)).length;
        expect(answers).toBeGreaterThanOrEqual(least);
        expect(answers).toBeLessThanOrEqual(most);
      }),
    );
  });
});
