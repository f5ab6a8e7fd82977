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
  const [before, after] = [whole.timed.slice(0, at), whole.timed.slice(at)];
  const active = whole.areAllActive ? before : before.filter((entry) => !whole.isUndone(entry));
  const { table, held } = foldCards(active, after, folding);
  const last = before.at(-1);
  const base: Base = {
    folding: { desiredRetention: folding.desiredRetention, lineage: folding.lineage },
    count: before.length,
    answers: before.reduce((count, entry) => count + (isAnswer(entry) ? 1 : 0), 0),
    position: positionOf(before),
    end: last === undefined ? null : { v: 1, log: last.log, n: last.n, ms: last.ms, c: last.c, tz: last.tz },
    cards: table,
    held: held.entries,
    registers: addToRegisters({ settings: new Map(), packs: new Map() }, active),
    times: timesOf(before, whole),
    oldest: before[0]?.ms ?? null,
    fixes: whole.holding,
    ...acrossCut(before, whole),
  };
  return { base, tail: after.map(whole.rawOf) };
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
  /** Whether nothing is undone. */
  readonly areAllActive: boolean;
}

function isAnswer(entry: LogEntry): boolean {
  return entry.t === 'answer' && isCardEntry(entry);
}

function readWhole(log: Iterable<LogEntry>): WholeLog {
  const ordered = orderLog(log);
  const targets = undoTargets(ordered);
  const undone = settleUndos(targets);
  const fixes = ordered.filter(isClockFix);
  const holding = holdingFixes(fixes, undone);
  const raw = new Map<LogEntry, LogEntry>();
  const rawOf = (entry: LogEntry) => raw.get(entry) ?? entry;
  const isUndone = (entry: LogEntry) => undone.has(rawOf(entry));
  const whole = { ordered, fixes, holding, targets, rawOf, isUndone, areAllActive: undone.size === 0 };
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
function acrossCut(before: readonly LogEntry[], whole: WholeLog): Pick<Base, 'awaited' | 'undone'> {
  const awaited = new Set<EntryId>();
  const reached = new Set<LogEntry>();
  const undos = before.filter(isUndo);
  for (const undo of undos) {
    const target = whole.targets.get(undo);
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
  let [last, place]: [LogId | null, number] = [null, -1];
  for (const { log, n } of entries) {
    // Runs of one log: its name is looked up once for each.
    if (log !== last) place = places.get(log) ?? logs.push(log) - 1;
    if (log !== last) places.set(log, place);
    last = log;
    counts[place] = (counts[place] ?? 0) + 1;
    highest[place] = Math.max(highest[place] ?? 0, n);
  }
  return { logs, counts, highest };
}
