import type { Timestamp } from '../../../src/core/model/id.ts';
import { nextPlace, startLog } from '../../../src/core/model/log/log.ts';
import type { AnswerFields, EntryFields, LogEntry } from '../../../src/core/model/log/log-entry.ts';
import type { LogStore, OpenedRecord } from '../../../src/core/model/log/log-store.ts';
import type { Snapshot } from '../../../src/core/model/log/snapshot.ts';
import { readSettings } from '../../../src/core/model/settings.ts';
import { buildBase } from '../../../src/core/scheduler/fold/base/build-base.ts';
import { writeSnapshot } from '../../../src/core/scheduler/fold/base/write-snapshot.ts';
import { foldRegisters } from '../../../src/core/scheduler/fold/fold-registers.ts';
import { noLineage } from '../../../src/core/scheduler/fold/lineage.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { cardId, logId, showingId } from '../../core/ids.ts';
import { openedRecord } from '../study-builders.tsx';

const dayMs = 24 * 60 * 60 * 1000;
/** When a test opens its page, unless told otherwise. */
export const opened = Date.UTC(2026, 10, 23, 12);

export function answerTo(name: string, at: string, more: Partial<AnswerFields> = {}): AnswerFields {
  return { t: 'answer', card: cardId(`demo/${name}`), rev: 'rev1', r: 3, took: 5000, at: showingId(at), ...more };
}

/** A log of one tab: what was done on which day before today. */
export function logOf(name: string, done: readonly (readonly [daysAgo: number, fields: EntryFields])[]): LogEntry[] {
  let clock = startLog(logId(name));
  return done.map(([daysAgo, fields]) => {
    const place = nextPlace(clock, (opened - daysAgo * dayMs) as Timestamp, 0);
    clock = place;
    return { ...place, ...fields };
  });
}

/** Twenty days of three cards, in which one was suspended and another left to be brought up by the last entries. */
export const past: readonly LogEntry[] = logOf('past', [
  ...[20, 19, 17].map((ago) => [ago, answerTo('one', `one-${ago}`)] as const),
  [16, answerTo('two', 'two-16', { r: 1 })],
  [16, answerTo('two', 'two-16b')],
  [15, { t: 'setting', key: 'newPerDay', value: 7 }],
  [15, { t: 'note', card: cardId('demo/two'), text: 'mind the ports' }],
  [14, answerTo('three', 'three-14')],
  [9, answerTo('two', 'two-9', { r: 2 })],
  [3, answerTo('one', 'one-3', { r: 4 })],
  [3, { t: 'flag', card: cardId('demo/three'), value: true }],
  [2, answerTo('three', 'three-2', { r: 1 })],
]);

export async function storeOf(entries: readonly LogEntry[]): Promise<LogStore> {
  const store = createMemoryStore();
  await store.append(entries);
  return store;
}

/** A snapshot of these entries that has only the last ones as they are. */
export function snapshotOf(entries: readonly LogEntry[], lineage = noLineage, tail = 4): Snapshot {
  const { desiredRetention } = readSettings(foldRegisters(entries).settings);
  return writeSnapshot(buildBase(entries, { desiredRetention, lineage }, { entries: tail, days: 0, most: tail }));
}

/** A record that starts from a snapshot of what its store holds; `reads` counts how often all of it was read. */
export async function cutRecord(
  store: LogStore,
  change: Partial<OpenedRecord> & { readonly snapshot?: Snapshot } = {},
): Promise<OpenedRecord & { readonly reads: { count: number } }> {
  const { entries, cursor } = await store.readFrom(null);
  const whole = await openedRecord(store);
  const reads = { count: 0 };
  return {
    ...whole,
    start: { snapshot: change.snapshot ?? snapshotOf(entries), entries: [], cursor },
    readAll: () => {
      reads.count += 1;
      return whole.readAll();
    },
    ...change,
    reads,
  };
}
