import { type IndexedDbStore, openIndexedDbStore } from '../indexed-db-store.ts';
import { readFiles } from '../line-file.ts';
import { type LogFolder, openLogFolder } from '../log-folder.ts';
import { linesOfLogs } from '../opfs-protocol.ts';
import { createSnapshotStore } from '../snapshot-store.ts';
import { compareStores } from './compare-stores.ts';
import { noStore, type PartedStore, partedDatabase } from './parted-stores.ts';
import type { Comparison, RecordJob, RecordJobReply, SeenByStart, SnapshotFold } from './record-job.ts';
import { renewSnapshot } from './renew-snapshot.ts';

interface WorkerScope<Folding extends object> {
  addEventListener(type: 'message', listener: (event: MessageEvent<RecordJob<Folding>>) => void): void;
  postMessage(reply: RecordJobReply): void;
}

/** Makes of this worker one that cares for the record: it compares, heals, tidies up and writes snapshots. */
export function serveRecordJobs<Folding extends object>(fold: SnapshotFold<Folding>): void {
  const scope = globalThis as unknown as WorkerScope<Folding>;
  scope.addEventListener('message', async ({ data: job }) => {
    const say = (reply: RecordJobReply) => scope.postMessage(reply);
    const error = await alone(`sveska-care-${job.name}`, () => perform(job, fold, say)).then(
      () => null,
      (reason: unknown) => String(reason),
    );
    say({ done: true, error });
  });
}

/** Two tabs that start together would heal and fold the same. A page that came by plain HTTP has no locks. */
async function alone(name: string, work: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request(name, work);
  else await work();
}

async function perform<Folding extends object>(
  job: RecordJob<Folding>,
  fold: SnapshotFold<Folding>,
  say: (reply: RecordJobReply) => void,
): Promise<void> {
  const [database, folder] = await Promise.allSettled([
    openIndexedDbStore({ name: job.name, onBlocked: () => {} }),
    // A fold needs no files.
    job.start === null ? null : openLogFolder(job.folder),
  ]);
  const stores = { database: openedOf(database), folder: openedOf(folder) };
  try {
    if (job.start !== null) {
      const compared = await compare(stores, job.start);
      const problems = { indexedDb: problemOf(database), opfs: problemOf(folder) };
      say({ compared: { ...compared, ...problems } });
      if (!compared.isSnapshotRight) await createSnapshotStore(job.cache).drop();
      // A start that has read everything itself has tidied up, too.
      await stores.database?.seal();
      await stores.folder?.merge(job.endedBefore);
    }
    if (stores.database !== null) await renewSnapshot(job, stores.database, fold);
  } finally {
    await stores.database?.close();
    stores.folder?.close();
  }
}

type Stores = { readonly database: IndexedDbStore | null; readonly folder: LogFolder | null };

function compare({ database, folder }: Stores, start: SeenByStart): Promise<Omit<Comparison, 'indexedDb' | 'opfs'>> {
  return compareStores(
    {
      database: database === null ? noStore : partedDatabase(database),
      files: folder === null ? noStore : partedFolder(folder),
      isHeld: async (log) => (folder === null ? false : folder.isHeld(log)),
    },
    start,
  );
}

function partedFolder(folder: LogFolder): PartedStore {
  return {
    async readEach(visit) {
      let damaged = 0;
      await folder.readEach((text) => {
        const found = readFiles([text]);
        damaged += found.damaged;
        visit(found.entries);
      });
      return damaged;
    },
    append: (entries) => folder.append(linesOfLogs(entries)),
  };
}

function openedOf<T>(result: PromiseSettledResult<T>): T | null {
  return result.status === 'fulfilled' ? result.value : null;
}

function problemOf(result: PromiseSettledResult<unknown>): string | null {
  return result.status === 'fulfilled' ? null : String(result.reason);
}
