import type { CardId, EntryId, LogId, QuestionId, Timestamp } from '../../../model/id.ts';
import type { LogEntry, LogPlace } from '../../../model/log/log-entry.ts';
import { type Snapshot, type SnapshotPosition, sumOf } from '../../../model/log/snapshot.ts';
import type { SettingValue } from '../../../model/settings.ts';
import { createScheduler } from '../../memory/fsrs.ts';
import type { ClockFix } from '../entry-kinds.ts';
import type { Lineage, VoidAnswers } from '../lineage.ts';
import type { LogTimes } from '../times/log-times.ts';
import type { Base, CutLog, Folding } from './base.ts';
import { positionOf } from './build-base.ts';

/** To be raised with every change of what a log folds to, or of how that is written down. */
export const snapshotFormat = 3;

/** All of a base that is no column, as JSON holds it. */
export interface Facts {
  readonly desiredRetention: number;
  /** As in `Folding`. */
  readonly parameters?: readonly number[] | undefined;
  /** `modelMark` of the memory model that folded it. */
  readonly model: string;
  readonly lineage: LineageLists;
  readonly count: number;
  readonly answers: number;
  readonly position: SnapshotPosition;
  readonly end: LogPlace | null;
  readonly held: readonly LogEntry[];
  readonly settings: readonly (readonly [string, SettingValue])[];
  readonly packs: readonly (readonly [string, boolean])[];
  readonly times: Omit<LogTimes, 'correctedLogs'> & { readonly correctedLogs: readonly LogId[] };
  readonly oldest: Timestamp | null;
  readonly fixes: readonly ClockFix[];
  readonly awaited: readonly EntryId[];
  readonly undone: readonly string[];
  readonly notes: readonly (readonly [row: number, note: string])[];
}

export interface LineageLists {
  readonly parents: readonly (readonly [QuestionId, readonly QuestionId[]])[];
  readonly heirs: readonly (readonly [QuestionId, readonly QuestionId[]])[];
  readonly corrections: readonly (readonly [
    QuestionId,
    Omit<VoidAnswers, 'revs'> & { readonly revs: readonly string[] },
  ])[];
}

/**
 * Base and tail as plain data, to be read by `readSnapshot`. The columns are the base's own: what is made of it is to
 * be copied before they are changed. Of a live fold only while it has not said `needs-whole`.
 */
export function writeSnapshot({ base, tail }: CutLog): Snapshot {
  const position = positionOf(tail, base.position);
  const unsigned = {
    format: snapshotFormat,
    position,
    count: base.count + tail.length,
    columns: { ...base.cards.columns },
    texts: { cards: base.cards.ids.join('\n'), facts: JSON.stringify(factsOf(base)) },
    tail: JSON.stringify(tail),
  };
  return { ...unsigned, sum: sumOf(unsigned) };
}

/** Whether a base was folded as it would be now; otherwise it is to be built anew from the whole log. */
export function isFoldedBy({ folding }: Base, { desiredRetention, parameters, lineage }: Folding): boolean {
  if (folding.desiredRetention !== desiredRetention || !areSame(folding.parameters, parameters)) return false;
  if (folding.lineage === lineage) return true;
  return JSON.stringify(listsOf(folding.lineage)) === JSON.stringify(listsOf(lineage));
}

function areSame(a: Folding['parameters'], b: Folding['parameters']): boolean {
  return a === b || (a?.length === b?.length && a?.every((value, place) => value === b?.[place]) === true);
}

/** What a few answers lead to: another memory model, or other parameters, make it another text. */
export function modelMark({ desiredRetention, parameters }: Omit<Folding, 'lineage'>): string {
  const scheduler = createScheduler({ desiredRetention, parameters });
  const first = scheduler.next(null, 0, 3);
  const again = scheduler.next(scheduler.next(first, 4, 4), 30, 1);
  const last = scheduler.next(scheduler.next(again, 0, 3), 2, 2);
  return JSON.stringify([first, again, last, scheduler.interval(last.stability)]);
}

function factsOf(base: Base): Facts {
  const { folding, count, answers, position, end, held, registers, times, oldest, fixes, awaited, undone } = base;
  return {
    desiredRetention: folding.desiredRetention,
    parameters: folding.parameters,
    model: modelMark(folding),
    lineage: listsOf(folding.lineage),
    count,
    answers,
    position,
    end,
    held,
    settings: [...registers.settings],
    packs: [...registers.packs],
    times: { ...times, correctedLogs: [...times.correctedLogs] },
    oldest,
    fixes,
    awaited: [...awaited],
    undone: [...undone],
    notes: [...base.cards.notes],
  };
}

/** In one order, whatever order packs were loaded in. */
function listsOf({ parents, heirs, corrections }: Lineage): LineageLists {
  const voids = [...corrections].map(([id, { revs, before, current }]) => {
    return [id, { before, revs: [...revs].sort(), current }] as const;
  });
  return {
    parents: sorted([...parents]),
    heirs: sorted([...heirs].map(([id, names]) => [id, names.toSorted()] as const)),
    corrections: sorted(voids),
  };
}

function sorted<Row extends readonly [QuestionId | CardId, unknown]>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
