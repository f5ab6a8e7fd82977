import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GuessHabits } from '../../../../src/core/scheduler/grading/guess-habits.ts';
import { keptPosterior, posteriorRating } from '../../../../src/core/scheduler/grading/posterior-rating.ts';
import { type RightAnswer, recallPosterior } from '../../../../src/core/scheduler/grading/recall-posterior.ts';
import { timeRatio } from '../../../../src/core/scheduler/grading/time-ratio.ts';
import { naivePosterior } from './naive-posterior.ts';

const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
/** Medians so near to each other that a time of some seconds meets no limit. */
const times = fc.record({
  recalled: fc.double({ min: 7, max: 10, noNaN: true }),
  guessed: fc.double({ min: 7, max: 10, noNaN: true }),
  spread: fc.double({ min: 0.5, max: 1, noNaN: true }),
  trust: fc.constant(1),
});
const anyHabits: fc.Arbitrary<GuessHabits> = fc
  .record({ knownShare: share, recalled: share, guessed: share, times })
  .map(({ knownShare, recalled, guessed, times: of }) => ({
    knownShare,
    unsure: { recalled, guessed },
    usesButton: true,
    timesOf: () => of,
  }));
const anyAnswer: fc.Arbitrary<RightAnswer> = fc.record({
  recall: fc.option(share),
  guessRate: fc.constantFrom(0.5, 0.25, 0.2, 0.1),
  kind: fc.constantFrom('choice', 'multi'),
  isGuess: fc.boolean(),
  tookMs: fc.integer({ min: 6000, max: 12_000 }),
});

const plain: GuessHabits = {
  knownShare: 0.68,
  unsure: { recalled: 0.15, guessed: 0.8 },
  usesButton: false,
  timesOf: () => ({ recalled: 8, guessed: 14, spread: 0.5, trust: 1 }),
};
const answer: RightAnswer = { recall: 0.8, guessRate: 0.25, kind: 'choice', isGuess: false, tookMs: 0 };

describe('the posterior of a right answer', () => {
  it('[S80] is what Bayes’ rule gives of what happens', () => {
    fc.assert(
      fc.property(anyAnswer, anyHabits, (right, habits) => {
        expect(recallPosterior(right, habits)).toBeCloseTo(naivePosterior(right, habits), 9);
      }),
    );
  });

  it('[S80] of a recall of 80 % with four options is 16 to 1', () => {
    expect(recallPosterior(answer, plain)).toBeCloseTo(16 / 17, 9);
  });

  it('[S80] is the greater, the likelier recall was, and the less likely a lucky guess', () => {
    fc.assert(
      fc.property(anyAnswer, anyHabits, share, (right, habits, more) => {
        const likelier = { ...right, recall: Math.max(right.recall ?? habits.knownShare, more) };
        const luckier = { ...right, guessRate: right.guessRate * 1.5 };
        expect(recallPosterior(likelier, habits)).toBeGreaterThan(recallPosterior(right, habits) - 1e-12);
        expect(recallPosterior(luckier, habits)).toBeLessThan(recallPosterior(right, habits));
      }),
    );
  });

  it('[S80] is never certain, whatever the memory model says', () => {
    const [never, always] = [0, 1].map((recall) => recallPosterior({ ...answer, recall }, plain));
    expect(never).toBeGreaterThan(0.03);
    expect(always).toBeLessThan(0.998);
  });

  it('[S81] falls by “I’m guessing”, and rises by its absence only of a learner who says so at all', () => {
    const [said, silent] = [true, false].map((isGuess) => recallPosterior({ ...answer, isGuess }, plain));
    expect(said).toBeCloseTo(3 / 4, 9);
    expect(silent).toBeCloseTo(16 / 17, 9);
    const speaking = recallPosterior(answer, { ...plain, usesButton: true });
    expect(speaking).toBeCloseTo((16 * 4.25) / (1 + 16 * 4.25), 9);
  });
});

describe('the time of an answer', () => {
  const of = { recalled: 8, guessed: 14, spread: 0.5, trust: 1 };

  it('[S82] speaks for recall when it is short, and for a guess when it is long', () => {
    expect(timeRatio(8000, of)).toBeCloseTo(1.87, 2);
    expect(timeRatio(14_000, of)).toBeCloseTo(1 / 1.87, 2);
  });

  it('[S82] never speaks louder than three to one', () => {
    fc.assert(
      fc.property(fc.double(), (tookMs) => {
        const ratio = timeRatio(tookMs, of);
        expect(ratio).toBeGreaterThanOrEqual(1 / 3 - 1e-12);
        expect(ratio).toBeLessThanOrEqual(3 + 1e-12);
      }),
    );
  });

  it.each([0, 999, 300_001, -5, Number.NaN, Number.POSITIVE_INFINITY])('[S82] of %d ms says nothing', (tookMs) => {
    expect(timeRatio(tookMs, of)).toBe(1);
  });

  it('[S82] says nothing while the learner’s own times are not known', () => {
    expect(timeRatio(8000, { ...of, trust: 0 })).toBe(1);
  });
});

describe('the rating of a posterior', () => {
  it.each([
    [1, 3],
    [0.8, 3],
    [0.79, 2],
    [0.5, 2],
    [0.49, 1],
    [0, 1],
  ])('[S84] of %d is %d', (posterior, rating) => {
    expect(posteriorRating(posterior)).toBe(rating);
  });

  it('[S85] is kept with two digits, and not from 0.95 on', () => {
    const kept = [0.7449, 0.944, 0.946, 1].map((posterior) => keptPosterior(posterior, false));
    expect(kept).toEqual([0.74, 0.94, undefined, undefined]);
  });

  it('[S85] is kept of every guess, which is never quite sure', () => {
    expect([0.3, 0.968, 1].map((posterior) => keptPosterior(posterior, true))).toEqual([0.3, 0.97, 0.99]);
  });
});
