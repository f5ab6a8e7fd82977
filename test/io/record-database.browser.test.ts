import { openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { openIndexedDbStore } from '../../src/io/storage/indexed-db-store.ts';
import { openRecordDatabase } from '../../src/io/storage/record-database.ts';
import { freshName } from './browser-places.ts';
import { nextTask, threeAnswers } from './support/record-places.ts';
import { deleteDatabase } from './support/snapshot-record.ts';

const nothing = () => {};

describe('the database of the record', () => {
  it('tells after a second that an old tab keeps the database closed, and opens when it goes', async () => {
    const name = freshName();
    const old = await openDB(name, 1);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const onBlocked = vi.fn(() => old.close());
    const opening = openRecordDatabase(name, onBlocked, 2);
    // `expect.poll` would put the clock that it finds faked forward by itself.
    while (vi.getTimerCount() === 0) await nextTask();
    vi.advanceTimersByTime(999);
    expect(onBlocked).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onBlocked).toHaveBeenCalledOnce();
    vi.useRealTimers();
    const { db } = await opening;
    expect(db.version).toBe(2);
    db.close();
  });

  it('goes on after the browser closed the connection', async () => {
    const name = freshName();
    const store = await openIndexedDbStore({ name, onBlocked: nothing });
    await store.append(threeAnswers('a'));
    // A newer program upgrades in another tab: our connection closes itself.
    await deleteDatabase(name);
    await store.append(threeAnswers('b'));
    expect((await store.readFrom(null)).entries).toEqual(threeAnswers('b'));
    await store.close();
  });
});
