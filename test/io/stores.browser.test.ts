import { createSnapshotStore } from '../../src/io/storage/snapshot-store.ts';
import { joinStores } from '../../src/io/storage/two-store-log.ts';
import { freshName, indexedDbPlace, opfsPlace } from './browser-places.ts';
import { describeLogStore } from './log-store-contract.ts';
import { describeSnapshotStore } from './snapshot-store-contract.ts';

describeLogStore('IndexedDB', indexedDbPlace);
describeLogStore('OPFS', opfsPlace);

describeLogStore('IndexedDB and OPFS', () => {
  const [database, files] = [indexedDbPlace(), opfsPlace()];
  return { open: async () => joinStores(await database.open(), await files.open()), isLasting: true };
});

describeSnapshotStore('IndexedDB', () => {
  const name = freshName();
  return () => createSnapshotStore(name);
});
