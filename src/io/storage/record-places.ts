import type { LogEntry } from '../../core/model/log/log-entry.ts';
import type { LogStore, VerifiedRecord } from '../../core/model/log/log-store.ts';
import type { MarkStore } from '../../core/model/mark-store.ts';
import type { Attempt } from './attempt.ts';
import { type AskedJob, askRecordWorker } from './care/ask-record-worker.ts';
import type { Comparison, RecordJob } from './care/record-job.ts';
import { type DayOf, findGaps, type KnownMarks } from './find-gaps.ts';
import { dropMarks, writeMarks } from './high-water-marks.ts';
import type { OpfsStore } from './opfs-store.ts';

/** Where a record lies, and what is known of it from outside the stores. */
export interface RecordPlaces {
  readonly marks: MarkStore;
  readonly known: KnownMarks;
  readonly dayOf: DayOf;
  readonly workerUrl?: string;
  readonly job: Pick<RecordJob, 'name' | 'folder' | 'cache' | 'snapshotFrom' | 'snapshotEvery'>;
  openFiles(): Promise<Attempt<OpfsStore>>;
}

/** A log that was not written to for so long is taken for ended: its session is over. */
const endedAfterMs = 24 * 60 * 60 * 1000;

export function endedBefore(): number {
  return Date.now() - endedAfterMs;
}

/** What two stores that were compared come to, beside what is known from outside of them. */
export function reportOf({ marks, known, dayOf }: RecordPlaces, compared: Comparison): VerifiedRecord {
  const { lengths, healed, isWhole, damaged, indexedDb, opfs, found, isSnapshotRight } = compared;
  const missing = findGaps(lengths, known, dayOf);
  const lost = missing.reduce((sum, { count }) => sum + count, 0);
  if (isWhole) dropMarks(marks, lengths, endedBefore());
  return { healed, missing, indexedDb, opfs, damaged: Math.min(damaged, lost), found, isSnapshotRight };
}

/** Has a worker care for the record; null where there is none. */
export function askForCare(
  { workerUrl, job }: RecordPlaces,
  start: RecordJob['start'],
  folding: object | null,
): AskedJob | null {
  if (workerUrl === undefined) return null;
  try {
    return askRecordWorker(workerUrl, { ...job, start, folding, endedBefore: endedBefore() });
  } catch {
    return null;
  }
}

export interface SnapshotKeeper {
  keep(folding: object): Promise<void>;
  end(): void;
}

/** Has one worker at a time keep the snapshot new. */
export function createKeeper(places: RecordPlaces): SnapshotKeeper {
  let asked: AskedJob | null = null;
  let isEnded = false;
  return {
    async keep(folding) {
      if (isEnded) return;
      asked ??= askForCare(places, null, folding);
      await asked?.done;
      asked = null;
    },
    end() {
      isEnded = true;
      asked?.end();
    },
  };
}

/** `onAppend` is called before, with what is to be written; `onClose` before the store is closed. */
export function withMarks(
  store: LogStore,
  marks: MarkStore,
  { onAppend = (_entries: readonly LogEntry[]) => {}, onClose = () => {} } = {},
): LogStore {
  return {
    async append(entries) {
      onAppend(entries);
      await store.append(entries);
      writeMarks(marks, entries);
    },
    readFrom: (cursor) => store.readFrom(cursor),
    close() {
      onClose();
      return store.close();
    },
  };
}
