import type { LogEntry } from '../../core/model/log/log-entry.ts';
import { readLine, writeLine } from '../../core/model/log/log-lines.ts';
import type { Cursor, LogStore } from '../../core/model/log/log-store.ts';
import { advanceCursor } from './cursors.ts';
import { canHold, countEntries, readEntries, readParts } from './read-entries.ts';
import { nameOf, openRecordDatabase, type RecordDatabase } from './record-database.ts';
import { rangesOf, segmentSize, writeSegment } from './segment.ts';
import type { SeenSegments } from './snapshot-store.ts';

export interface IndexedDbOptions {
  readonly name: string;
  readonly onBlocked: () => void;
}

export interface IndexedDbStore extends LogStore {
  /** Lines and segments that could not be read so far. */
  readonly damaged: number;
  /** Moves full thousands of rows into segments; in one transaction, so that a killed browser loses none. */
  seal(): Promise<void>;
  /** As `readFrom`, where every segment up to that key was seen when the cursor was given. */
  readAfter(cursor: Cursor, lastSegment: number): ReturnType<LogStore['readFrom']>;
  /** Hands over every entry part by part, so that they need not all be in memory. */
  readEach(visit: (entries: readonly LogEntry[]) => void): ReturnType<typeof readParts>;
  /** Whether it can still hold what a snapshot stands for: as many segments as that had seen, and enough entries. */
  canHold(segments: SeenSegments, entries: number): Promise<boolean>;
  /** How many entries there are; those that were put back count twice. */
  size(): Promise<number>;
}

/** Which segments had been seen when a cursor was given. */
const lastSegments = new WeakMap<Cursor, number>();

/** The record in IndexedDB. Appending resolves when a strict transaction is complete. */
export async function openIndexedDbStore(options: IndexedDbOptions): Promise<IndexedDbStore> {
  const open = () => openRecordDatabase(options.name, options.onBlocked);
  let record = await open();
  let damaged = 0;

  /** The browser closes connections when it evicts or its storage process dies: once more, then fail. */
  async function withRecord<T>(work: (record: RecordDatabase) => Promise<T>): Promise<T> {
    try {
      return await work(record);
    } catch (error) {
      if (nameOf(error) !== 'InvalidStateError' && nameOf(error) !== 'UnknownError') throw error;
      record.db.close();
      record = await open();
      return work(record);
    }
  }
  async function readAfter(cursor: Cursor | null, lastSegment: number): ReturnType<LogStore['readFrom']> {
    const found = await withRecord((opened) => readEntries(opened.db, cursor, lastSegment));
    damaged += found.damaged;
    const reached = advanceCursor(cursor, found.entries);
    lastSegments.set(reached, found.lastSegment);
    return { entries: found.entries, cursor: reached };
  }
  return {
    get damaged() {
      return damaged;
    },
    append: (entries) => withRecord((opened) => append(opened, entries)),
    readFrom: (cursor) => readAfter(cursor, (cursor && lastSegments.get(cursor)) ?? 0),
    readAfter,
    readEach: (visit) => withRecord((opened) => readParts(opened.db, visit)),
    canHold: (segments, entries) => withRecord((opened) => canHold(opened.db, segments, entries)),
    size: () => withRecord((opened) => countEntries(opened.db)),
    seal: () => withRecord(seal),
    async close() {
      record.db.close();
    },
  };
}

async function append({ db, isNewer }: RecordDatabase, entries: readonly LogEntry[]): Promise<void> {
  if (isNewer) throw new Error('This tab runs an older version of the app. Reload it to go on.');
  if (entries.length === 0) return;
  const tx = startWriting(db);
  const whole = entries.length - (entries.length % segmentSize);
  const writes: Promise<unknown>[] = [];
  for (let from = 0; from < whole; from += segmentSize)
    writes.push(...putSegment(tx, entries.slice(from, from + segmentSize)));
  for (const entry of entries.slice(whole)) {
    writes.push(tx.objectStore('rows').put({ log: entry.log, n: entry.n, line: writeLine(entry) }));
  }
  await Promise.all([...writes, tx.done]);
}

type Writing = ReturnType<typeof startWriting>;

function startWriting(db: RecordDatabase['db']) {
  return db.transaction(['rows', 'segments', 'ranges'], 'readwrite', { durability: 'strict' });
}

function putSegment(tx: Writing, entries: readonly LogEntry[]): Promise<unknown>[] {
  const written = tx.objectStore('segments').add(writeSegment(entries));
  return [written.then((key) => tx.objectStore('ranges').put(rangesOf(entries), key))];
}

async function seal(record: RecordDatabase): Promise<void> {
  if (record.isNewer || (await record.db.count('rows')) < segmentSize) return;
  const tx = startWriting(record.db);
  const rows = await tx.objectStore('rows').getAll();
  const entries = rows.map((row) => readLine(row.line)).filter((entry) => entry !== null);
  const writes: Promise<unknown>[] = [];
  for (let from = 0; from + segmentSize <= entries.length; from += segmentSize) {
    const full = entries.slice(from, from + segmentSize);
    writes.push(...putSegment(tx, full), ...full.map(({ log, n }) => tx.objectStore('rows').delete([log, n])));
  }
  await Promise.all([...writes, tx.done]);
}
