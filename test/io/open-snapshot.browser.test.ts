import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../src/core/model/log/log-entry.ts';
import { openIndexedDbStore } from '../../src/io/storage/indexed-db-store.ts';
import { openOpfsStore } from '../../src/io/storage/opfs-store.ts';
import type { KeptSnapshot } from '../../src/io/storage/snapshot-store.ts';
import { logId } from '../core/ids.ts';
import { noonDay } from '../log-builders.ts';
import { freshName } from './browser-places.ts';
import insecureWorkerUrl from './support/insecure-worker.ts?worker&url';
import workerUrl from './support/plain-worker.ts?worker&url';
import { answers, cacheOf, deleteDatabase, fillDatabase, folding, open, study } from './support/snapshot-record.ts';

/** Starts once with the worker, until it has written a snapshot of so many entries. */
async function takeSnapshot(name: string, count: number): Promise<KeptSnapshot> {
  const { store, keepSnapshot } = await open(name);
  await keepSnapshot(folding);
  await store.close();
  const kept = await cacheOf(name).read();
  expect(kept?.snapshot.count).toBe(count);
  return kept!;
}

/** A record of these entries with a snapshot of them all. */
async function snapped(entries: readonly LogEntry[]): Promise<string> {
  const name = freshName();
  await study(name, entries);
  await takeSnapshot(name, entries.length);
  return name;
}

async function fillFiles(name: string, entries: readonly LogEntry[]): Promise<void> {
  const files = await openOpfsStore(`${name}-log`);
  await files.append(entries);
  await files.close();
}

const sorted = (entries: readonly LogEntry[]) =>
  [...entries].sort((a, b) => (a.log < b.log ? -1 : a.log > b.log ? 1 : a.n - b.n));

describe('a start from a snapshot', () => {
  it('reads what came after it and nothing else, and has nothing to report', async () => {
    const whole = answers('a', 9);
    const name = await snapped(whole.slice(0, 6));
    await study(name, whole.slice(6));
    const { start, store, verify, readAll } = await open(name);
    expect(start.snapshot?.count).toBe(6);
    expect(start.entries).toEqual(whole.slice(6));
    expect(start.cursor).toEqual(new Map([['a', 9]]));
    expect((await store.readFrom(start.cursor)).entries).toEqual([]);
    const good = { healed: 0, missing: [], indexedDb: null, opfs: null, damaged: 0 };
    expect(await verify()).toEqual({ ...good, found: [], isSnapshotRight: true });
    expect(sorted(await readAll())).toEqual(whole);
    await store.close();
  });

  it('opens no file before somebody asks for one', async () => {
    const name = await snapped(answers('a', 6));
    let opened = 0;
    const openFiles: typeof openOpfsStore = (folder) => {
      opened += 1;
      return openOpfsStore(folder);
    };
    const { store } = await open(name, { openFiles });
    expect(opened).toBe(0);
    await store.append(answers('b', 1));
    expect(opened).toBe(1);
    await store.close();
    const files = await openOpfsStore(`${name}-log`);
    expect((await files.readFrom(null)).entries).toHaveLength(7);
    await files.close();
  });

  it('has saved nothing before the files have it, too', async () => {
    const name = await snapped(answers('a', 6));
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const openFiles: typeof openOpfsStore = async (folder) => {
      const files = await openOpfsStore(folder);
      return { ...files, append: (entries) => held.then(() => files.append(entries)) };
    };
    const { store } = await open(name, { openFiles });
    let isSaved = false;
    const saving = store.append(answers('b', 1)).then(() => {
      isSaved = true;
    });
    const database = await openIndexedDbStore({ name, onBlocked: () => {} });
    await expect.poll(() => database.size()).toBe(7);
    // What the database alone would let come true by now has.
    for (let turn = 0; turn < 3; turn += 1) await database.size();
    expect(isSaved).toBe(false);
    release();
    await saving;
    await database.close();
    await store.close();
  });

  it('takes what moved into segments since once, and no segment that the snapshot had seen', async () => {
    const whole = answers('a', 2300);
    const name = await snapped(whole.slice(0, 1200));
    for (let from = 1200; from < 2300; from += 100) await fillDatabase(name, whole.slice(from, from + 100));
    const database = await openIndexedDbStore({ name, onBlocked: () => {} });
    await database.seal();
    await database.close();
    const { start, store } = await open(name);
    expect([start.snapshot?.count, sorted(start.entries)]).toEqual([1200, whole.slice(1200)]);
    await store.close();
  });

  it('is made of the latest snapshot, which is renewed when enough was added', async () => {
    const whole = answers('a', 12);
    const name = await snapped(whole.slice(0, 6));
    await study(name, whole.slice(6));
    await takeSnapshot(name, 12);
    const { start, store } = await open(name);
    expect([start.snapshot?.count, start.entries]).toEqual([12, []]);
    await store.close();
  });

  it('puts back what only the files have, says so, and hands it over', async () => {
    const name = await snapped(answers('a', 6));
    const late = answers('late', 3);
    await fillFiles(name, late);
    const first = await open(name);
    expect(first.start.entries).toEqual([]);
    const report = await first.verify();
    expect(report).toMatchObject({ healed: 3, missing: [], isSnapshotRight: true });
    expect(sorted(report.found)).toEqual(late);
    await first.store.close();
    const next = await open(name);
    expect(sorted(next.start.entries)).toEqual(late);
    await next.store.close();
  });

  it.each([
    ['a worker', workerUrl],
    ['none', '/nowhere.js'],
  ])('does not hand over what this tab wrote meanwhile, nor calls it put back, with %s', async (_with, url) => {
    const name = await snapped(answers('a', 6));
    const { store, verify } = await open(name, { workerUrl: url });
    const own = answers('own', 40);
    const writing = (async () => {
      for (const entry of own) await store.append([entry]);
    })();
    expect(await verify()).toMatchObject({ healed: 0, found: [], isSnapshotRight: true });
    await writing;
    await store.close();
  });

  it('gives the files back what only the database has', async () => {
    const name = await snapped(answers('a', 6));
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(`${name}-log`, { recursive: true });
    const { store, verify } = await open(name);
    expect(await verify()).toMatchObject({ healed: 6, isSnapshotRight: true });
    await store.close();
    const files = await openOpfsStore(`${name}-log`);
    expect(sorted((await files.readFrom(null)).entries)).toEqual(answers('a', 6));
    await files.close();
  });

  it('compares where there are no locks and no files', async () => {
    const name = await snapped(answers('a', 6));
    const { store, verify } = await open(name, { workerUrl: insecureWorkerUrl });
    expect(await verify()).toMatchObject({ healed: 0, isSnapshotRight: true, indexedDb: null });
    await store.close();
  });

  it('compares in the page where there is no worker', async () => {
    const name = await snapped(answers('a', 6));
    await fillFiles(name, answers('late', 2));
    const { store, verify } = await open(name, { workerUrl: '/nowhere.js' });
    expect(await verify()).toMatchObject({ healed: 2, isSnapshotRight: true });
    await store.close();
  });

  it('finds a gap that came after the snapshot', async () => {
    const whole = answers('a', 9);
    const name = await snapped(whole.slice(0, 6));
    await study(name, whole.slice(7));
    const { store, verify } = await open(name);
    expect((await verify()).missing).toEqual([{ log: logId('a'), count: 1, day: noonDay }]);
    await store.close();
  });
});

