import type { Snapshot, SnapshotStore } from '../../src/core/model/log/snapshot.ts';

/** A place for the snapshot that lasts as long as the test, and copies as a database does. */
export function snapshotsInMemory(kept: Snapshot | null = null): SnapshotStore {
  let snapshot = structuredClone(kept);
  return {
    read: async () => structuredClone(snapshot),
    async write(next) {
      snapshot = structuredClone(next);
    },
    async drop() {
      snapshot = null;
    },
  };
}
