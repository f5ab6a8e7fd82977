import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import { type Snapshot, sumOf } from '../../../src/core/model/log/snapshot.ts';
import type { SnapshotFold } from '../../../src/io/storage/care/record-job.ts';
import { unionOf } from '../../../src/io/storage/entry-set.ts';
import { measureLogs } from '../../../src/io/storage/find-gaps.ts';

/** A snapshot that says what it stands for and folds nothing: the stores look no further. */
function snapshotOf(entries: readonly LogEntry[], folding: object): Snapshot {
  const all = unionOf(entries, []);
  const logs = [...measureLogs(all)];
  const unsigned = {
    format: 1,
    position: {
      logs: logs.map(([log]) => log),
      counts: logs.map(([, { count }]) => count),
      highest: logs.map(([, { highest }]) => highest),
    },
    count: all.length,
    columns: { numbers: Uint32Array.from(all, ({ n }) => n) },
    texts: { folding: JSON.stringify(folding) },
    tail: '[]',
  };
  return { ...unsigned, sum: sumOf(unsigned) };
}

export const plainFold: SnapshotFold<object> = {
  isUsable: ({ format, texts }, folding) => format === 1 && texts.folding === JSON.stringify(folding),
  fold: snapshotOf,
};
