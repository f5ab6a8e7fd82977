import type { LogEntry } from '../../core/model/log/log-entry.ts';
import type { LogStore, OpenedRecord, VerifiedRecord } from '../../core/model/log/log-store.ts';
import type { MarkStore } from '../../core/model/mark-store.ts';
import { advanceCursor } from './cursors.ts';
import { createEntrySet, unionOf } from './entry-set.ts';
import { type DayOf, findGaps, measureLogs } from './find-gaps.ts';
import { dropMarks, readEndedMark, readKnownGaps, readMarks, writeKnownGaps, writeMarks } from './high-water-marks.ts';
import { openIndexedDbStore } from './indexed-db-store.ts';
import { createMemoryStore } from './memory-store.ts';
import { openOpfsStore } from './opfs-store.ts';
import { joinStores } from './two-store-log.ts';

export interface RecordOptions {
  readonly marks: MarkStore;
  /** The study day of a moment; `studyDayOf` of the scheduler. */
  readonly dayOf: DayOf;
  /** Called when another tab with an old version has kept the record closed for a second. */
  readonly onBlocked?: () => void;
  /** Of the database; tests use their own. */
  readonly name?: string;
  /** Where the files are; tests use their own. */
  readonly folder?: string;
  /** Opens the files; tests pass one that fails, to show what they are for. */
  readonly openFiles?: typeof openOpfsStore;
}

export const databaseName = 'sveska';
export const logFolder = 'log';

/** A log that was not written to for so long is taken for ended: its session is over. */
const endedAfterMs = 24 * 60 * 60 * 1000;

const open = new Set<LogStore>();

/** Lets go of every record that this page has opened; files that are held open cannot be deleted. */
export async function closeRecords(): Promise<void> {
  const stores = [...open];
  open.clear();
  await Promise.all(stores.map((store) => store.close()));
}

interface OpenedStore {
  readonly store: LogStore & {
    readonly damaged: number;
    seal?(): Promise<void>;
    merge?(before: number): Promise<number>;
  };
  readonly entries: readonly LogEntry[];
}

/** A store that opened and could be read, or why not. */
type Attempt =
  | { readonly opened: OpenedStore; readonly error: null }
  | { readonly opened: null; readonly error: string };

/**
 * Opens the learner's record: reads both stores, gives each what only the other has, and looks for
 * numbers that neither has. Never rejects: when nothing can be kept, the record lives in memory and the
 * report says why.
 */
export async function openRecord(options: RecordOptions): Promise<OpenedRecord> {
  const { name = databaseName, folder = logFolder } = options;
  // Before the stores: another tab may add to both between the two readings, and a mark must not be ahead.
  const marks = {
    logs: readMarks(options.marks),
    ended: readEndedMark(options.marks),
    gaps: readKnownGaps(options.marks),
  };
  const [database, files] = await Promise.all([
    attempt(() => openIndexedDbStore({ name, onBlocked: options.onBlocked ?? (() => {}) })),
    attempt(() => (options.openFiles ?? openOpfsStore)(folder)),
  ]);
  const entries = unionOf(database.opened?.entries ?? [], files.opened?.entries ?? []);
  const healed = [await heal(database, entries), await heal(files, entries)];
  const lengths = measureLogs(entries);
  const missing = findGaps(lengths, marks, options.dayOf);
  const lost = missing.reduce((sum, { count }) => sum + count, 0);
  const unread = (database.opened?.store.damaged ?? 0) + (files.opened?.store.damaged ?? 0);
  const endedBefore = Date.now() - endedAfterMs;
  if (!healed.includes(null)) dropMarks(options.marks, lengths, endedBefore);
  tidy(database, endedBefore);
  tidy(files, endedBefore);
  const store = withMarks(joined(database, files), options.marks);
  open.add(store);
  const report: VerifiedRecord = {
    healed: (healed[0] ?? 0) + (healed[1] ?? 0),
    missing,
    indexedDb: database.error,
    opfs: files.error,
    damaged: Math.min(unread, lost),
    found: [],
    isSnapshotRight: true,
  };
  return {
    store,
    start: { snapshot: null, entries, cursor: advanceCursor(null, entries) },
    verify: async () => report,
    readAll: async () => (await store.readFrom(null)).entries,
    acceptGaps: (restored) => writeKnownGaps(options.marks, measureLogs(restored)),
  };
}

async function attempt(openStore: () => Promise<OpenedStore['store']>): Promise<Attempt> {
  try {
    const store = await openStore();
    const { entries } = await store.readFrom(null);
    return { opened: { store, entries }, error: null };
  } catch (error) {
    return { opened: null, error: String(error) };
  }
}

/** Gives a store what it lacks of `all`; how many entries that were, or null when it cannot be made whole now. */
async function heal({ opened }: Attempt, all: readonly LogEntry[]): Promise<number | null> {
  if (opened === null) return null;
  if (opened.entries.length === all.length) return 0;
  const has = createEntrySet();
  for (const entry of opened.entries) has.add(entry);
  const lacking = all.filter((entry) => !has.has(entry));
  return opened.store.append(lacking).then(
    () => lacking.length,
    () => null,
  );
}

/** Makes the next start quicker; the record is whole without it. */
function tidy({ opened }: Attempt, endedBefore: number): void {
  opened?.store.seal?.().catch(() => {});
  opened?.store.merge?.(endedBefore).catch(() => {});
}

function joined(database: Attempt, files: Attempt): LogStore {
  if (database.opened && files.opened) return joinStores(database.opened.store, files.opened.store);
  return database.opened?.store ?? files.opened?.store ?? createMemoryStore();
}

function withMarks(store: LogStore, marks: MarkStore): LogStore {
  return {
    async append(entries) {
      await store.append(entries);
      writeMarks(marks, entries);
    },
    readFrom: (cursor) => store.readFrom(cursor),
    close: () => store.close(),
  };
}
