import type { LogId, StudyDay } from '../../core/model/id.ts';
import type { LogEntry } from '../../core/model/log/log-entry.ts';
import type { StartReport } from '../../core/model/log/log-store.ts';

/** How far a log once reached, and when: written beside the stores after each saved entry. */
export interface HighWaterMark extends EndedMark {
  readonly log: LogId;
}

/** A number of entries, and the moment of the last one. */
export interface EndedMark {
  readonly n: number;
  readonly ms: number;
  readonly tz: number;
}

export type DayOf = (ms: number, offsetMinutes: number) => StudyDay;

/** What is there of a log. */
export interface LogLength {
  readonly count: number;
  readonly highest: number;
  readonly last: { readonly ms: number; readonly tz: number };
}

export function measureLogs(entries: readonly LogEntry[]): ReadonlyMap<LogId, LogLength> {
  const logs = new Map<LogId, LogLength>();
  for (const entry of entries) addLength(logs, entry);
  return logs;
}

/** Counts an entry that was not counted before. */
export function addLength(logs: Map<LogId, LogLength>, { log, n, ms, tz }: LogEntry): void {
  const known = logs.get(log);
  const isLast = known === undefined || n > known.highest;
  logs.set(log, {
    count: (known?.count ?? 0) + 1,
    highest: isLast ? n : known.highest,
    last: isLast ? { ms, tz } : known.last,
  });
}

/** What was once known of the record, from outside the stores. */
export interface KnownMarks {
  readonly logs: readonly HighWaterMark[];
  /** Of ended logs without a mark of their own. */
  readonly ended: EndedMark | null;
  /** How many numbers of a log are missing since a damaged backup was restored, as was told then. */
  readonly gaps: ReadonlyMap<LogId, number>;
}

/**
 * Logs of which numbers are missing below the highest one known, and the day of the last entry before the gap
 * (of the mark when nothing is left). Ended logs that left no trace are counted together.
 */
export function findGaps(
  lengths: ReadonlyMap<LogId, LogLength>,
  marks: KnownMarks,
  dayOf: DayOf,
): StartReport['missing'] {
  const known = new Map(lengths);
  for (const { log, n, ms, tz } of marks.logs) {
    const { count, highest, last } = known.get(log) ?? { count: 0, highest: 0, last: { ms, tz } };
    known.set(log, { count, highest: Math.max(highest, n), last });
  }
  const gaps = [...known].flatMap(([log, { count, highest, last }]) => {
    const missing = highest - count - (marks.gaps.get(log) ?? 0);
    return missing > 0 ? [{ log, count: missing, day: dayOf(last.ms, last.tz) }] : [];
  });
  const gone = countGone(lengths, marks);
  const { ended } = marks;
  return gone === 0 || ended === null ? gaps : [...gaps, { log: null, count: gone, day: dayOf(ended.ms, ended.tz) }];
}

function countGone(lengths: ReadonlyMap<LogId, LogLength>, { logs, ended }: KnownMarks): number {
  const marked = new Set(logs.map(({ log }) => log));
  let found = 0;
  for (const [log, { highest }] of lengths) if (!marked.has(log)) found += highest;
  return Math.max(0, (ended?.n ?? 0) - found);
}
