import type { LogId } from '../../../core/model/id.ts';
import type { LogEntry } from '../../../core/model/log/log-entry.ts';
import { isPast } from '../cursors.ts';
import { createEntrySet, type EntrySet } from '../entry-set.ts';
import { addLength, type LogLength } from '../find-gaps.ts';
import type { PartedStore } from './parted-stores.ts';
import type { Comparison, SeenByStart } from './record-job.ts';

type Visit = (entry: LogEntry, of: 'database' | 'files') => void;

/**
 * Reads both stores part by part, gives each what only the other has, and says what they hold together. What is on its
 * way to the stores while they are read is not taken for lost: a difference must still be there at a second look, and
 * logs that a living tab writes are left to the next start.
 */
export async function compareStores(
  stores: { readonly database: PartedStore; readonly files: PartedStore; isHeld(log: LogId): Promise<boolean> },
  start: SeenByStart,
): Promise<Omit<Comparison, 'indexedDb' | 'opfs'>> {
  const survey = startSurvey();
  const found: LogEntry[] = [];
  const damaged = await readBoth(stores, (entry, of) => {
    survey.add(entry, of);
    if (isPast(start.cursor, entry)) found.push(entry);
  });
  const healing = survey.isEven() ? { healed: 0, isWhole: true } : await heal(stores, survey);
  return { lengths: survey.lengths, damaged, found, isSnapshotRight: survey.holds(start), ...healing };
}

async function readBoth({ database, files }: Parameters<typeof compareStores>[0], visit: Visit): Promise<number> {
  const each = (of: 'database' | 'files') => (entries: readonly LogEntry[]) => {
    for (const entry of entries) visit(entry, of);
  };
  return (await database.readEach(each('database'))) + (await files.readEach(each('files')));
}

interface Survey {
  readonly lengths: ReadonlyMap<LogId, LogLength>;
  readonly database: EntrySet;
  readonly files: EntrySet;
  add: Visit;
  /** Whether both hold the same. */
  isEven(): boolean;
  holds(start: SeenByStart): boolean;
}

function startSurvey(): Survey {
  const [database, files, both] = [createEntrySet(), createEntrySet(), createEntrySet()];
  const lengths = new Map<LogId, LogLength>();
  const sets = { database, files };
  const counts = { database: 0, files: 0, both: 0 };
  return {
    lengths,
    ...sets,
    add(entry, of) {
      if (!sets[of].add(entry)) return;
      counts[of] += 1;
      if (!both.add(entry)) return;
      counts.both += 1;
      addLength(lengths, entry);
    },
    isEven: () => counts.database === counts.both && counts.files === counts.both,
    holds: ({ position: { logs, counts: seen, highest } }) =>
      logs.every((log, index) => both.countUpTo(log, highest[index] ?? 0) === seen[index]),
  };
}

/** Reads both once more, since what one lacks was not kept, and puts back what is still lacking then. */
async function heal(
  stores: Parameters<typeof compareStores>[0],
  first: Survey,
): Promise<Pick<Comparison, 'healed' | 'isWhole'>> {
  const again = startSurvey();
  const suspects: Record<'database' | 'files', LogEntry[]> = { database: [], files: [] };
  await readBoth(stores, (entry, of) => {
    again.add(entry, of);
    if (of === 'files' && !first.database.has(entry)) suspects.database.push(entry);
    if (of === 'database' && !first.files.has(entry)) suspects.files.push(entry);
  });
  let [healed, isWhole] = [0, true];
  for (const of of ['database', 'files'] as const) {
    const once = createEntrySet();
    const lacking = suspects[of].filter((entry) => !again[of].has(entry) && once.add(entry));
    const ended = await withoutHeld(lacking, stores.isHeld);
    if (ended.length < lacking.length) isWhole = false;
    await stores[of].append(ended).then(
      () => (healed += ended.length),
      () => (isWhole = false),
    );
  }
  return { healed, isWhole };
}

async function withoutHeld(
  entries: readonly LogEntry[],
  isHeld: (log: LogId) => Promise<boolean>,
): Promise<readonly LogEntry[]> {
  const held = new Set<LogId>();
  for (const log of new Set(entries.map((entry) => entry.log))) if (await isHeld(log)) held.add(log);
  return entries.filter(({ log }) => !held.has(log));
}
