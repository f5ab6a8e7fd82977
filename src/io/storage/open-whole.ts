import type { LogEntry } from '../../core/model/log/log-entry.ts';
import type { LogStore, OpenedRecord } from '../../core/model/log/log-store.ts';
import { type Attempt, attempt } from './attempt.ts';
import { advanceCursor } from './cursors.ts';
import { createEntrySet, unionOf } from './entry-set.ts';
import { measureLogs } from './find-gaps.ts';
import { writeKnownGaps } from './high-water-marks.ts';
import type { IndexedDbStore } from './indexed-db-store.ts';
import { createMemoryStore } from './memory-store.ts';
import type { OpfsStore } from './opfs-store.ts';
import { createKeeper, endedBefore, type RecordPlaces, reportOf, withMarks } from './record-places.ts';
import { joinStores } from './two-store-log.ts';

interface ReadStore<Store> {
  readonly store: Store;
  readonly entries: readonly LogEntry[];
}

/** Reads both stores, gives each what only the other has, and looks for numbers that neither has. */
export async function openWhole(
  places: RecordPlaces,
  opening: Promise<Attempt<IndexedDbStore>>,
): Promise<OpenedRecord> {
  const [database, files] = await Promise.all([readAllOf(opening), readAllOf(places.openFiles())]);
  const entries = unionOf(database.opened?.entries ?? [], files.opened?.entries ?? []);
  const healed = [await heal(database, entries), await heal(files, entries)];
  const report = reportOf(places, {
    lengths: measureLogs(entries),
    healed: (healed[0] ?? 0) + (healed[1] ?? 0),
    isWhole: !healed.includes(null),
    damaged: (database.opened?.store.damaged ?? 0) + (files.opened?.store.damaged ?? 0),
    indexedDb: database.error,
    opfs: files.error,
    found: [],
    isSnapshotRight: true,
  });
  const keeper = createKeeper(places);
  const store = withMarks(joined(database, files), places.marks, { onClose: keeper.end });
  tidy(database, files);
  return {
    store,
    start: { snapshot: null, entries, cursor: advanceCursor(null, entries) },
    verify: async () => report,
    keepSnapshot: keeper.keep,
    readAll: async () => (await store.readFrom(null)).entries,
    acceptGaps: (restored) => writeKnownGaps(places.marks, measureLogs(restored)),
  };
}

async function readAllOf<Store extends LogStore>(opening: Promise<Attempt<Store>>): Promise<Attempt<ReadStore<Store>>> {
  const result = await opening;
  return result.error === null ? attempt(() => readWhole(result.opened)) : result;
}

async function readWhole<Store extends LogStore>(store: Store): Promise<ReadStore<Store>> {
  return { store, entries: (await store.readFrom(null)).entries };
}

/** Gives a store what it lacks of `all`; how many entries that were, or null when it cannot be made whole now. */
async function heal({ opened }: Attempt<ReadStore<LogStore>>, all: readonly LogEntry[]): Promise<number | null> {
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
function tidy(database: Attempt<ReadStore<IndexedDbStore>>, files: Attempt<ReadStore<OpfsStore>>): void {
  database.opened?.store.seal().catch(() => {});
  files.opened?.store.merge(endedBefore()).catch(() => {});
}

function joined(database: Attempt<ReadStore<LogStore>>, files: Attempt<ReadStore<LogStore>>): LogStore {
  if (database.opened && files.opened) return joinStores(database.opened.store, files.opened.store);
  return database.opened?.store ?? files.opened?.store ?? createMemoryStore();
}
