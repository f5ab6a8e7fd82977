import type { CardId, EntryId, LogId } from '../../../model/id.ts';
import { canonicalJson } from '../../../model/log/entry-id.ts';
import { compareEntries, type LogEntry, placeOf } from '../../../model/log/log-entry.ts';
import { highestOf } from '../../../model/log/snapshot.ts';
import type { CardHistory } from '../card-history.ts';
import { type CardEntry, isCardEntry, isClockFix, isLearnerEntry, isUndo, type Undo } from '../entry-kinds.ts';
import { clockOf } from '../times/clock-fixes.ts';
import { undoTargets } from '../undone-entries.ts';
import type { Base, CutLog } from './base.ts';
import { createTargetFinder, type TargetFinder } from './find-target.ts';
import { startUndoChains, type UndoChains } from './undo-chains.ts';

/** An entry as it was written, and with its corrected time. */
interface Placed {
  readonly entry: LogEntry;
  readonly timed: LogEntry;
}

/** What an entry changes: a card, the registers, or nothing that is folded. */
export type Change = CardEntry | 'registers' | 'nothing';

/** The tail of a log by what a fold looks for. Grows in place. */
export interface TailIndex {
  /** Each place once, as they came. */
  readonly entries: readonly LogEntry[];
  readonly cards: Iterable<CardId>;
  /** What counts of a card: of the tail, and of the base what it holds; in order. */
  activeOf(card: CardId): CardEntry[];
  /** What the tail alone says of a card, as it was written. */
  historyOf(card: CardId): CardHistory;
  /** What counts for the learner, in order. */
  activeForLearner(): readonly LogEntry[];
  /** Adds an entry and says what it changes; null when it cannot be told from base and tail. */
  add(entry: LogEntry): Change | null;
}

export function indexTail({ base, tail }: CutLog): TailIndex {
  const index = startIndex(base);
  for (const { entry, timed } of base.held.map((held) => ({ entry: held, timed: held }))) keep(index, entry, timed);
  const targets: ReadonlyMap<Undo, LogEntry> = undoTargets(tail);
  for (const entry of tail) {
    note(index, entry);
    keep(index, entry, index.clock(entry));
    if (base.undone.has(placeOf(entry))) index.undos.takeBack(entry);
    if (!isUndo(entry)) continue;
    const target = targets.get(entry);
    if (target === undefined) index.awaited.add(entry.ref);
    else index.undos.add(entry, target);
  }
  return {
    entries: index.entries,
    get cards() {
      return index.byCard.keys();
    },
    activeOf: (card) => activeOf(index, index.byCard.get(card) ?? []) as CardEntry[],
    historyOf: (card) => historyOf(index, card),
    activeForLearner: () => activeOf(index, index.learner),
    add: (entry) => addTo(index, entry),
  };
}

interface Index {
  readonly base: Base;
  readonly highest: ReadonlyMap<LogId, number>;
  readonly entries: LogEntry[];
  readonly places: Map<string, LogEntry>;
  readonly byCard: Map<CardId, Placed[]>;
  readonly learner: Placed[];
  readonly targets: TargetFinder;
  readonly undos: UndoChains;
  /** What undos of base and tail point at and cannot be found in the tail. */
  readonly awaited: Set<EntryId>;
  clock(entry: LogEntry): LogEntry;
}

function startIndex(base: Base): Index {
  return {
    base,
    highest: highestOf(base.position),
    entries: [],
    places: new Map(),
    byCard: new Map(),
    learner: [],
    targets: createTargetFinder(),
    undos: startUndoChains(),
    awaited: new Set(base.awaited),
    clock: clockOf(base.fixes),
  };
}

function activeOf({ undos }: Index, placed: readonly Placed[]): readonly LogEntry[] {
  const active = placed.filter(({ entry }) => !undos.isUndone(entry)).map(({ timed }) => timed);
  return active.sort(compareEntries);
}

function historyOf({ byCard, places, undos }: Index, card: CardId): CardHistory {
  const own = (byCard.get(card) ?? []).filter(({ entry }) => places.get(placeOf(entry)) === entry);
  const active = own.filter(({ entry }) => !undos.isUndone(entry)).sort((a, b) => compareEntries(a.timed, b.timed));
  const takenBack = own.filter(({ entry }) => undos.isUndone(entry)).sort((a, b) => compareEntries(a.entry, b.entry));
  return { active: active.map(writtenIn), takenBack: takenBack.map(writtenIn) };
}

function writtenIn({ entry }: Placed): CardEntry {
  return entry as CardEntry;
}

function addTo(index: Index, entry: LogEntry): Change | null {
  const known = index.places.get(placeOf(entry));
  if (known !== undefined) return addAgain(index, known, entry);
  const timed = index.clock(entry);
  note(index, entry);
  if (!isBehindBase(index, timed) || isAwaited(index, entry)) return null;
  // A correction says how much it has moved, undos among it: that is counted over the whole log.
  if (isClockFix(entry) || timed !== entry) return null;
  if (isUndo(entry)) return addUndo(index, entry);
  keep(index, entry, timed);
  return changeBy(entry);
}

/** Two contents at one place cannot come from us; which of them counts is for the whole fold to say. */
function addAgain({ entries }: Index, known: LogEntry, entry: LogEntry): Change | null {
  if (canonicalJson(known) === canonicalJson(entry)) return 'nothing';
  entries.push(entry);
  return null;
}

function addUndo({ targets, undos, clock }: Index, undo: Undo): Change | null {
  const target = targets.find(undo);
  if (target === null || target === undo) return null;
  const end = undos.endOf(target);
  if (isUndo(end) || isClockFix(end) || clock(end) !== end) return null;
  undos.add(undo, target);
  return changeBy(end);
}

function changeBy(entry: LogEntry): Change {
  if (isCardEntry(entry)) return entry;
  return isLearnerEntry(entry) ? 'registers' : 'nothing';
}

function isBehindBase({ base, highest }: Index, timed: LogEntry): boolean {
  const { end } = base;
  return end === null || (compareEntries(timed, end) > 0 && timed.n > (highest.get(timed.log) ?? 0));
}

function isAwaited({ awaited, targets }: Index, entry: LogEntry): boolean {
  return awaited.size > 0 && awaited.has(targets.idOf(entry));
}

function note({ entries, places, targets }: Index, entry: LogEntry): void {
  entries.push(entry);
  places.set(placeOf(entry), entry);
  targets.add(entry);
}

function keep({ byCard, learner }: Index, entry: LogEntry, timed: LogEntry): void {
  if (isLearnerEntry(timed)) learner.push({ entry, timed });
  if (!isCardEntry(timed)) return;
  const others = byCard.get(timed.card);
  if (others === undefined) byCard.set(timed.card, [{ entry, timed }]);
  else others.push({ entry, timed });
}
