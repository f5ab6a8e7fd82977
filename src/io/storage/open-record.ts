import type { LogStore, OpenedRecord } from '../../core/model/log/log-store.ts';
import type { MarkStore } from '../../core/model/mark-store.ts';
import { attempt } from './attempt.ts';
import type { DayOf } from './find-gaps.ts';
import { readKnownMarks } from './high-water-marks.ts';
import { openIndexedDbStore } from './indexed-db-store.ts';
import { openFromSnapshot, readTail } from './open-from-snapshot.ts';
import { openWhole } from './open-whole.ts';
import { openOpfsStore } from './opfs-store.ts';
import type { RecordPlaces } from './record-places.ts';
import { createSnapshotStore } from './snapshot-store.ts';

export interface RecordOptions {
  readonly marks: MarkStore;
  /** The study day of a moment; `studyDayOf` of the scheduler. */
  readonly dayOf: DayOf;
  /** Called when another tab with an old version has kept the record closed for a second. */
  readonly onBlocked?: () => void;
  /** The script of a worker that calls `serveRecordJobs`; without one no snapshot is written. */
  readonly workerUrl?: string;
  /** Of the database; tests use their own. */
  readonly name?: string;
  /** Where the files are; tests use their own. */
  readonly folder?: string;
  /** Opens the files; tests pass one that fails, to show what they are for. */
  readonly openFiles?: typeof openOpfsStore;
  /** Entries from which on a record has a snapshot: smaller ones are read as quickly. */
  readonly snapshotFrom?: number;
  /** After so many more entries the snapshot is made anew. */
  readonly snapshotEvery?: number;
}

export const databaseName = 'sveska';
export const logFolder = 'log';

/** The database of the snapshots of a record's database. */
export function cacheNameOf(name: string): string {
  return `${name}-cache`;
}

const open = new Set<LogStore>();

/** Lets go of every record that this page has opened; files that are held open cannot be deleted. */
export async function closeRecords(): Promise<void> {
  const stores = [...open];
  open.clear();
  await Promise.all(stores.map((store) => store.close()));
}

/**
 * Opens the learner's record: from its snapshot, when there is one that the database does not contradict, or else by
 * reading both stores whole, which are compared and healed then. Never rejects: when nothing can be kept, the record
 * lives in memory and the report says why.
 */
export async function openRecord(options: RecordOptions): Promise<OpenedRecord> {
  const { name = databaseName, folder = logFolder, onBlocked = () => {}, openFiles = openOpfsStore } = options;
  const places: RecordPlaces = {
    ...options,
    // Before the stores: another tab may add to both between the two readings, and a mark must not be ahead.
    known: readKnownMarks(options.marks),
    job: {
      name,
      folder,
      cache: cacheNameOf(name),
      snapshotFrom: options.snapshotFrom ?? 4000,
      snapshotEvery: options.snapshotEvery ?? 2000,
    },
    openFiles: () => attempt(() => openFiles(folder)),
  };
  const opening = attempt(() => openIndexedDbStore({ name, onBlocked }));
  const kept = await createSnapshotStore(places.job.cache).read();
  const database = kept === null ? null : (await opening).opened;
  const tail = kept === null || database === null ? null : await readTail(database, kept);
  const record =
    tail === null || database === null ? await openWhole(places, opening) : openFromSnapshot(places, database, tail);
  open.add(record.store);
  return record;
}
