import type { LogEntry } from '../../core/model/log/log-entry.ts';
import type { LogStore } from '../../core/model/log/log-store.ts';
import { advanceCursor, isPast } from './cursors.ts';
import { createEntrySet } from './entry-set.ts';

/** Keeps entries as long as the page lives: for tests, and when a browser keeps nothing. */
export function createMemoryStore(): LogStore {
  const kept: LogEntry[] = [];
  const places = createEntrySet();
  return {
    async append(entries) {
      for (const entry of entries) if (places.add(entry)) kept.push(entry);
    },
    async readFrom(cursor) {
      const entries = kept.filter((entry) => isPast(cursor, entry));
      return { entries, cursor: advanceCursor(cursor, entries) };
    },
    async close() {},
  };
}
