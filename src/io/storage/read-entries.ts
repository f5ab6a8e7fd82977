import type { LogEntry } from '../../core/model/log/log-entry.ts';
import { readLine } from '../../core/model/log/log-lines.ts';
import type { Cursor } from '../../core/model/log/log-store.ts';
import { isPast } from './cursors.ts';
import type { RecordDatabase } from './record-database.ts';
import { readSegment, type Segment, type SegmentRange, segmentSize } from './segment.ts';
import type { SeenSegments } from './snapshot-store.ts';

/** Segments fetched in one request; one answer of 100 MB would exceed Chromium's message size. */
const fetchedAtOnce = 50;

export interface FoundEntries {
  readonly entries: LogEntry[];
  /** Entries in segments and rows that could not be read. */
  readonly damaged: number;
  /** The greatest key of a segment that there was; 0 for none. Later ones have greater keys. */
  readonly lastSegment: number;
}

/**
 * Everything past the cursor, in one transaction: what moves from a row to a segment is not missed. All that the
 * segments up to `seenSegment` hold was seen when the cursor was given, so that they are not looked at.
 */
export async function readEntries(
  db: RecordDatabase['db'],
  cursor: Cursor | null,
  seenSegment = 0,
): Promise<FoundEntries> {
  const tx = startReading(db);
  const rows = tx.objectStore('rows').getAll();
  const { keys, last } = await segmentKeys(tx, cursor, seenSegment);
  const entries: LogEntry[] = [];
  let damaged = 0;
  let next = fetchSegments(tx, keys.slice(0, fetchedAtOnce));
  for (let from = fetchedAtOnce; from < keys.length + fetchedAtOnce; from += fetchedAtOnce) {
    const segments = await next;
    // The next ones are on their way while these are parsed.
    next = fetchSegments(tx, keys.slice(from, from + fetchedAtOnce));
    for (const segment of segments) damaged += addSegment(entries, segment, cursor);
  }
  damaged += addRows(entries, await rows, cursor);
  return { entries, damaged, lastSegment: last };
}

/**
 * Hands over every entry, part by part, so that they need not all be in memory. Segments never change, so each part
 * has a transaction of its own and no answer waits for the end. How many entries could not be read, and which segments
 * there were.
 */
export async function readParts(
  db: RecordDatabase['db'],
  visit: (entries: readonly LogEntry[]) => void,
): Promise<{ readonly damaged: number; readonly segments: SeenSegments }> {
  const tx = startReading(db);
  const [rows, keys] = await Promise.all([tx.objectStore('rows').getAll(), tx.objectStore('segments').getAllKeys()]);
  let damaged = 0;
  for (let from = 0; from < keys.length; from += fetchedAtOnce) {
    const entries: LogEntry[] = [];
    const segments = await fetchSegments(startReading(db), keys.slice(from, from + fetchedAtOnce));
    for (const segment of segments) damaged += addSegment(entries, segment, null);
    visit(entries);
  }
  const entries: LogEntry[] = [];
  damaged += addRows(entries, rows, null);
  visit(entries);
  return { damaged, segments: { last: keys.at(-1) ?? 0, count: keys.length } };
}

/** Whether the database can still hold what a snapshot stands for; its texts are not read to know. */
export async function canHold(
  db: RecordDatabase['db'],
  { last, count }: SeenSegments,
  entries: number,
): Promise<boolean> {
  const tx = db.transaction(['rows', 'ranges'], 'readonly');
  const ranges = tx.objectStore('ranges');
  const [seen, all, rows] = await Promise.all([
    ranges.count(IDBKeyRange.upperBound(last)),
    ranges.count(),
    tx.objectStore('rows').count(),
  ]);
  return seen === count && all * segmentSize + rows >= entries;
}

export async function countEntries(db: RecordDatabase['db']): Promise<number> {
  const tx = db.transaction(['rows', 'ranges'], 'readonly');
  const [segments, rows] = await Promise.all([tx.objectStore('ranges').count(), tx.objectStore('rows').count()]);
  return segments * segmentSize + rows;
}

type Reading = ReturnType<typeof startReading>;

function startReading(db: RecordDatabase['db']) {
  return db.transaction(['rows', 'segments', 'ranges'], 'readonly');
}

/** Returns how many entries were damaged. */
function addSegment(entries: LogEntry[], segment: Segment | undefined, cursor: Cursor | null): number {
  const found = segment ? readSegment(segment) : null;
  if (found === null) return segment?.count ?? segmentSize;
  for (const entry of found) if (isPast(cursor, entry)) entries.push(entry);
  return 0;
}

/** Returns how many entries were damaged. */
function addRows(entries: LogEntry[], rows: readonly { readonly line: string }[], cursor: Cursor | null): number {
  let damaged = 0;
  for (const { line } of rows) {
    const entry = readLine(line);
    if (entry === null) damaged += 1;
    else if (isPast(cursor, entry)) entries.push(entry);
  }
  return damaged;
}

/** Keys of the segments that hold something past the cursor, ascending, and the greatest key of all. */
async function segmentKeys(tx: Reading, cursor: Cursor | null, seen: number) {
  const store = tx.objectStore('ranges');
  const unseen = IDBKeyRange.lowerBound(seen, true);
  const all = await (cursor === null ? tx.objectStore('segments').getAllKeys() : store.getAllKeys(unseen));
  const last = all.at(-1) ?? seen;
  if (cursor === null || all.length === 0) return { keys: all, last };
  const ranges = await store.getAll(unseen);
  const isNew = ({ log, to }: SegmentRange): boolean => to > (cursor.get(log) ?? 0);
  return { keys: all.filter((_, index) => ranges[index]?.some(isNew)), last };
}

async function fetchSegments(tx: Reading, keys: readonly number[]): Promise<readonly (Segment | undefined)[]> {
  const first = keys[0];
  const last = keys.at(-1);
  if (first === undefined || last === undefined) return [];
  const store = tx.objectStore('segments');
  if (last - first === keys.length - 1) return store.getAll(IDBKeyRange.bound(first, last));
  return Promise.all(keys.map((key) => store.get(key)));
}
