import type { LogEntry } from '../../core/model/log/log-entry.ts';
import { readLine } from '../../core/model/log/log-lines.ts';
import type { Cursor } from '../../core/model/log/log-store.ts';
import { isPast } from './cursors.ts';
import type { RecordDatabase } from './record-database.ts';
import { readSegment, type Segment, type SegmentRange, segmentSize } from './segment.ts';

/** Segments fetched in one request; one answer of 100 MB would exceed Chromium's message size. */
const fetchedAtOnce = 50;

export interface FoundEntries {
  readonly entries: LogEntry[];
  /** Entries in segments and rows that could not be read. */
  readonly damaged: number;
}

/** Everything past the cursor, in one transaction: what moves from a row to a segment is not missed. */
export async function readEntries(db: RecordDatabase['db'], cursor: Cursor | null): Promise<FoundEntries> {
  const tx = startReading(db);
  const rows = tx.objectStore('rows').getAll();
  const keys = await segmentKeys(tx, cursor);
  const entries: LogEntry[] = [];
  let damaged = 0;
  let next = fetchSegments(tx, keys.slice(0, fetchedAtOnce));
  for (let from = fetchedAtOnce; from < keys.length + fetchedAtOnce; from += fetchedAtOnce) {
    const segments = await next;
    // The next ones are on their way while these are parsed.
    next = fetchSegments(tx, keys.slice(from, from + fetchedAtOnce));
    for (const segment of segments) damaged += addSegment(entries, segment, cursor);
  }
  for (const { line } of await rows) {
    const entry = readLine(line);
    if (entry === null) damaged += 1;
    else if (isPast(cursor, entry)) entries.push(entry);
  }
  return { entries, damaged };
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

/** Keys of the segments that hold something past the cursor, ascending. */
async function segmentKeys(tx: Reading, cursor: Cursor | null): Promise<number[]> {
  const store = tx.objectStore('ranges');
  if (cursor === null) return tx.objectStore('segments').getAllKeys();
  const [keys, ranges] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const isNew = ({ log, to }: SegmentRange): boolean => to > (cursor.get(log) ?? 0);
  return keys.filter((_, index) => ranges[index]?.some(isNew));
}

async function fetchSegments(tx: Reading, keys: readonly number[]): Promise<readonly (Segment | undefined)[]> {
  const first = keys[0];
  const last = keys.at(-1);
  if (first === undefined || last === undefined) return [];
  const store = tx.objectStore('segments');
  if (last - first === keys.length - 1) return store.getAll(IDBKeyRange.bound(first, last));
  return Promise.all(keys.map((key) => store.get(key)));
}
