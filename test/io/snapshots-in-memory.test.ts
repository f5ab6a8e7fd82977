import { describeSnapshotStore } from './snapshot-store-contract.ts';
import { snapshotsInMemory } from './snapshots-in-memory.ts';

describeSnapshotStore('memory', () => {
  const store = snapshotsInMemory();
  return async () => store;
});
