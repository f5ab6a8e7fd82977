import type { LogId } from '../../model/id.ts';
import { canonicalJson } from '../../model/log/entry-id.ts';
import { compareEntries, type LogEntry } from '../../model/log/log-entry.ts';

/**
 * The entries as a set in the order of the fold, whatever order and however often they came: each
 * `(log, n)` once. Input that is in order already, as stores mostly give it, is not copied.
 */
export function orderLog(log: Iterable<LogEntry>): readonly LogEntry[] {
  const entries = Array.isArray(log) ? (log as readonly LogEntry[]) : [...log];
  if (isOrdered(entries)) return entries;
  const ordered = byLog(entries).flat();
  return isOrdered(ordered) ? ordered : ordered.sort(compareEntries);
}

function isOrdered(entries: readonly LogEntry[]): boolean {
  const lastOfLog = new Map<LogId, number>();
  let previous: LogEntry | null = null;
  for (const entry of entries) {
    if (previous !== null && compareEntries(previous, entry) >= 0) return false;
    const last = previous?.log === entry.log ? previous.n : (lastOfLog.get(entry.log) ?? 0);
    if (entry.n <= last) return false;
    if (previous !== null && previous.log !== entry.log) lastOfLog.set(previous.log, previous.n);
    previous = entry;
  }
  return true;
}

/** Entries of each log in order of `n`, logs by their first entry: sessions rarely overlap. */
function byLog(entries: readonly LogEntry[]): LogEntry[][] {
  const logs = new Map<LogId, LogEntry[]>();
  let latest: LogEntry[] = [];
  for (const entry of entries) {
    if (latest[0]?.log !== entry.log) {
      latest = logs.get(entry.log) ?? [];
      if (latest.length === 0) logs.set(entry.log, latest);
    }
    latest.push(entry);
  }
  const unique = [...logs.values()].map((log) => uniqueByNumber(log));
  return unique.sort(([a], [b]) => (a && b ? compareEntries(a, b) : 0));
}

function uniqueByNumber(log: LogEntry[]): LogEntry[] {
  const kept: LogEntry[] = [];
  for (const entry of log.sort((a, b) => a.n - b.n)) {
    const last = kept.at(-1);
    if (last?.n !== entry.n) kept.push(entry);
    else kept[kept.length - 1] = preferred(last, entry);
  }
  return kept;
}

/** Two contents at one place cannot come from us; the choice must still not depend on arrival. */
function preferred(a: LogEntry, b: LogEntry): LogEntry {
  return canonicalJson(a) <= canonicalJson(b) ? a : b;
}
