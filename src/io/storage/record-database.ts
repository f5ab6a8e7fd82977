import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { LogId } from '../../core/model/id.ts';
import type { Segment, SegmentRange } from './segment.ts';

const version = 1;
const toldBlockedAfterMs = 1000;
const attempts = 3;

export interface RecordSchema extends DBSchema {
  /** One entry each, as a line; a full thousand of them moves into a segment. */
  rows: { key: [LogId, number]; value: { readonly log: LogId; readonly n: number; readonly line: string } };
  segments: { key: number; value: Segment };
  /** The ranges of the segment with the same key. */
  ranges: { key: number; value: readonly SegmentRange[] };
}

export interface RecordDatabase {
  readonly db: IDBPDatabase<RecordSchema>;
  /** True when a newer program made the database: it may be read, and must not be written. */
  readonly isNewer: boolean;
}

/**
 * Opens the database, three times over when the browser's backing store fails. `onBlocked` is called
 * when an old tab has kept it closed for a second.
 */
export async function openRecordDatabase(
  name: string,
  onBlocked: () => void,
  wanted = version,
): Promise<RecordDatabase> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { db: await openOnce(name, wanted, onBlocked), isNewer: false };
    } catch (error) {
      if (nameOf(error) === 'VersionError') {
        return { db: await openOnce(name, undefined, onBlocked), isNewer: true };
      }
      if (nameOf(error) !== 'UnknownError' || attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 * attempt));
    }
  }
}

async function openOnce(
  name: string,
  wanted: number | undefined,
  onBlocked: () => void,
): Promise<IDBPDatabase<RecordSchema>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await openDB<RecordSchema>(name, wanted, {
      upgrade(db, from) {
        if (from >= 1) return;
        db.createObjectStore('rows', { keyPath: ['log', 'n'] });
        db.createObjectStore('segments', { autoIncrement: true });
        db.createObjectStore('ranges');
      },
      blocked() {
        timer = setTimeout(onBlocked, toldBlockedAfterMs);
      },
      // Otherwise a newer program in another tab waits for this one without end.
      blocking(_current, _wanted, event) {
        (event.target as IDBDatabase).close();
      },
    });
  } finally {
    clearTimeout(timer);
  }
}

export function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}
