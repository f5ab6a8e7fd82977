import type { StudyDay } from '../../model/id.ts';
import type { PlanGroup } from './plan-group.ts';
import type { Calibration } from './recalibrate.ts';
import type { StudyPrices } from './solve-prices.ts';

/** Prices that were found, and the exam for which they hold; plain data, so that they can be kept. */
export interface KnownPrices {
  readonly examDay: StudyDay;
  /** What was known then of the learner's recall. */
  readonly calibration: Calibration;
  /** Price of a second, by days left. */
  readonly prices: readonly number[];
  /** By the keys of the groups that there were. */
  readonly groups: Readonly<Record<number, KnownGroup>>;
  /** Which part of all worth is expected in the exam, and thirty days after it, by those who keep to the plan; 0 to 1. */
  readonly score: number;
  readonly later: number;
}

/** What was planned for a group of cards. */
export interface KnownGroup {
  /** Seconds of a remembered review for one unit of worth. */
  readonly secondsPerWorth: number;
  /** Which part of its cards never seen is seen first on each day, by days left. */
  readonly firstSeen: readonly number[];
}

/**
 * What was planned for the group of that key; where there was none, for the one nearest to it: a learner's pace drifts, and
 * cards with it. Null where nothing was planned.
 */
export function knownGroup({ groups }: KnownPrices, key: number): KnownGroup | null {
  const keys = Object.keys(groups).map(Number);
  const nearest = keys.sort((a, b) => Math.abs(a - key) - Math.abs(b - key) || a - b)[0];
  return nearest === undefined ? null : (groups[nearest] ?? null);
}

interface PlannedExam extends Pick<KnownPrices, 'examDay' | 'calibration'> {
  readonly groups: readonly PlanGroup[];
}

export function knowPrices({ groups, ...known }: PlannedExam, found: StudyPrices): KnownPrices {
  const worth = groups.reduce((sum, { seen, unseen }) => sum + unseen + seen.reduce((a, b) => a + b, 0), 0);
  const part = (some: number) => (worth === 0 ? 0 : Math.min(1, some / worth));
  return {
    ...known,
    prices: found.prices,
    groups: Object.fromEntries(
      groups.map(({ key, secondsPerWorth }, place) => [
        key,
        { secondsPerWorth, firstSeen: found.firstSeen[place] ?? [] },
      ]),
    ),
    score: part(found.score),
    later: part(found.later),
  };
}
