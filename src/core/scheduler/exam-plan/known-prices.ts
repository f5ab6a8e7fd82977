import type { StudyDay } from '../../model/id.ts';
import { type PlanGroup, worthOfGroups } from './plan-group.ts';
import type { Calibration } from './recalibrate.ts';
import type { StudyPrices } from './solve-prices.ts';

/** Prices that were found, and that for which they hold; plain data, so that they can be kept. */
export interface KnownPrices {
  /** The day on which they were found, and the exam's. */
  readonly day: StudyDay;
  readonly examDay: StudyDay;
  /** What was known then of the learner's recall. */
  readonly calibration: Calibration;
  /** Seconds of each day, by days left, and the worth of all cards: for which the prices were found. */
  readonly seconds: readonly number[];
  readonly worth: number;
  /** Price of a second, by days left. */
  readonly prices: readonly number[];
  /** By the keys of the groups that there were. */
  readonly groups: Readonly<Record<number, KnownGroup>>;
  /** Which part of all worth is expected in the exam by those who keep to the plan; 0 to 1. */
  readonly score: number;
}

/** What was planned for a group of cards. */
export interface KnownGroup {
  /** Seconds of a remembered review for one unit of worth. */
  readonly secondsPerWorth: number;
  /** Which part of its cards never seen is seen first on each day, by days left. */
  readonly firstSeen: readonly number[];
  /** How many of its cards had been seen for the first time on that day before. */
  readonly begun: number;
}

/** What was planned, and by whom it is known from here on. */
export interface PlannedExam extends Pick<KnownPrices, 'day' | 'examDay' | 'calibration' | 'seconds'> {
  readonly groups: readonly PlanGroup[];
  /** By the keys of groups: cards seen for the first time on the day. */
  readonly begun: Readonly<Record<number, number>>;
}

/**
 * What was planned for the group of that key; where there was none, for the one nearest to it: a learner's pace drifts, and
 * cards with it. Null where nothing was planned.
 */
export function knownGroup({ groups }: Pick<KnownPrices, 'groups'>, key: number): KnownGroup | null {
  const keys = Object.keys(groups).map(Number);
  const nearest = keys.sort((a, b) => Math.abs(a - key) - Math.abs(b - key) || a - b)[0];
  return nearest === undefined ? null : (groups[nearest] ?? null);
}

export function knowPrices({ groups, begun, ...known }: PlannedExam, found: StudyPrices): KnownPrices {
  const { calibration, day, examDay, seconds } = known;
  const worth = worthOfGroups(groups);
  const ofGroup = ({ key, secondsPerWorth }: PlanGroup, place: number): readonly [number, KnownGroup] => [
    key,
    { secondsPerWorth, firstSeen: found.firstSeen[place] ?? [], begun: begun[key] ?? 0 },
  ];
  return {
    day,
    examDay,
    calibration,
    seconds,
    worth,
    prices: found.prices,
    groups: Object.fromEntries(groups.map(ofGroup)),
    score: worth === 0 ? 0 : Math.min(1, found.score / worth),
  };
}

/** Cards come and go by so much, and prices stay about as they were. */
const steadyWorth = 0.1;

/**
 * Whether some steps from known prices lead to those that are looked for: nothing but the day is another. From farther away
 * they would not arrive.
 */
export function isContinued(known: KnownPrices, { examDay, seconds, groups }: PlannedExam): boolean {
  const worth = worthOfGroups(groups);
  const later = seconds.slice(1, -1);
  return (
    known.examDay === examDay &&
    later.every((some, place) => some === known.seconds[place + 1]) &&
    Math.abs(known.worth - worth) <= steadyWorth * worth
  );
}
