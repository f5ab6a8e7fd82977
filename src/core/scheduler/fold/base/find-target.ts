import type { EntryId, LogId } from '../../../model/id.ts';
import { entryIdOf } from '../../../model/log/log.ts';
import type { LogEntry } from '../../../model/log/log-entry.ts';
import type { Undo } from '../entry-kinds.ts';

/** Entries of its own log in which the target of an undo is looked for before all are hashed. */
const searchedBack = 50;

/** Finds entries by what undos call them. Hashing is slow: it is put off until something is sought, and done once. */
export interface TargetFinder {
  add(entry: LogEntry): void;
  find(undo: Undo): LogEntry | null;
  idOf(entry: LogEntry): EntryId;
}

export function createTargetFinder(): TargetFinder {
  const entries: LogEntry[] = [];
  const logs = new Map<LogId, LogEntry[]>();
  const ids = new Map<LogEntry, EntryId>();
  const byId = new Map<EntryId, LogEntry>();
  let hashed = 0;

  function idOf(entry: LogEntry): EntryId {
    const known = ids.get(entry);
    if (known !== undefined) return known;
    const id = entryIdOf(entry);
    ids.set(entry, id);
    return id;
  }
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
