import type { LogId } from '../../core/model/id.ts';
import type { LogEntry } from '../../core/model/log-entry.ts';
import type { HighWaterMark } from './find-gaps.ts';

/** Small strings outside both stores, such as localStorage; may fail silently. */
export interface MarkStore {
  get(key: string): string | null;
  set(key: string, value: string): void;
  keys(): readonly string[];
}

const prefix = 'hw:';

/** `hw:<log>` = `n ms tz` of the log's highest entry. Best effort: only for telling that something is gone. */
export function writeMarks(marks: MarkStore, entries: readonly LogEntry[]): void {
  const highest = new Map<LogId, LogEntry>();
  for (const entry of entries) if (entry.n > (highest.get(entry.log)?.n ?? 0)) highest.set(entry.log, entry);
  for (const { log, n, ms, tz } of highest.values()) marks.set(`${prefix}${log}`, `${n} ${ms} ${tz}`);
}

export function readMarks(marks: MarkStore): HighWaterMark[] {
  const keys = marks.keys().filter((key) => key.startsWith(prefix));
  return keys.flatMap((key) => {
    const [n = 0, ms = 0, tz = 0] = (marks.get(key) ?? '').split(' ').map(Number);
    const log = key.slice(prefix.length) as LogId;
    return Number.isSafeInteger(n) && n > 0 && Number.isFinite(ms) && Number.isFinite(tz) ? [{ log, n, ms, tz }] : [];
  });
}
