import type { Folding } from '../core/scheduler/fold/base/base.ts';
import { buildBase } from '../core/scheduler/fold/base/build-base.ts';
import { readSnapshot } from '../core/scheduler/fold/base/read-snapshot.ts';
import { isFoldedBy, writeSnapshot } from '../core/scheduler/fold/base/write-snapshot.ts';
import { serveRecordJobs } from '../io/storage/care/serve-record-jobs.ts';

/** Beside `main.tsx` the other place where the core meets the machine: a worker, for what must not stop the page. */
serveRecordJobs<Folding>({
  isUsable(snapshot, folding) {
    const cut = readSnapshot(snapshot);
    return cut !== null && isFoldedBy(cut.base, folding);
  },
  fold: (entries, folding) => writeSnapshot(buildBase(entries, folding)),
});
