import { describe, expect, it, vi } from 'vitest';
import { openIndexedDbStore } from '../../src/io/storage/indexed-db-store.ts';
import { createSnapshotStore } from '../../src/io/storage/snapshot-store.ts';
import { joinStores } from '../../src/io/storage/two-store-log.ts';
import { writeLog } from '../log-builders.ts';
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

describe('what IndexedDB has saved', () => {
  it.each([1, 1001])('is complete, and on the disk, before an append of %d entries is over', async (count) => {
    const store = await openIndexedDbStore({ name: freshName(), onBlocked: () => {} });
    const begin = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const complete: IDBTransaction[] = [];
    begin.mockImplementation(function (this: IDBDatabase, ...given) {
      begin.mockRestore();
      const transaction = this.transaction(...given);
      transaction.addEventListener('complete', () => complete.push(transaction));
      return transaction;
    });
    const writer = writeLog('a');
    for (let n = 0; n < count; n += 1) writer.answer('one', 3);
    await store.append(writer.entries);
    expect(complete.map(({ mode, durability }) => [mode, durability])).toEqual([['readwrite', 'strict']]);
    await store.close();
  });
});
