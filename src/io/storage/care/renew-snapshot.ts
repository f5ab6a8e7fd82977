import type { LogEntry } from '../../../core/model/log/log-entry.ts';
import type { IndexedDbStore } from '../indexed-db-store.ts';
import { createSnapshotStore } from '../snapshot-store.ts';
import type { RecordJob, SnapshotFold } from './record-job.ts';

/** Writes a new snapshot when there is none that can be used, or when much has been added since. */
export async function renewSnapshot<Folding extends object>(
  job: RecordJob<Folding>,
  database: Pick<IndexedDbStore, 'size' | 'readEach' | 'canHold'>,
  fold: SnapshotFold<Folding>,
): Promise<void> {
  const { folding, snapshotFrom, snapshotEvery } = job;
  const cache = createSnapshotStore(job.cache);
  if (folding === null) return;
  const size = await database.size();
  if (size < snapshotFrom) return;
  const kept = await cache.read();
  if (kept !== null && size < kept.snapshot.count + snapshotEvery && fold.isUsable(kept.snapshot, folding)) return;
  const entries: LogEntry[] = [];
  const { segments } = await database.readEach((part) => {
    for (const entry of part) entries.push(entry);
  });
  const snapshot = fold.fold(entries, folding);
  await cache.write({ snapshot, segments });
  // Another tab may have erased the record meanwhile: then nothing of it may stay.
  if (!(await database.canHold(segments, snapshot.count))) await cache.drop();
}
