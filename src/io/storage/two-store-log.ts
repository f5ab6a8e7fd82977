import type { LogEntry } from '../../core/model/log/log-entry.ts';
import type { LogStore } from '../../core/model/log/log-store.ts';
import { attempt } from './attempt.ts';
import { advanceCursor } from './cursors.ts';
import { unionOf } from './entry-set.ts';

/**
 * Two stores as one: an entry is durable when both have it. They fail in different ways: Chromium may
 * drop all of IndexedDB after a torn write, and a file system may lose a file.
 */
export function joinStores(first: LogStore, second: LogStore): LogStore {
  return {
    async append(entries) {
      await settleBoth(first.append(entries), second.append(entries));
    },
    async readFrom(cursor) {
      // What came since is in the first as well, and finding it there does not mean reading every file.
      if (cursor !== null) return first.readFrom(cursor).catch(() => second.readFrom(cursor));
      const entries = await readEither(first, second);
      return { entries, cursor: advanceCursor(cursor, entries) };
    },
    async close() {
      await settleBoth(first.close(), second.close());
    },
  };
}

/** What both hold, or what one holds where the other cannot be read: a backup must not fail with one of them. */
async function readEither(first: LogStore, second: LogStore): Promise<readonly LogEntry[]> {
  const [a, b] = await Promise.all([attempt(() => first.readFrom(null)), attempt(() => second.readFrom(null))]);
  if (a.opened === null && b.opened === null) throw new Error(a.error);
  return unionOf(a.opened?.entries ?? [], b.opened?.entries ?? []);
}

/** Waits for both even when one fails, so that a retry does not overtake the other. */
async function settleBoth(first: Promise<void>, second: Promise<void>): Promise<void> {
  for (const result of await Promise.allSettled([first, second])) {
    if (result.status === 'rejected') throw result.reason;
  }
}
