import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Timestamp } from '../../src/core/model/id.ts';
import type { LogEntry } from '../../src/core/model/log/log-entry.ts';
import type { MarkStore } from '../../src/core/model/mark-store.ts';
import { studyDayOf } from '../../src/core/scheduler/study-day.ts';
import { eraseRecord } from '../../src/io/storage/erase-record.ts';
import { openIndexedDbStore } from '../../src/io/storage/indexed-db-store.ts';
import { cacheNameOf, databaseName, openRecord, type RecordOptions } from '../../src/io/storage/open-record.ts';
import { openOpfsStore } from '../../src/io/storage/opfs-store.ts';
import { createSnapshotStore } from '../../src/io/storage/snapshot-store.ts';
import { logId } from '../core/ids.ts';
import { noon, noonDay, writeLog } from '../log-builders.ts';
import { freshName } from './browser-places.ts';
import { plainFold } from './support/plain-fold.ts';
import workerUrl from './support/plain-worker.ts?worker&url';
import { filesOf, memoryMarks, rewrite, threeAnswers } from './support/record-places.ts';
import { deleteDatabase } from './support/snapshot-record.ts';

const nothing = () => {};

/** A start from a snapshot must find and tell the same: with this one is made of every record. */
const withSnapshots: Partial<RecordOptions> = { workerUrl, snapshotFrom: 1, snapshotEvery: 1000 };
let way: Partial<RecordOptions> = {};

function open(name: string, marks: MarkStore = memoryMarks()) {
  return openAndVerify({ name, folder: `${name}-log`, marks, dayOf: studyDayOf, ...way });
}

async function openAndVerify(options: RecordOptions) {
  const record = await openRecord(options);
  return { ...record, report: await record.verify() };
}

async function studied(name: string, marks?: MarkStore): Promise<LogEntry[]> {
  const { store } = await open(name, marks);
  const entries = threeAnswers();
  await store.append(entries);
  await store.close();
  if (way === withSnapshots) await takeSnapshot(name);
  return entries;
}

async function takeSnapshot(name: string): Promise<void> {
  const { store, keepSnapshot } = await open(name);
  await keepSnapshot({});
  await store.close();
  expect(await createSnapshotStore(cacheNameOf(name)).read()).not.toBeNull();
}

const goodNews = { healed: 0, missing: [], indexedDb: null, opfs: null, damaged: 0 };

