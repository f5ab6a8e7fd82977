import type { LogId } from '../../core/model/id.ts';
import type { LogEntry } from '../../core/model/log/log-entry.ts';
import { type MarkStore, logMarkPrefix as prefix } from '../../core/model/mark-store.ts';
import type { EndedMark, HighWaterMark, KnownMarks, LogLength } from './find-gaps.ts';

const endedKey = 'hw-ended';
const gapPrefix = 'gap:';

/** `hw:<log>` = `n ms tz` of the log's highest entry. Best effort: only for telling that something is gone. */
export function writeMarks(marks: MarkStore, entries: readonly LogEntry[]): void {
  const highest = new Map<LogId, LogEntry>();
  for (const entry of entries) if (entry.n > (highest.get(entry.log)?.n ?? 0)) highest.set(entry.log, entry);
  for (const { log, n, ms, tz } of highest.values()) marks.set(`${prefix}${log}`, `${n} ${ms} ${tz}`);
}

export function readKnownMarks(marks: MarkStore): KnownMarks {
  return { logs: readMarks(marks), ended: readEndedMark(marks), gaps: readKnownGaps(marks) };
}

function readMarks(marks: MarkStore): HighWaterMark[] {
  const keys = marks.keys().filter((key) => key.startsWith(prefix));
  return keys.flatMap((key) => {
    const mark = readMark(marks, key);
    return mark === null ? [] : [{ log: key.slice(prefix.length) as LogId, ...mark }];
  });
}

/** How many entries the ended logs have together, of which no mark is kept any more. */
function readEndedMark(marks: MarkStore): EndedMark | null {
  return readMark(marks, endedKey);
}

/** How many numbers of a log are known to be missing, since a damaged backup was restored: no news at the next start. */
function readKnownGaps(marks: MarkStore): ReadonlyMap<LogId, number> {
  const keys = marks.keys().filter((key) => key.startsWith(gapPrefix));
  return new Map(keys.map((key) => [key.slice(gapPrefix.length) as LogId, Number(marks.get(key)) || 0]));
}

/** Takes the gaps that the logs have now for known. */
export function writeKnownGaps(marks: MarkStore, lengths: ReadonlyMap<LogId, LogLength>): void {
  for (const [log, { count, highest }] of lengths) {
    if (highest > count) marks.set(`${gapPrefix}${log}`, `${highest - count}`);
    else marks.remove(`${gapPrefix}${log}`);
  }
}

/**
 * Drops the marks of whole logs that ended before a moment: they would grow for ever. One mark takes their place
 * with the number of their entries, so that losing all of them is noticed all the same.
 */
export function dropMarks(marks: MarkStore, lengths: ReadonlyMap<LogId, LogLength>, before: number): void {
  const isWhole = ({ log, n, ms }: HighWaterMark): boolean => {
    const length = lengths.get(log);
    return ms < before && isEnded(length, before) && n <= (length?.count ?? 0);
  };
  const known = readMarks(marks);
  const dropped = known.filter(isWhole);
  const kept = known.filter((mark) => !dropped.includes(mark));
  const keptLogs = new Set(kept.map(({ log }) => log));
  const ended = [...lengths].filter(([log, length]) => !keptLogs.has(log) && isEnded(length, before));
  const n = ended.reduce((sum, [, { count }]) => sum + count, 0);
  const last = ended.map(([, length]) => length.last).sort((a, b) => b.ms - a.ms)[0];
  if (last === undefined || n < (readEndedMark(marks)?.n ?? 0)) return;
  marks.set(endedKey, `${n} ${last.ms} ${last.tz}`);
  for (const { log } of dropped) marks.remove(`${prefix}${log}`);
}

function isEnded(length: LogLength | undefined, before: number): boolean {
  return length !== undefined && length.count === length.highest && length.last.ms < before;
}

function readMark(marks: MarkStore, key: string): EndedMark | null {
  const [n = 0, ms = 0, tz = 0] = (marks.get(key) ?? '').split(' ').map(Number);
  return Number.isSafeInteger(n) && n > 0 && Number.isFinite(ms) && Number.isFinite(tz) ? { n, ms, tz } : null;
}
