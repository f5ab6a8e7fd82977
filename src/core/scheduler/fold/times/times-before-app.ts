import type { Timestamp } from '../../../model/id.ts';
import type { ClockFixFields, LogEntry } from '../../../model/log/log-entry.ts';
import { timedEntries } from '../active-entries.ts';
import { isClockFix } from '../entry-kinds.ts';
import { moveEntries } from './move-entries.ts';
import { firstNaming } from './time-corrections.ts';

/** No log is older than the app: a clock that says so is wrong, such as one whose battery is empty. */
export const appBegan = Date.UTC(2026, 0, 1) as Timestamp;

/**
 * Corrections for entries of a clock that was years behind: they move to just before what follows them, or just before
 * now, and not to before the app began. What was corrected once, or was and is no more, is left alone.
 */
export function fixTimesBeforeApp(log: readonly LogEntry[], now: Timestamp): readonly ClockFixFields[] {
  if (now < appBegan || !log.some(({ ms }) => ms < appBegan)) return [];
  const timed = timedEntries(log);
  const end = timed.findIndex(({ ms }) => ms >= appBegan);
  const early = end === -1 ? timed : timed.slice(0, end);
  const fixOf = firstNaming(log.filter(isClockFix));
  const left = early.findLastIndex((entry) => fixOf(entry) !== null);
  const moved = early.slice(left + 1);
  if (moved.length === 0) return [];
  const next = Math.min(now, timed[early.length]?.ms ?? now);
  return moveEntries(timed, moved, appBegan, next - 1, { below: appBegan });
}
