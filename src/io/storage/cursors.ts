import type { LogId } from '../../core/model/id.ts';
import type { LogEntry } from '../../core/model/log/log-entry.ts';
import type { Cursor } from '../../core/model/log/log-store.ts';

/**
 * The cursor after these entries. It holds, for each log, how far the numbers go without a gap, so that
 * an entry which a gap was waiting for is never passed over; what lies behind a gap is read again.
 */
export function advanceCursor(cursor: Cursor | null, entries: readonly LogEntry[]): Cursor {
  const reached = new Map<LogId, number>(cursor ?? []);
  const early = new Map<LogId, Set<number>>();
  for (const { log, n } of entries) {
    const last = reached.get(log) ?? 0;
    if (n === last + 1) reached.set(log, n);
    else if (n > last) early.set(log, (early.get(log) ?? new Set()).add(n));
  }
  for (const [log, numbers] of early) {
    let last = reached.get(log) ?? 0;
    while (numbers.has(last + 1)) last += 1;
    if (last > 0) reached.set(log, last);
  }
  return reached;
}

export function isPast(cursor: Cursor | null, { log, n }: LogEntry): boolean {
  return cursor === null || n > (cursor.get(log) ?? 0);
}
