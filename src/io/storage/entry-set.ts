import type { LogId } from '../../core/model/id.ts';
import type { LogEntry } from '../../core/model/log/log-entry.ts';

/** Entries by their place, each place once; quick for whole logs in order. */
export interface EntrySet {
  has(entry: LogEntry): boolean;
  /** False when the place was taken already. */
  add(entry: LogEntry): boolean;
}

export function createEntrySet(): EntrySet {
  const logs = new Map<LogId, { prefix: number; readonly others: Set<number> }>();
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
  };
}

/** All entries of both, each place once. */
export function unionOf(first: readonly LogEntry[], second: readonly LogEntry[]): LogEntry[] {
  const seen = createEntrySet();
  return [...first, ...second].filter((entry) => seen.add(entry));
}
