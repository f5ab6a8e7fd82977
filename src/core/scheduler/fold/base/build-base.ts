import type { EntryId, LogId, Timestamp } from '../../../model/id.ts';
import { type LogEntry, placeOf } from '../../../model/log/log-entry.ts';
import type { SnapshotPosition } from '../../../model/log/snapshot.ts';
import { type ClockFix, isCardEntry, isClockFix, isUndo, type Undo } from '../entry-kinds.ts';
import { addToRegisters } from '../fold-registers.ts';
import { orderLog } from '../order-log.ts';
import { clockOf } from '../times/clock-fixes.ts';
import { holdingFixes } from '../times/fix-groups.ts';
import { addTimes, type LogTimes, noTimes } from '../times/log-times.ts';
import { findCorrections } from '../times/time-corrections.ts';
import { settleUndos, undoTargets } from '../undone-entries.ts';
import type { Base, CutLog, Folding } from './base.ts';
import { foldCards } from './build-table.ts';
import { type Cut, cutLog, usualCut } from './cut-log.ts';

/** Cuts a whole log, given in any order, in two and folds the first part. A function of the set of entries. */
export function buildBase(log: Iterable<LogEntry>, folding: Folding, cut: Cut = usualCut): CutLog {
  const whole = readWhole(log);
  const at = cutLog(whole.timed, cut);
  const before = at === whole.timed.length ? whole.timed : whole.timed.slice(0, at);
  const after = whole.timed.slice(at);
  const { answers, others } = tellApart(before);
  const { table, held } = foldCards(whole.activeOf(before), after, folding);
  const last = before.at(-1);
  const base: Base = {
    folding: keptFolding(folding),
    count: before.length,
    answers,
    position: positionOf(before),
    end: last === undefined ? null : { v: 1, log: last.log, n: last.n, ms: last.ms, c: last.c, tz: last.tz },
    cards: table,
    held: held.entries,
    registers: addToRegisters({ settings: new Map(), packs: new Map() }, whole.activeOf(others)),
    times: timesOf(before, whole),
    oldest: before[0]?.ms ?? null,
    fixes: whole.holding,
    ...acrossCut(before, others.filter(isUndo), whole),
  };
  return { base, tail: after.map(whole.rawOf) };
}

/** Nothing else of what was given, and no field for parameters where there are none. */
export function keptFolding({ desiredRetention, parameters, lineage }: Folding): Folding {
  return { desiredRetention, ...(parameters === undefined ? {} : { parameters }), lineage };
}

interface WholeLog {
  readonly ordered: readonly LogEntry[];
  /** The same entries with corrected times, in the order of these. */
  readonly timed: readonly LogEntry[];
  readonly fixes: readonly ClockFix[];
  readonly holding: readonly ClockFix[];
  readonly targets: ReadonlyMap<Undo, LogEntry>;
  rawOf(timed: LogEntry): LogEntry;
  isUndone(timed: LogEntry): boolean;
  /** What of some entries counts. */
  activeOf(timed: readonly LogEntry[]): readonly LogEntry[];
}

/** How many answers to a card there are, and the entries of other kinds, which are few. */
function tellApart(entries: readonly LogEntry[]): { readonly answers: number; readonly others: readonly LogEntry[] } {
  const others: LogEntry[] = [];
  let answers = 0;
  for (const entry of entries) {
    if (entry.t !== 'answer') others.push(entry);
    else if (isCardEntry(entry)) answers += 1;
  }
  return { answers, others };
}

function isAnswer(entry: LogEntry): boolean {
  return entry.t === 'answer' && isCardEntry(entry);
}

function readWhole(log: Iterable<LogEntry>): WholeLog {
  const ordered = orderLog(log);
  const others = ordered.filter(({ t }) => t !== 'answer');
  const targets = undoTargets(ordered, others.filter(isUndo));
  const undone = settleUndos(targets);
  const fixes = others.filter(isClockFix);
  const holding = holdingFixes(fixes, undone);
  const raw = new Map<LogEntry, LogEntry>();
  const rawOf = (entry: LogEntry) => raw.get(entry) ?? entry;
  const isUndone = (entry: LogEntry) => undone.has(rawOf(entry));
  const activeOf = (timed: readonly LogEntry[]) =>
    undone.size === 0 ? timed : timed.filter((entry) => !isUndone(entry));
  const whole = { ordered, fixes, holding, targets, rawOf, isUndone, activeOf };
  if (holding.length === 0) return { ...whole, timed: ordered };
  const clock = clockOf(holding);
  const timed = ordered.map((entry) => {
    const moved = clock(entry);
    if (moved !== entry) raw.set(moved, entry);
    return moved;
  });
  return { ...whole, timed: orderLog(timed) };
}

function timesOf(before: readonly LogEntry[], { ordered, fixes }: WholeLog): LogTimes {
  // They are in order: the last ones are the latest.
  const latest = [before.findLast(isAnswer), before.at(-1)].filter((entry) => entry !== undefined);
  const reached = addTimes(noTimes, latest, Number.POSITIVE_INFINITY as Timestamp);
  return fixes.length === 0
    ? reached
    : { ...reached, corrections: findCorrections(ordered), correctedLogs: new Set(fixes.map(({ ref }) => ref)) };
}

/** What the undos of the base do beyond it. */
function acrossCut(
  before: readonly LogEntry[],
  undos: readonly Undo[],
  whole: WholeLog,
): Pick<Base, 'awaited' | 'undone'> {
  const awaited = new Set<EntryId>();
  const reached = new Set<LogEntry>();
  for (const undo of undos) {
    // Targets are known by undos as they were written.
    const target = whole.targets.get(whole.rawOf(undo) as Undo);
    if (target === undefined) awaited.add(undo.ref);
    else if (!whole.isUndone(undo)) reached.add(target);
  }
  for (const entry of reached.size === 0 ? [] : before) reached.delete(whole.rawOf(entry));
  return { awaited, undone: new Set([...reached].map(placeOf)) };
}

/** How many entries of each log there are, and the highest number among them. */
export function positionOf(entries: readonly LogEntry[], from?: SnapshotPosition): SnapshotPosition {
  const logs = [...(from?.logs ?? [])];
  const counts = [...(from?.counts ?? [])];
  const highest = [...(from?.highest ?? [])];
  const places = new Map<LogId, number>(logs.map((log, index) => [log, index]));
  for (let at = 0; at < entries.length; ) {
    // Runs of one log: its name is looked up once for each.
    const { log } = entries[at] as LogEntry;
    const place = places.get(log) ?? logs.push(log) - 1;
    places.set(log, place);
    let [count, top] = [counts[place] ?? 0, highest[place] ?? 0];
    for (let entry = entries[at]; entry?.log === log; entry = entries[at]) {
      count += 1;
      top = Math.max(top, entry.n);
      at += 1;
    }
    counts[place] = count;
    highest[place] = top;
  }
  return { logs, counts, highest };
}
