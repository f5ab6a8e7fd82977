import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Snapshot } from '../../core/model/log/snapshot.ts';

/** A snapshot, and what of the record's database it was made from. */
export interface KeptSnapshot {
  readonly snapshot: Snapshot;
  readonly segments: SeenSegments;
}

/** The segments of the record's database whose entries a snapshot stands for. They never change, and none goes. */
export interface SeenSegments {
  /** The greatest key among them, 0 for none. */
  readonly last: number;
  readonly count: number;
}

/** Where the one snapshot lies. It is a cache: whatever fails here costs time and nothing else. */
export interface SnapshotStore {
  /** As it lies there, damaged or of whatever version; null when there is none, or it cannot be read. */
  read(): Promise<KeptSnapshot | null>;
  /** Puts it in the place of the one before, whole or not at all. */
  write(kept: KeptSnapshot): Promise<void>;
  drop(): Promise<void>;
}

interface CacheSchema extends DBSchema {
  /** One, under `key`. */
  snapshots: { key: string; value: KeptSnapshot };
}

const key = 'latest';

/**
 * Snapshots lie in a database of their own: the record's needs no upgrade for them, and they can go without it. It is
 * open only while it is read or written, so that it is never in the way of being deleted.
 */
export function createSnapshotStore(name: string): SnapshotStore {
  return {
    read: () =>
      withCache(name, (db) => db.get('snapshots', key)).then(
        (found) => found ?? null,
        () => null,
      ),
    write: (kept) => withCache(name, async (db) => void (await db.put('snapshots', kept, key))),
    drop: () => withCache(name, (db) => db.delete('snapshots', key)).catch(() => {}),
  };
}

async function withCache<T>(name: string, work: (db: IDBPDatabase<CacheSchema>) => Promise<T>): Promise<T> {
  const db = await openDB<CacheSchema>(name, 1, {
    upgrade: (opened) => void opened.createObjectStore('snapshots'),
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
  });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}
