import { FSRSAlgorithm, generatorParameters } from 'ts-fsrs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Rating } from '../../../../src/core/model/verdict.ts';
import { createScheduler, type Memory, type SchedulerOptions } from '../../../../src/core/scheduler/memory/fsrs.ts';
import { seed } from '../../../seed.ts';
import { defaultWeights } from './fsrs-formulas.ts';

/** Steps of all cases together: 200,000. */
const stepsOfCase = 5000;
const within = 1e-9;

/** Numbers from 0 to 1 that follow from a seed (mulberry32): fast-check would be most of the time of so many steps. */
function drawFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const counts = [17, 19, 21] as const;
const sets: readonly (readonly [string, (draw: () => number) => readonly number[] | undefined])[] = [
  ['the usual parameters', () => undefined],
  ...counts.map((count) => [`${count} near the usual`, (draw: () => number) => near(count, draw)] as const),
  ...counts.map((count) => [`any ${count}`, (draw: () => number) => wild(count, draw)] as const),
  ['all at their least', () => Array.from({ length: 21 }, () => -1000)],
  ['all at their most', () => Array.from({ length: 21 }, () => 1000)],
  ['no numbers', () => Array.from({ length: 21 }, () => Number.NaN)],
];
const retentions = [0.7, 0.9, 0.99, 1];
const cases = sets.flatMap(([name, parameters]) =>
  [true, false].flatMap((shortTerm) =>
    [0, 1].map((round) => ({ name: `${name}, short term ${shortTerm}, ${round}`, parameters, shortTerm, round })),
  ),
);

beforeAll(() => {
  // It says so whenever it takes over parameters of an older FSRS.
  vi.spyOn(console, 'debug').mockImplementation(() => undefined);
});
// The files that come after this one have its console.
afterAll(() => vi.restoreAllMocks());

describe('the memory kernel beside ts-fsrs', () => {
  it('[S1] walks 200,000 steps', () => {
    expect(cases.length * stepsOfCase).toBe(200_000);
  });

  it.each(cases)('[S1] gives the same within 1e-9: $name', ({ parameters, shortTerm, round }) => {
    const draw = drawFrom(seed + round);
    const given = parameters(draw);
    const desiredRetention = retentions[Math.floor(draw() * retentions.length)] ?? 0.9;
    const options = { desiredRetention, shortTerm, ...(given ? { parameters: given } : {}) };
    const ours = createScheduler(options);
    const theirs = oracle(options);
    let memory: Memory | null = null;
    const apart: unknown[] = [];
    for (let step = 0; step < stepsOfCase; step += 1) {
      memory = startOf(memory, draw);
      const days = daysOf(draw);
      const rating = (1 + Math.floor(draw() * 4)) as Rating;
      const found: Memory = ours.next(memory, days, rating);
      const wanted = theirs.next_state(memory, days, rating);
      const pairs = [
        [found.stability, wanted.stability],
        [found.difficulty, wanted.difficulty],
        [ours.retrievability(found, days), theirs.forgetting_curve(days, wanted.stability)],
        [ours.interval(found.stability), theirs.next_interval(wanted.stability, 0)],
      ] as const;
      if (!pairs.every(([one, other]) => Math.abs(one - other) <= within)) apart.push({ memory, days, rating, pairs });
      memory = found;
    }
    expect(apart).toEqual([]);
  });

  it('[S1] counts what is not 17, 19 or 21 numbers as a mistake, and no retention that cannot be', () => {
    expect(() => createScheduler({ desiredRetention: 0.9, parameters: [1, 2, 3] })).toThrow(RangeError);
    for (const desiredRetention of [0, -0.1, 1.01, Number.NaN])
      expect(() => createScheduler({ desiredRetention })).toThrow(RangeError);
  });

  it('[S62] goes on from a stability that was halved below the least', () => {
    const { stability } = createScheduler({ desiredRetention: 0.9 }).next({ stability: 0.0005, difficulty: 10 }, 3, 3);
    expect(stability).toBeGreaterThan(0.0005);
  });
});

function oracle({ desiredRetention, shortTerm = true, parameters }: SchedulerOptions): FSRSAlgorithm {
  const w = parameters ? { w: [...parameters] } : {};
  const theirs = { request_retention: desiredRetention, enable_fuzz: false, enable_short_term: shortTerm, ...w };
  return new FSRSAlgorithm(generatorParameters(theirs));
}

/** Mostly on from where the card is; now and then a new card, or one at an end of what can be. */
function startOf(memory: Memory | null, draw: () => number): Memory | null {
  const kind = draw();
  if (kind < 0.9) return memory;
  if (kind < 0.93) return null;
  const stability = [0.001, 36_500, 0.001 + draw() * 36_499, 10 ** (draw() * 7.5 - 3)][Math.floor(draw() * 4)] ?? 1;
  const difficulty = [1, 10, 1 + draw() * 9][Math.floor(draw() * 3)] ?? 5;
  return { stability, difficulty };
}

function daysOf(draw: () => number): number {
  const kind = draw();
  if (kind < 0.25) return 0;
  if (kind < 0.75) return 1 + Math.floor(draw() * 60);
  return kind < 0.95 ? Math.floor(draw() * 2000) : ([36_500, 1e6, 0.5][Math.floor(draw() * 3)] ?? 1);
}

function near(count: number, draw: () => number): readonly number[] {
  return defaultWeights.slice(0, count).map((weight) => weight * (0.8 + draw() * 0.4));
}

/** Within what each may be, and a little past it. */
function wild(count: number, draw: () => number): readonly number[] {
  const most = [100, 100, 100, 100, 10, 4, 4, 0.75, 4.5, 0.8, 3.5, 5, 0.25, 0.9, 4, 1, 6, 2, 2, 0.8, 0.8];
  return most.slice(0, count).map((value) => value * (draw() * 1.2 - 0.1));
}
