import type { EntryId, LogId } from '../../../model/id.ts';
import type { LogEntry } from '../../../model/log/log-entry.ts';
import type { Undo } from '../entry-kinds.ts';
import { rememberIds, searchedBack } from '../undone-entries.ts';

/** Finds entries by what undos call them. Hashing is slow: it is put off until something is sought, and done once. */
export interface TargetFinder {
  add(entry: LogEntry): void;
  find(undo: Undo): LogEntry | null;
  idOf(entry: LogEntry): EntryId;
}

export function createTargetFinder(): TargetFinder {
  const entries: LogEntry[] = [];
  const logs = new Map<LogId, LogEntry[]>();
  const idOf = rememberIds();
  const byId = new Map<EntryId, LogEntry>();
  let hashed = 0;

  function findAnywhere(id: EntryId): LogEntry | null {
    for (const entry of entries.slice(hashed)) byId.set(idOf(entry), entry);
    hashed = entries.length;
    return byId.get(id) ?? null;
  }
  return {
    idOf,
    add(entry) {
      entries.push(entry);
      const log = logs.get(entry.log);
      if (log === undefined) logs.set(entry.log, [entry]);
      else log.push(entry);
    },
    /** An undo is nearly always of the latest entries of its own log. */
    find({ log, ref }) {
      const latest = (logs.get(log) ?? []).slice(-searchedBack);
      return latest.findLast((entry) => idOf(entry) === ref) ?? findAnywhere(ref);
    },
  };
}
