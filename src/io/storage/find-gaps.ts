import type { LogId, StudyDay } from '../../core/model/id.ts';
import type { LogEntry } from '../../core/model/log-entry.ts';
import type { StartReport } from '../../core/model/log-store.ts';

/** How far a log once reached, and when: written beside the stores after each saved entry. */
export interface HighWaterMark {
  readonly log: LogId;
  readonly n: number;
  readonly ms: number;
  readonly tz: number;
}

export type DayOf = (ms: number, offsetMinutes: number) => StudyDay;

/**
 * Logs of which numbers are missing below the highest one known, and the day of the last entry before
 * the gap (of the mark when nothing is left).
 */
export function findGaps(
  entries: readonly LogEntry[],
  marks: readonly HighWaterMark[],
  dayOf: DayOf,
): StartReport['missing'] {
  const logs = new Map<LogId, LogSummary>();
  for (const entry of entries) {
    const log = logs.get(entry.log);
    if (log) addTo(log, entry);
    else logs.set(entry.log, { count: 1, highest: entry.n, last: entry });
  }
  for (const mark of marks) {
    const log = logs.get(mark.log);
    if (log) log.highest = Math.max(log.highest, mark.n);
    else logs.set(mark.log, { count: 0, highest: mark.n, last: mark });
  }
  return [...logs].flatMap(([log, { count, highest, last }]) =>
    highest > count ? [{ log, count: highest - count, day: dayOf(last.ms, last.tz) }] : [],
  );
}

interface LogSummary {
  count: number;
  highest: number;
  last: { readonly ms: number; readonly tz: number };
}

function addTo(log: LogSummary, entry: LogEntry): void {
  log.count += 1;
  if (entry.n < log.highest) return;
  log.highest = entry.n;
  log.last = entry;
}
