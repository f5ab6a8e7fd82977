import fc from 'fast-check';
import type { StudyDay } from '../../../../src/core/model/id.ts';
import { type AnswerHabits, usualHabits } from '../../../../src/core/scheduler/exam-plan/answer-model.ts';
import { type KnownPrices, knowPrices } from '../../../../src/core/scheduler/exam-plan/known-prices.ts';
import type { AgedMemory, PlanCard, PlanGroup } from '../../../../src/core/scheduler/exam-plan/plan-group.ts';
import { uncalibrated } from '../../../../src/core/scheduler/exam-plan/recalibrate.ts';
import type { StudyPrices } from '../../../../src/core/scheduler/exam-plan/solve-prices.ts';
import { createScheduler } from '../../../../src/core/scheduler/memory/fsrs.ts';
import type { NaiveLearner } from './naive-tables.ts';

export const kernel = createScheduler({ desiredRetention: 0.9 });
export const usualLearner: NaiveLearner = { kernel, habits: usualHabits, calibration: uncalibrated };

/** Seconds of a review that was remembered, in §2.3. */
export const reviewSeconds = 12.9;
/** Of a card that is seen for the first time. */
export const newSeconds = 43;

export function unseenCard(worth = 1, seconds = reviewSeconds): PlanCard {
  return { worth, seconds, memory: null };
}

export function seenCard(stability: number, elapsedDays: number, worth = 1, seconds = reviewSeconds): PlanCard {
  return { worth, seconds, memory: { stability, difficulty: 5, elapsedDays } };
}

/** The same card so many times. */
export function times(count: number, card: PlanCard): readonly PlanCard[] {
  return Array.from({ length: count }, () => card);
}

/** What was found, for an exam of which nothing else is known. */
export function knownOf(groups: readonly PlanGroup[], found: StudyPrices): KnownPrices {
  return knowPrices(
    { day: 0 as StudyDay, examDay: 0 as StudyDay, calibration: uncalibrated, seconds: [], begun: {}, groups },
    found,
  );
}

/** By days left: nothing at place 0, then so many seconds on each day. */
export function evenSeconds(days: number, seconds: number): readonly number[] {
  return [0, ...Array.from({ length: days }, () => seconds)];
}

export function sumOf(numbers: Iterable<number>): number {
  return [...numbers].reduce((sum, each) => sum + each, 0);
}

export function worthOf(cards: readonly PlanCard[]): number {
  return sumOf(cards.map(({ worth }) => worth));
}

export const anyDouble = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

/** Even in its logarithm. */
export const anyScale = (min: number, max: number): fc.Arbitrary<number> =>
  anyDouble(Math.log(min), Math.log(max)).map(Math.exp);

/** More days far away than near, and the near ones each often. */
export const anyElapsedDays: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 0, max: 12 }),
  fc.integer({ min: 0, max: 120 }),
  fc.integer({ min: 0, max: 36_500 }),
);

/** Beyond the grid, too: its edges are 0.05 and 600 days. */
export const anyMemory: fc.Arbitrary<AgedMemory> = fc.record({
  stability: anyScale(0.02, 2_000),
  difficulty: anyDouble(1, 10),
  elapsedDays: anyElapsedDays,
});

export const anyCard: fc.Arbitrary<PlanCard> = fc.record({
  worth: anyScale(0.2, 5),
  seconds: anyDouble(4, 40),
  memory: fc.option(anyMemory, { freq: 3 }),
});

/** Seconds by days left, some of them of days off; place 0 is nothing. */
export function anySeconds(mostDays: number, leastDays = 1): fc.Arbitrary<readonly number[]> {
  const day = fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: anyDouble(1, 400) });
  return fc.array(day, { minLength: leastDays, maxLength: mostDays }).map((seconds) => [0, ...seconds]);
}

/** Any prices of a second for so many seconds of days, from nothing to what no card pays. */
export function anyPrices(count: number): fc.Arbitrary<readonly number[]> {
  const price = fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 5, arbitrary: anyScale(1e-5, 0.3) });
  return fc.array(price, { minLength: count, maxLength: count });
}

const anyCalibration = fc.record({
  shift: anyDouble(-1.5, 1.5),
  slope: anyDouble(0.3, 1.7),
  fade: fc.oneof(fc.constant(0), anyDouble(-0.8, 0.8)),
});

const part = anyDouble(0.01, 1);
const anyThree = fc.tuple(part, part, part).map(([a, b, c]) => over([a, b, c], a + b + c));

function over([a, b, c]: readonly [number, number, number], by: number): readonly [number, number, number] {
  return [a / by, b / by, c / by];
}

const anyHabits: fc.Arbitrary<AnswerHabits> = fc.record({
  firstShares: fc.tuple(part, anyThree).map(([again, others]) => [again, ...over(others, 1 / (1 - again))] as const),
  rememberedShares: anyThree,
  forgottenTime: anyDouble(1, 5),
  newTime: anyDouble(1, 8),
});

/** How anybody may answer and remember. */
export const anyLearner: fc.Arbitrary<NaiveLearner> = fc.record({
  kernel: fc.constantFrom(kernel, createScheduler({ desiredRetention: 0.9, shortTerm: false })),
  habits: fc.oneof(fc.constant(usualHabits), anyHabits),
  calibration: fc.oneof(fc.constant(uncalibrated), anyCalibration),
});
