import type { LogId, Timestamp } from '../../../model/id.ts';
import { mostMs } from '../../../model/log/log.ts';
import type { LogEntry } from '../../../model/log/log-entry.ts';
import { studyDayOf } from '../../study-day.ts';
import type { ClockFix } from '../entry-kinds.ts';

/**
 * The entries with their times corrected, no longer in order where something was shifted. Several fixes
 * of one entry add up.
 */
export function applyClockFixes(entries: readonly LogEntry[], fixes: readonly ClockFix[]): readonly LogEntry[] {
  return fixes.length === 0 ? entries : entries.map(clockOf(fixes));
}

/** Corrects the time of an entry; one that is not shifted comes back as it is. */
export function clockOf(fixes: readonly ClockFix[]): (entry: LogEntry) => LogEntry {
  const byLog = new Map<LogId, ClockFix[]>();
  for (const fix of fixes.toSorted((a, b) => turnOf(a) - turnOf(b))) {
    const others = byLog.get(fix.ref);
    if (others === undefined) byLog.set(fix.ref, [fix]);
    else others.push(fix);
  }
  return (entry) => {
    const shiftMs = shiftOf(entry, byLog.get(entry.log) ?? []);
    return shiftMs === 0 ? entry : shifted(entry, shiftMs);
  };
}

/**
 * Those with a bound last: it speaks of where the others have left an entry. What was far behind is moved up before
 * what is ahead is moved down.
 */
function turnOf({ above, below }: ClockFix): number {
  if (above !== undefined) return 2;
  return below === undefined ? 0 : 1;
}

/** A day that an entry names was counted by the same wrong clock. */
function shifted(entry: LogEntry, shiftMs: number): LogEntry {
  const ms = Math.max(-mostMs, Math.min(mostMs, entry.ms + shiftMs)) as Timestamp;
  if (!('day' in entry) || entry.day === undefined) return { ...entry, ms };
  const shiftDays = studyDayOf(ms, entry.tz) - studyDayOf(entry.ms, entry.tz);
  return { ...entry, ms, day: entry.day + shiftDays } as LogEntry;
}

function shiftOf(entry: LogEntry, fixes: readonly ClockFix[]): number {
  let shiftMs = 0;
  for (const { from, to, above, below, delta } of fixes) {
    const isNamed = entry.n >= from && entry.n <= to;
    const ms = entry.ms + shiftMs;
    if (isNamed && (above === undefined || ms > above) && (below === undefined || ms < below)) shiftMs += delta;
  }
  return shiftMs;
}