describe('a snapshot that is not to be believed', () => {
  it('is not used when a value of it is another one', async () => {
    const name = await snapped(answers('a', 6));
    const kept = (await cacheOf(name).read())!;
    await cacheOf(name).write({ ...kept, snapshot: { ...kept.snapshot, texts: { folding: '{}' } } });
    const { start, store } = await open(name);
    expect([start.snapshot, start.entries.length]).toEqual([null, 6]);
    await store.close();
  });

  it.each([{}, { snapshot: null }, { snapshot: {}, segments: {} }, 'text'])(
    'is not used when it is %j',
    async (odd) => {
      const name = await snapped(answers('a', 6));
      await cacheOf(name).write(odd as KeptSnapshot);
      const { start, store } = await open(name);
      expect([start.snapshot, start.entries.length]).toEqual([null, 6]);
      await store.close();
    },
  );

  it('of another version or another folding is written anew', async () => {
    const name = await snapped(answers('a', 6));
    const { store, keepSnapshot } = await open(name);
    await keepSnapshot({ desiredRetention: 0.8 });
    expect((await cacheOf(name).read())?.snapshot.texts.folding).toBe('{"desiredRetention":0.8}');
    await store.close();
  });

  it('is not used when the database was lost or replaced, and the files give all back', async () => {
    const name = await snapped(answers('a', 6));
    await deleteDatabase(name);
    await fillDatabase(name, answers('b', 2));
    const { start, store, verify } = await open(name);
    expect([start.snapshot, start.entries.length]).toEqual([null, 8]);
    expect(await verify()).toMatchObject({ healed: 8, missing: [] });
    await store.close();
  });

  it('is not used when the database lost a segment', async () => {
    const whole = answers('a', 2100);
    const name = await snapped(whole);
    await deleteDatabase(name);
    await fillDatabase(name, whole.slice(0, 1000));
    await fillDatabase(name, answers('b', 999));
    const { start, store } = await open(name);
    expect([start.snapshot, start.entries.length]).toEqual([null, 3099]);
    await store.close();
  });

  it('is found out when it stands for what is in neither store, and dropped', async () => {
    const name = await snapped(answers('a', 6));
    await deleteDatabase(name);
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(`${name}-log`, { recursive: true });
    await fillDatabase(name, answers('b', 7));
    const { start, store, verify, readAll } = await open(name);
    expect(start.snapshot).not.toBeNull();
    expect(await verify()).toMatchObject({ isSnapshotRight: false });
    expect(sorted(await readAll())).toEqual(answers('b', 7));
    await store.close();
    await expect.poll(() => cacheOf(name).read()).toBeNull();
    expect((await open(name)).start.snapshot).toBeNull();
  });
});
