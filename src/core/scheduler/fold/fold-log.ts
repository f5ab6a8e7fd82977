import type { CardState } from '../../model/card-state.ts';
import type { CardId } from '../../model/id.ts';
import type { LogEntry } from '../../model/log/log-entry.ts';
import type { Scheduler } from '../memory/fsrs.ts';
import { activeEntries } from './active-entries.ts';
import { addToDraft, finishDraft, startDraft } from './card-draft.ts';
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
  const cards = byCard(activeEntries(log));
  if (lineage !== noLineage) return foldLines(cards, scheduler, lineage);
  const states = new Map<CardId, CardState>();
  for (const [card, entries] of cards) {
    const draft = startDraft();
    for (const entry of entries) addToDraft(draft, entry, scheduler);
    states.set(card, finishDraft(card, draft, scheduler));
  }
  return states;
}

function foldLines(
  cards: ReadonlyMap<CardId, CardEntry[]>,
  scheduler: Scheduler,
  lineage: Lineage,
): ReadonlyMap<CardId, CardState> {
  const states = new Map<CardId, CardState>();
  for (const known of cards.keys()) {
    for (const card of heirCards(known, lineage)) {
      if (!states.has(card)) states.set(card, foldLine(card, cards, scheduler, lineage));
    }
  }
  return states;
}

/** Card by card is quicker than entry by entry: one draft at a time is in the processor's cache. */
function byCard(entries: readonly LogEntry[]): ReadonlyMap<CardId, CardEntry[]> {
  const cards = new Map<CardId, CardEntry[]>();
  for (const entry of entries) {
    if (!isCardEntry(entry)) continue;
    const known = cards.get(entry.card);
    if (known) known.push(entry);
    else cards.set(entry.card, [entry]);
  }
  return cards;
}
