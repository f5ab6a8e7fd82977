import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rating } from '../../../src/core/model/verdict.ts';
import { createScheduler, type Memory } from '../../../src/core/scheduler/fsrs.ts';
import { nextMemory, retrievability } from './fsrs-formulas.ts';

const scheduler = createScheduler({ desiredRetention: 0.9 });
const rating = fc.constantFrom<Rating>(1, 2, 3, 4);

describe('the memory model', () => {
  it('[S1] follows the published formulas of FSRS-6 through any history', () => {
    const history = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), rating), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(history, (answers) => {
        let ours: Memory | null = null;
        let theirs: Memory | null = null;
        for (const [days, given] of answers) {
          ours = scheduler.next(ours, days, given);
          theirs = nextMemory(theirs, days, given);
          expect(Math.abs(ours.stability / theirs.stability - 1)).toBeLessThan(1e-5);
          expect(Math.abs(ours.difficulty - theirs.difficulty)).toBeLessThan(1e-5);
        }
      }),
    );
  });

  it('[S1] starts a card at the stability of its first rating', () => {
    const first = ([1, 2, 3, 4] as const).map((given) => scheduler.next(null, 0, given).stability);
    expect(first).toEqual([0.212, 1.2931, 2.3065, 8.2956]);
  });

  it('[S2] recall falls to 90 % after as many days as the stability says', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 3000, noNaN: true }), (stability) => {
        expect(scheduler.retrievability({ stability, difficulty: 5 }, stability)).toBeCloseTo(0.9, 6);
        expect(retrievability(stability, stability)).toBeCloseTo(0.9, 12);
      }),
    );
  });

  it('[S3] an interval is whole days, at least one, and longer where less recall is asked for', () => {
    const loose = createScheduler({ desiredRetention: 0.8 });
    expect([scheduler.interval(0.01), scheduler.interval(10), loose.interval(10)]).toEqual([1, 10, 33]);
  });

  it('[S4] practising a known card again on the same day neither helps nor harms it', () => {
    const known = { stability: 30, difficulty: 5 };
    expect(scheduler.next(known, 0, 3).stability).toBe(30);
  });
});
