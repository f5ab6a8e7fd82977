import type { EntryId, LogId, Timestamp } from '../../../model/id.ts';
import { entryIdOf } from '../../../model/log/log.ts';
import type { LogEntry } from '../../../model/log/log-entry.ts';
import { type ClockFix, isCardEntry, isClockFix } from '../entry-kinds.ts';
import { orderLog } from '../order-log.ts';
import { undoneEntries } from '../undone-entries.ts';
import { applyClockFixes } from './clock-fixes.ts';
import { groupFixes, holdingFixes } from './fix-groups.ts';

/** A correction of times that holds, as the learner sees it: one, however many tabs made it. */
export interface TimeCorrection {
  /** What makes it in the log; an undo of each takes it back. */
  readonly fixes: readonly EntryId[];
  /** Entries that it moved, and how many of them are answers that count. */
  readonly entries: number;
  readonly answers: number;
  /** When they say that they were made, and when they count. */
  readonly dated: TimeSpan;
  readonly counted: TimeSpan;
}

export interface TimeSpan {
  readonly first: Timestamp;
  readonly last: Timestamp;
}

/** The corrections that hold and move something, in the order in which they were made. */
export function findCorrections(log: Iterable<LogEntry>): readonly TimeCorrection[] {
  const ordered = orderLog(log);
  const fixes = ordered.filter(isClockFix);
  if (fixes.length === 0) return [];
  const undone = undoneEntries(ordered);
  const holding = holdingFixes(fixes, undone);
  const moved = movesBy(ordered, holding);
  return groupFixes(holding).flatMap((group) => {
    const moves = group.flatMap((fix) => moved.get(fix) ?? []);
    return moves.length === 0 ? [] : [correctionOf(group, moves, undone)];
  });
}

/** An entry as it was written, and the time at which it counts. */
interface Move {
  readonly entry: LogEntry;
  readonly ms: Timestamp;
}

/** What was moved, each by one of the fixes that name it: these are all of one group. */
function movesBy(ordered: readonly LogEntry[], fixes: readonly ClockFix[]): ReadonlyMap<ClockFix, readonly Move[]> {
  const fixOf = firstNaming(fixes);
  const moves = new Map<ClockFix, Move[]>();
  applyClockFixes(ordered, fixes).forEach(({ ms }, index) => {
    const entry = ordered[index];
    const fix = entry === undefined || entry.ms === ms ? null : fixOf(entry);
    if (entry === undefined || fix === null) return;
    const others = moves.get(fix);
    if (others === undefined) moves.set(fix, [{ entry, ms }]);
    else others.push({ entry, ms });
  });
  return moves;
}

/** Finds a fix that names an entry. */
export function firstNaming(fixes: readonly ClockFix[]): (entry: LogEntry) => ClockFix | null {
  const byLog = new Map<LogId, ClockFix[]>();
  for (const fix of fixes) {
    const others = byLog.get(fix.ref);
    if (others === undefined) byLog.set(fix.ref, [fix]);
    else others.push(fix);
  }
  return ({ log, n }) => byLog.get(log)?.find(({ from, to }) => n >= from && n <= to) ?? null;
}

/** The fixes that were taken back, or fell with one that was. */
export function takenBackFixes(log: Iterable<LogEntry>): readonly ClockFix[] {
  const ordered = orderLog(log);
  const fixes = ordered.filter(isClockFix);
  if (fixes.length === 0) return [];
  const holding = new Set(holdingFixes(fixes, undoneEntries(ordered)));
  return fixes.filter((fix) => !holding.has(fix));
}

function correctionOf(
  group: readonly ClockFix[],
  moves: readonly Move[],
  undone: ReadonlySet<LogEntry>,
): TimeCorrection {
  const answers = moves.filter(({ entry }) => entry.t === 'answer' && isCardEntry(entry) && !undone.has(entry));
  return {
    fixes: group.map(entryIdOf),
    entries: moves.length,
    answers: answers.length,
    dated: spanOf(moves.map(({ entry }) => entry.ms)),
    counted: spanOf(moves.map(({ ms }) => ms)),
  };
}

function spanOf(times: readonly Timestamp[]): TimeSpan {
  const sorted = times.toSorted((a, b) => a - b);
  return { first: sorted[0] ?? (0 as Timestamp), last: sorted.at(-1) ?? (0 as Timestamp) };
}