describe.each([
  { name: 'whole', options: {} },
  { name: 'from a snapshot where there is one', options: withSnapshots },
])('opening the record $name', ({ options }) => {
  beforeEach(() => {
    way = options;
  });

  it('finds what was saved and has nothing to report', async () => {
    const name = freshName();
    const entries = await studied(name);
    const { store, start, report, readAll } = await open(name);
    const isSnapped = way === withSnapshots;
    expect([start.snapshot?.count, start.entries]).toEqual(isSnapped ? [3, []] : [undefined, entries]);
    expect(start.cursor).toEqual(new Map([['a', 3]]));
    expect(await readAll()).toEqual(entries);
    expect(report).toEqual({ ...goodNews, found: [], isSnapshotRight: true });
    await store.close();
  });

  it('gives IndexedDB back what only the files have', async () => {
    const name = freshName();
    const entries = await studied(name);
    await deleteDatabase(name);
    const { store, report } = await open(name);
    expect((await store.readFrom(null)).entries).toEqual(entries);
    expect([report.healed, report.missing]).toEqual([3, []]);
    await store.close();
    const database = await openIndexedDbStore({ name, onBlocked: nothing });
    expect((await database.readFrom(null)).entries).toEqual(entries);
    await database.close();
  });

  it('gives the files back what only IndexedDB has', async () => {
    const name = freshName();
    const entries = await studied(name);
    await (await filesOf(name)).removeEntry('a.jsonl');
    const { store, report } = await open(name);
    expect(report.healed).toBe(3);
    await store.close();
    const files = await openOpfsStore(`${name}-log`);
    expect((await files.readFrom(null)).entries).toEqual(entries);
    await files.close();
  });

  it('says how many answers of which day are gone when both lost everything, and is not silently empty', async () => {
    const [name, marks] = [freshName(), memoryMarks()];
    await studied(name, marks);
    await deleteDatabase(name);
    await (await filesOf(name)).removeEntry('a.jsonl');
    const { store, report } = await open(name, marks);
    expect(report.missing).toEqual([{ log: logId('a'), count: 3, day: noonDay }]);
    await store.close();
  });

  it('drops the marks of whole logs that ended long ago, and still notices when all of them are gone', async () => {
    const [name, marks] = [freshName(), memoryMarks()];
    await studied(name, marks);
    expect(marks.keys()).toEqual(['hw:a']);
    await (await open(name, marks)).store.close();
    expect(marks.keys()).toEqual(['hw-ended']);
    const whole = await open(name, marks);
    expect(whole.report.missing).toEqual([]);
    await whole.store.close();
    await deleteDatabase(name);
    await (await filesOf(name)).removeEntry('a.jsonl');
    const { store, report } = await open(name, marks);
    expect(report.missing).toEqual([{ log: null, count: 3, day: noonDay }]);
    await store.close();
  });

  it('keeps the mark of a log that is not whole, and of one of today', async () => {
    const [name, marks] = [freshName(), memoryMarks()];
    await studied(name, marks);
    marks.set('hw:a', `4 ${noon} 0`);
    const today = writeLog('b');
    const { store } = await open(name, marks);
    await store.append([today.answer('one', 3, Date.now() as Timestamp)]);
    await store.close();
    const { store: next, report } = await open(name, marks);
    await next.close();
    expect(marks.keys().toSorted()).toEqual(['hw:a', 'hw:b']);
    expect(report.missing).toEqual([{ log: 'a', count: 1, day: noonDay }]);
  });

  it('does not tell again what a damaged backup lacked, but tells what is lost after it', async () => {
    const name = freshName();
    const marks = memoryMarks();
    const [first, , third] = threeAnswers();
    const restored = [first!, third!];
    const { store, acceptGaps } = await open(name, marks);
    await store.append(restored);
    acceptGaps(restored);
    await store.close();
    const next = await open(name, marks);
    expect(next.report.missing).toEqual([]);
    await next.store.close();
    await deleteDatabase(name);
    await rewrite(name, (text) => `${text.split('\n')[0]}\n`);
    expect((await open(name, marks)).report.missing).toMatchObject([{ log: 'a', count: 1 }]);
  });

  it('finds a gap in the middle without any mark', async () => {
    const name = freshName();
    await studied(name);
    await deleteDatabase(name);
    await rewrite(name, (text) => text.split('\n').toSpliced(1, 1).join('\n'));
    const { store, report } = await open(name);
    expect([report.missing, report.damaged]).toEqual([[{ log: 'a', count: 1, day: noonDay }], 0]);
    await store.close();
  });

  it('leaves out a damaged line that nobody else has, and says so', async () => {
    const name = freshName();
    await studied(name);
    await deleteDatabase(name);
    await rewrite(name, (text) => text.replace('"r":3', '"r":4'));
    const { store, report } = await open(name);
    expect((await store.readFrom(null)).entries).toHaveLength(2);
    expect([report.damaged, report.missing[0]?.count]).toEqual([1, 1]);
    await store.close();
  });

  it('a damaged line that IndexedDB still has is no loss', async () => {
    const name = freshName();
    await studied(name);
    await rewrite(name, (text) => text.replace('"r":3', '"r":4'));
    const { report, store } = await open(name);
    expect(report).toMatchObject({ damaged: 0, missing: [], healed: 1 });
    await store.close();
  });

  it('a torn last line was never saved; writing goes on behind it', async () => {
    const name = freshName();
    const entries = await studied(name);
    await deleteDatabase(name);
    await rewrite(name, (text) => `${text}{"h":"abcdefgh","at":`);
    const first = await open(name);
    expect(first.report).toMatchObject({ damaged: 0, missing: [] });
    const next = writeLog('a');
    for (let n = 0; n < 3; n += 1) next.answer('one', 3);
    const fourth = next.answer('four', 2);
    await first.store.append([fourth]);
    await first.store.close();
    await deleteDatabase(name);
    const second = await open(name);
    expect((await second.store.readFrom(null)).entries).toEqual([...entries, fourth]);
    await second.store.close();
  });

  it('works with IndexedDB alone when the files cannot be opened, and says so', async () => {
    const name = freshName();
    const options = { name, folder: `${name}-log`, marks: memoryMarks(), dayOf: studyDayOf };
    const alone = () => openAndVerify({ ...options, openFiles: () => Promise.reject(new Error('no files here')) });
    const first = await alone();
    const entries = threeAnswers();
    await first.store.append(entries);
    await first.store.close();
    const { store, report } = await alone();
    expect([(await store.readFrom(null)).entries, report.opfs]).toEqual([entries, 'Error: no files here']);
    await store.close();
  });

  it('keeps the marks of logs that ended long ago while a store cannot be made whole', async () => {
    const [name, marks] = [freshName(), memoryMarks()];
    const openFiles = () => Promise.reject(new Error('no files here'));
    const options = { name, folder: `${name}-log`, marks, dayOf: studyDayOf };
    const first = await openAndVerify({ ...options, openFiles });
    await first.store.append(threeAnswers());
    await first.store.close();
    await (await openAndVerify({ ...options, openFiles })).store.close();
    expect(marks.keys()).toEqual(['hw:a']);
    await (await openAndVerify(options)).store.close();
    expect(marks.keys()).toEqual(['hw-ended']);
  });

  it('keeps the files whatever stands in localStorage', async () => {
    localStorage.setItem('sveska.mirror', 'off');
    const name = freshName();
    const entries = await studied(name);
    localStorage.removeItem('sveska.mirror');
    const files = await openOpfsStore(`${name}-log`);
    expect((await files.readFrom(null)).entries).toEqual(entries);
    await files.close();
  });

  it('a database of a newer version is read and not written', async () => {
    const name = freshName();
    const entries = await studied(name);
    (await openDB(name, 99)).close();
    const { store } = await open(name);
    expect((await store.readFrom(null)).entries).toEqual(entries);
    await expect(store.append(threeAnswers('b'))).rejects.toThrow('older version');
    await store.close();
  });

  it('moves full thousands into segments and still has every entry once', async () => {
    const name = freshName();
    const writer = writeLog('a');
    for (let n = 0; n < 2300; n += 1) writer.answer('one', 3);
    const store = await openIndexedDbStore({ name, onBlocked: nothing });
    for (let from = 0; from < 2300; from += 100) await store.append(writer.entries.slice(from, from + 100));
    const { cursor } = await store.readFrom(null);
    await store.seal();
    const db = await openDB(name);
    expect([await db.count('rows'), await db.count('segments')]).toEqual([300, 2]);
    db.close();
    expect((await store.readFrom(cursor)).entries).toEqual([]);
    expect((await store.readFrom(new Map([[logId('a'), 1990]]))).entries).toHaveLength(310);
    expect((await store.readFrom(null)).entries).toEqual(writer.entries);
    await store.close();
  });

  it('a damaged segment is noticed and healed from the files', async () => {
    const name = freshName();
    const writer = writeLog('a');
    for (let n = 0; n < 1000; n += 1) writer.answer('one', 3);
    const first = await open(name);
    await first.store.append(writer.entries);
    await first.store.close();
    const db = await openDB(name);
    const [key] = await db.getAllKeys('segments');
    const segment = await db.get('segments', key!);
    await db.put('segments', { ...segment, text: segment.text.replace('"r":3', '"r":4') }, key);
    db.close();
    const { store, report } = await open(name);
    expect((await store.readFrom(null)).entries).toEqual(writer.entries);
    expect(report).toMatchObject({ healed: 1000, missing: [], damaged: 0 });
    await store.close();
  });

  it('erasing deletes both stores and the snapshot even while this page has them open', async () => {
    const { store } = await openRecord({ marks: memoryMarks(), dayOf: studyDayOf });
    await store.append(threeAnswers());
    const cache = createSnapshotStore(cacheNameOf(databaseName));
    await cache.write({ snapshot: plainFold.fold(threeAnswers(), {}), segments: { last: 0, count: 0 } });
    await eraseRecord();
    expect(await cache.read()).toBeNull();
    const again = await openRecord({ marks: memoryMarks(), dayOf: studyDayOf });
    expect((await again.store.readFrom(null)).entries).toEqual([]);
    await again.store.close();
  });
});
