import type { LogId } from '../../core/model/id.ts';
import type { LogEntry } from '../../core/model/log/log-entry.ts';
import type { Cursor, LogStore, OpenedRecord } from '../../core/model/log/log-store.ts';
import { highestOf, isIntact, type Snapshot } from '../../core/model/log/snapshot.ts';
import { once } from '../../core/text/once.ts';
import type { Attempt } from './attempt.ts';
import type { AskedJob } from './care/ask-record-worker.ts';
import { compareStores } from './care/compare-stores.ts';
import { noStore, type PartedStore, partedDatabase } from './care/parted-stores.ts';
import type { Comparison, SeenByStart } from './care/record-job.ts';
import { createEntrySet } from './entry-set.ts';
import { measureLogs } from './find-gaps.ts';
import { writeKnownGaps } from './high-water-marks.ts';
import type { IndexedDbStore } from './indexed-db-store.ts';
import type { OpfsStore } from './opfs-store.ts';
import { askForCare, createKeeper, type RecordPlaces, reportOf, withMarks } from './record-places.ts';
import { createSnapshotStore, type KeptSnapshot } from './snapshot-store.ts';
import { joinStores } from './two-store-log.ts';

/** A snapshot, and what the database has after it. */
export interface SnapshotTail {
  readonly snapshot: Snapshot;
  readonly entries: readonly LogEntry[];
  readonly cursor: Cursor;
}

/**
 * What came after a snapshot, or null when it is damaged or the database cannot hold what it stands for: then it is
 * the snapshot of another record. Reads nothing of what the snapshot had seen.
 */
export async function readTail(database: IndexedDbStore, kept: KeptSnapshot): Promise<SnapshotTail | null> {
  try {
    const { snapshot, segments } = kept;
    if (!isIntact(snapshot) || !(await database.canHold(segments, snapshot.count))) return null;
    const { entries, cursor } = await database.readAfter(highestOf(snapshot.position), segments.last);
    return { snapshot, entries, cursor };
  } catch {
    // What lies in a cache may be anything.
    return null;
  }
}

/** The record with its database open and nothing else read; the files are opened when they are first needed. */
export function openFromSnapshot(
  places: RecordPlaces,
  database: IndexedDbStore,
  { snapshot, entries, cursor }: SnapshotTail,
): OpenedRecord {
  let opening: Promise<Attempt<OpfsStore>> | null = null;
  const files = () => {
    opening ??= places.openFiles();
    return opening;
  };
  const seen = createEntrySet(highestOf(snapshot.position));
  for (const entry of entries) seen.add(entry);
  const written = new Set<LogId>();
  const onAppend = (several: readonly LogEntry[]) => {
    for (const entry of several) {
      seen.add(entry);
      written.add(entry.log);
    }
  };
  const keeper = createKeeper(places);
  let care: AskedJob | null = null;
  let isClosed = false;
  const onClose = () => {
    isClosed = true;
    care?.end();
    keeper.end();
  };
  const both = joinStores(
    database,
    whenNeeded(files, () => opening),
  );
  const store = withMarks(both, places.marks, { onAppend, onClose });
  const compare = async (): Promise<Comparison> => {
    const start: SeenByStart = { position: snapshot.position, cursor };
    care = askForCare(places, start, null);
    const compared = await care?.compared.catch(() => null);
    // A record that was closed meanwhile has nobody to tell, and may be gone.
    if (isClosed) return new Promise(() => {});
    return compared ?? compareHere(places, database, await files(), { start, written });
  };
  return {
    store,
    start: { snapshot, entries, cursor },
    verify: once(async () => {
      const [compared, { error }] = await Promise.all([compare(), files()]);
      const report = reportOf(places, { ...compared, opfs: error ?? compared.opfs });
      return { ...report, found: compared.found.filter((entry) => seen.add(entry)) };
    }),
    keepSnapshot: keeper.keep,
    readAll: async () => (await store.readFrom(null)).entries,
    acceptGaps: (restored) => writeKnownGaps(places.marks, measureLogs(restored)),
  };
}

/** Without a worker: the same in the page. */
async function compareHere(
  { job }: RecordPlaces,
  database: IndexedDbStore,
  files: Attempt<OpfsStore>,
  { start, written }: { readonly start: SeenByStart; readonly written: ReadonlySet<LogId> },
): Promise<Comparison> {
  const stores = {
    database: partedDatabase(database),
    files: files.opened === null ? noStore : partedFiles(files.opened),
    // What this tab writes may be on its way to one of them. Those of other tabs are not known here.
    isHeld: async (log: LogId) => written.has(log),
  };
  const compared = await compareStores(stores, start);
  if (!compared.isSnapshotRight) await createSnapshotStore(job.cache).drop();
  return { ...compared, indexedDb: null, opfs: files.error };
}

/** In one part: their worker reads them all. */
function partedFiles(files: OpfsStore): PartedStore {
  return {
    async readEach(visit) {
      const before = files.damaged;
      visit((await files.readFrom(null)).entries);
      return files.damaged - before;
    },
    append: files.append,
  };
}

/** A store that is opened when it is first needed. One that cannot be opened leaves the other alone. */
function whenNeeded(open: () => Promise<Attempt<LogStore>>, known: () => Promise<Attempt<LogStore>> | null): LogStore {
  return {
    append: async (entries) => (await open()).opened?.append(entries),
    async readFrom(cursor) {
      const { opened, error } = await open();
      // To say that it is empty would make the record so when the other cannot be read.
      if (opened === null) throw new Error(error);
      return opened.readFrom(cursor);
    },
    close: async () => (await known())?.opened?.close(),
  };
}
