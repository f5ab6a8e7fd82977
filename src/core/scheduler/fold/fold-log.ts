import type { CardState } from '../../model/card-state.ts';
import { type CardId, questionOfCard } from '../../model/id.ts';
import type { LogEntry } from '../../model/log/log-entry.ts';
import type { Scheduler } from '../memory/fsrs.ts';
import { activeEntries } from './active-entries.ts';
import { startCardRows } from './card-rows.ts';
import { startRows } from './draft-rows.ts';
import { type CardEntry, isCardEntry } from './entry-kinds.ts';
import { foldLine } from './fold-line.ts';
import { heirCards, type Lineage, noLineage } from './lineage.ts';

/**
 * The state of every card that the log speaks of. A function of the set of entries: neither their order
 * nor repetitions change it. History moves to the cards that carry it on: an old id of `lineage` has no state.
 */
export function foldLog(
  log: Iterable<LogEntry>,
  scheduler: Scheduler,
  lineage: Lineage = noLineage,
): ReadonlyMap<CardId, CardState> {
  const entries = activeEntries(log);
  const { ids, rowOfEntry } = rowsOf(entries);
  const related = ids.map((card) => isRelated(card, lineage));
  const states = foldAlone(entries, rowOfEntry, ids, related, scheduler);
  const others = related.includes(true) ? entries.filter((_, at) => related[rowOfEntry[at] ?? none]) : [];
  if (others.length > 0) foldLines(byCard(others.filter(isCardEntry)), scheduler, lineage, states);
  return states;
}

/** Stands for the row of an entry that is about no card. */
const none = -1;

/** Apart from the fold itself: so short a loop finds the next strings while it still waits for the last ones. */
function rowsOf(entries: readonly LogEntry[]): { readonly ids: readonly CardId[]; readonly rowOfEntry: Int32Array } {
  const { ids, rowOf } = startCardRows();
  const rowOfEntry = new Int32Array(entries.length);
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at];
    rowOfEntry[at] = entry !== undefined && isCardEntry(entry) ? rowOf(entry.card) : none;
  }
  return { ids, rowOfEntry };
}

/** The cards that are on their own, entry by entry: so each is read where it lies, with only its card's row at hand. */
function foldAlone(
  entries: readonly LogEntry[],
  rowOfEntry: Int32Array,
  ids: readonly CardId[],
  related: readonly boolean[],
  scheduler: Scheduler,
): Map<CardId, CardState> {
  const rows = startRows(ids.length, entries, scheduler);
  for (let at = 0; at < entries.length; at += 1) {
    const row = rowOfEntry[at] ?? none;
    if (row !== none && related[row] === false) rows.add(row, entries[at] as CardEntry, at);
  }
  const states = new Map<CardId, CardState>();
  ids.forEach((card, row) => {
    if (related[row] === false) states.set(card, rows.stateOf(row, card));
  });
  return states;
}

/** Whether a card's state depends on more than its own entries. */
function isRelated(card: CardId, lineage: Lineage): boolean {
  if (lineage === noLineage) return false;
  const question = questionOfCard(card);
  return lineage.parents.has(question) || lineage.heirs.has(question) || lineage.corrections.has(question);
}

function foldLines(
  cards: ReadonlyMap<CardId, CardEntry[]>,
  scheduler: Scheduler,
  lineage: Lineage,
  states: Map<CardId, CardState>,
): void {
  for (const known of cards.keys()) {
    for (const card of heirCards(known, lineage)) {
      if (!states.has(card)) states.set(card, foldLine(card, cards, scheduler, lineage));
    }
  }
}

export function byCard(entries: readonly CardEntry[]): ReadonlyMap<CardId, CardEntry[]> {
  const cards = new Map<CardId, CardEntry[]>();
  for (const entry of entries) {
    const known = cards.get(entry.card);
    if (known) known.push(entry);
    else cards.set(entry.card, [entry]);
  }
  return cards;
}
