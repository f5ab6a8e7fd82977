import type { LogId } from '../../core/model/id.ts';
import type { LogEntry } from '../../core/model/log/log-entry.ts';
import type { Cursor } from '../../core/model/log/log-store.ts';

/** Entries by their place, each place once; quick for whole logs in order. */
export interface EntrySet {
  has(entry: LogEntry): boolean;
  /** False when the place was taken already. */
  add(entry: LogEntry): boolean;
  /** How many places of a log there are up to a number. */
  countUpTo(log: LogId, n: number): number;
}

/** `begun`: up to which number each log is in the set from the start. */
export function createEntrySet(begun: Cursor = new Map()): EntrySet {
  const logs = new Map<LogId, { prefix: number; readonly others: Set<number> }>();
  for (const [log, prefix] of begun) logs.set(log, { prefix, others: new Set() });
  const has = ({ log, n }: LogEntry): boolean => {
    const known = logs.get(log);
    return known !== undefined && (n <= known.prefix || known.others.has(n));
  };
  return {
    has,
    add(entry) {
      if (has(entry)) return false;
      const known = logs.get(entry.log) ?? { prefix: 0, others: new Set<number>() };
      logs.set(entry.log, known);
      if (entry.n === known.prefix + 1) known.prefix = entry.n;
      else known.others.add(entry.n);
      return true;
    },
    countUpTo(log, n) {
      const known = logs.get(log);
      if (known === undefined) return 0;
      return Math.min(known.prefix, n) + [...known.others].filter((other) => other <= n).length;
    },
  };
}

/** All entries of both, each place once. */
export function unionOf(first: readonly LogEntry[], second: readonly LogEntry[]): LogEntry[] {
  const seen = createEntrySet();
  return [...first, ...second].filter((entry) => seen.add(entry));
}
