import { dayMs } from '../../../model/day-ms.ts';
import type { LogEntry } from '../../../model/log/log-entry.ts';

/** How much of a log stays in the tail: at least so many entries, and all of so many days before the newest. */
export interface Cut {
  readonly entries: number;
  readonly days: number;
  /** No more entries than these, however many the days have. */
  readonly most: number;
}

/**
 * Undos, late answers of other tabs and devices, and what a screen shows of the latest days find what they need in
 * the tail; and it is read in a moment.
 */
export const usualCut: Cut = { entries: 2000, days: 3, most: 10_000 };

/** Everything stays in the tail: a log that is small is its own base. */
export const noCut: Cut = { entries: Number.POSITIVE_INFINITY, days: 0, most: Number.POSITIVE_INFINITY };

/** How many entries, of a log in the order of the fold, are the base. */
export function cutLog(timed: readonly LogEntry[], { entries, days, most }: Cut): number {
  const least = Math.max(0, timed.length - most);
  const latest = (timed.at(-1)?.ms ?? 0) - days * dayMs;
  let low = least;
  for (let high = Math.max(least, timed.length - entries); low < high; ) {
    const middle = (low + high) >> 1;
    if ((timed[middle]?.ms ?? latest) < latest) low = middle + 1;
    else high = middle;
  }
  return low;
}
