import { describe, expect, it } from 'vitest';
import { renewSnapshot } from '../../src/io/storage/care/renew-snapshot.ts';
import { openIndexedDbStore } from '../../src/io/storage/indexed-db-store.ts';
import { cacheNameOf } from '../../src/io/storage/open-record.ts';
import { freshName } from './browser-places.ts';
import { plainFold } from './support/plain-fold.ts';
import { answers, cacheOf, deleteDatabase, fillDatabase, folding, open, study } from './support/snapshot-record.ts';

describe('a record without a snapshot', () => {
  it('gets none while it is small', async () => {
    const name = freshName();
    await study(name, answers('a', 4));
    const { store, keepSnapshot } = await open(name);
    await keepSnapshot(folding);
    await store.close();
    expect(await cacheOf(name).read()).toBeNull();
  });

  it('gets none after it was closed', async () => {
    const name = freshName();
    await study(name, answers('a', 6));
    const { store, keepSnapshot } = await open(name);
    const keeping = keepSnapshot(folding);
    await store.close();
    await keeping;
    await keepSnapshot(folding);
    expect(await cacheOf(name).read()).toBeNull();
  });

  it('keeps none of a record that is erased while it is made', async () => {
    const name = freshName();
    await fillDatabase(name, answers('a', 6));
    const database = await openIndexedDbStore({ name, onBlocked: () => {} });
    const readEach: typeof database.readEach = async (visit) => {
      const read = await database.readEach(visit);
      await deleteDatabase(name);
      return read;
    };
    const places = { name, cache: cacheNameOf(name), folder: `${name}-log` };
    const job = { ...places, start: null, folding, snapshotFrom: 5, snapshotEvery: 5, endedBefore: 0 };
    await renewSnapshot(job, { ...database, readEach }, plainFold);
    await database.close();
    expect(await cacheOf(name).read()).toBeNull();
  });
});
