import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rating } from '../../../../src/core/model/verdict.ts';
import { createScheduler, type Memory } from '../../../../src/core/scheduler/memory/fsrs.ts';
import { defaultWeights, nextMemory, retrievability } from './fsrs-formulas.ts';

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

  it('[S1] follows the formulas with the 19 parameters of FSRS-5 and without same-day steps, too', () => {
    fc.assert(
      fc.property(someWeights(19), fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), rating)), (weights, answers) => {
        const options = { shortTerm: false, parameters: weights };
        const ours = createScheduler({ desiredRetention: 0.9, ...options });
        let found: Memory | null = null;
        let wanted: Memory | null = null;
        for (const [days, given] of answers) {
          found = ours.next(found, days, given);
          wanted = nextMemory(wanted, days, given, { weights: [...weights, 0, 0.5], shortTerm: false });
          expect(Math.abs(found.stability / wanted.stability - 1)).toBeLessThan(1e-4);
          expect(Math.abs(found.difficulty - wanted.difficulty)).toBeLessThan(1e-4);
        }
      }),
    );
  });

  it('[S1] takes the 17 parameters of FSRS-4.5 for what they mean in FSRS-6', () => {
    fc.assert(
      fc.property(someWeights(17), (weights) => {
        const moved = [...weights, 0, 0, 0, 0.5];
        moved[4] = weights[5]! * 2 + weights[4]!;
        moved[5] = Math.log(weights[5]! * 3 + 1) / 3;
        moved[6] = weights[6]! + 0.5;
        const [old, now] = [weights, moved].map((parameters) => studyWith(parameters));
        for (const [index, value] of (old ?? []).entries()) expect(value / now![index]! - 1).toBeCloseTo(0, 5);
      }),
    );
  });

  it('[S1] takes a parameter past its range for the end of the range', () => {
    for (const end of [0, 1] as const) {
      const atEnd = ranges.map((range) => range[end]);
      expect(studyWith(atEnd.map((value) => value + (end === 1 ? 1000 : -1000)))).toEqual(studyWith(atEnd));
    }
  });
});

/** Default weights, each up to a twentieth more: one of them is the least that it may be. */
function someWeights(count: 17 | 19): fc.Arbitrary<readonly number[]> {
  const off = fc.double({ min: 1, max: 1.05, noNaN: true });
  return fc
    .array(off, { minLength: count, maxLength: count })
    .map((all) => all.map((by, at) => by * defaultWeights[at]!));
}

/** The stabilities of one history. */
function studyWith(parameters: readonly number[]): readonly number[] {
  const own = createScheduler({ desiredRetention: 0.9, shortTerm: false, parameters });
  const stabilities: number[] = [];
  let memory: Memory | null = null;
  for (const [days, given] of [
    [0, 3],
    [3, 4],
    [8, 1],
    [21, 2],
    [2, 3],
  ] as const) {
    memory = own.next(memory, days, given);
    stabilities.push(memory.stability);
  }
  return stabilities;
}

/** The published range of each of the 21 parameters, where there are no same-day steps. */
const ranges: readonly (readonly [number, number])[] = [
  [0.001, 100],
  [0.001, 100],
  [0.001, 100],
  [0.001, 100],
  [1, 10],
  [0.001, 4],
  [0.001, 4],
  [0.001, 0.75],
  [0, 4.5],
  [0, 0.8],
  [0.001, 3.5],
  [0.001, 5],
  [0.001, 0.25],
  [0.001, 0.9],
  [0, 4],
  [0, 1],
  [1, 6],
  [0, 2],
  [0, 2],
  [0, 0.8],
  [0.1, 0.8],
];
