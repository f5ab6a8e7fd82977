import type { LogEntry } from '../../../model/log/log-entry.ts';

/** Which entries are taken back, kept up to date undo by undo: an undo of an undo brings the first entry back. */
export interface UndoChains {
  isUndone(entry: LogEntry): boolean;
  /** What an undo of undos of … reaches in the end; any other entry itself. */
  endOf(entry: LogEntry): LogEntry;
  add(undo: LogEntry, target: LogEntry): void;
  /** Takes an entry back for good. */
  takeBack(entry: LogEntry): void;
}

export function startUndoChains(): UndoChains {
  const targets = new Map<LogEntry, LogEntry>();
  /** How many undos that count point at an entry. */
  const held = new Map<LogEntry, number>();
  const isUndone = (entry: LogEntry) => (held.get(entry) ?? 0) > 0;

  /** Counts one more or one less at an entry, and on along the chain as long as that turns the next one over. */
  function count(entry: LogEntry, change: 1 | -1): void {
    let by: 1 | -1 = change;
    for (let at: LogEntry | undefined = entry; at !== undefined; at = targets.get(at)) {
      const wasUndone = isUndone(at);
      held.set(at, (held.get(at) ?? 0) + by);
      if (isUndone(at) === wasUndone) return;
      by = by === 1 ? -1 : 1;
    }
  }
  return {
    isUndone,
    endOf(entry) {
      let end = entry;
      for (let next = targets.get(end); next !== undefined; next = targets.get(end)) end = next;
      return end;
    },
    add(undo, target) {
      targets.set(undo, target);
      if (!isUndone(undo)) count(target, 1);
    },
    takeBack: (entry) => count(entry, 1),
  };
}
