import type { CardId, EntryId } from '../../model/id.ts';
import type { LogEntry } from '../../model/log/log-entry.ts';
import { isCardEntry, isClockFix, isUndo } from './entry-kinds.ts';
import { undoTargets } from './undone-entries.ts';

/** What each card's fold needs: its entries and the undos that reach one of them. Grows in place. */
export interface CardIndex {
  readonly byCard: Map<CardId, LogEntry[]>;
  /** Of entries added one by one; null for those that are about no card. */
  readonly cardById: Map<EntryId, CardId | null>;
  /** What undos point at that has not been seen. */
  readonly awaited: Set<EntryId>;
  /** Clock corrections and the undos that reach one: every card's fold needs them. */
  readonly shared: LogEntry[];
}

export function indexByCard(entries: readonly LogEntry[]): CardIndex {
  const index: CardIndex = {
    byCard: new Map(),
    cardById: new Map(),
    awaited: new Set(),
    shared: [],
  };
  const targets: ReadonlyMap<LogEntry, LogEntry> = undoTargets(entries);
  for (const entry of entries) {
    if (isUndo(entry) && !targets.has(entry)) index.awaited.add(entry.ref);
    const reached = endOfChain(entry, targets);
    if (isCardEntry(reached)) push(index, reached.card, entry);
    else if (isClockFix(reached)) index.shared.push(entry);
  }
  return index;
}

/**
 * Adds an entry and says which cards it touches; null when the index cannot tell (an undo of something
 * older, a clock correction) and everything is to be folded anew.
 */
export function addToIndex(index: CardIndex, entry: LogEntry, id: EntryId): readonly CardId[] | null {
  if (isClockFix(entry) || index.awaited.has(id)) return null;
  const card = cardOf(index, entry);
  if (card === undefined) return null;
  index.cardById.set(id, card);
  if (card === null) return [];
  push(index, card, entry);
  return [card];
}

function cardOf(index: CardIndex, entry: LogEntry): CardId | null | undefined {
  if (isUndo(entry)) return index.cardById.get(entry.ref);
  return isCardEntry(entry) ? entry.card : null;
}

/** Undo of undo of … of an entry: that entry. References are hashes, so the chain ends. */
function endOfChain(entry: LogEntry, targets: ReadonlyMap<LogEntry, LogEntry>): LogEntry {
  let reached = entry;
  for (let next = targets.get(reached); next !== undefined; next = targets.get(reached)) reached = next;
  return reached;
}

function push(index: CardIndex, card: CardId, entry: LogEntry): void {
  const entries = index.byCard.get(card);
  if (entries) entries.push(entry);
  else index.byCard.set(card, [entry]);
}
