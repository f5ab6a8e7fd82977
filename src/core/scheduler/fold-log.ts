import type { CardState } from '../model/card-state.ts';
import type { CardId } from '../model/id.ts';
import type { LogEntry } from '../model/log-entry.ts';
import { activeEntries } from './active-entries.ts';
import { addToDraft, type CardEntry, finishDraft, isCardEntry, startDraft } from './card-draft.ts';
import type { Scheduler } from './fsrs.ts';

/**
 * The state of every card that the log speaks of. A function of the set of entries: neither their order
 * nor repetitions change it.
 */
export function foldLog(log: Iterable<LogEntry>, scheduler: Scheduler): ReadonlyMap<CardId, CardState> {
  const states = new Map<CardId, CardState>();
  for (const [card, entries] of byCard(activeEntries(log))) {
    const draft = startDraft();
    for (const entry of entries) addToDraft(draft, entry, scheduler);
    states.set(card, finishDraft(card, draft, scheduler));
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
