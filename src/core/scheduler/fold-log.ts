import type { CardState } from '../model/card-state.ts';
import type { CardId } from '../model/id.ts';
import type { LogEntry } from '../model/log-entry.ts';
import { activeEntries } from './active-entries.ts';
import { addToDraft, type CardDraft, finishDraft, isCardEntry, startDraft } from './card-draft.ts';
import type { Scheduler } from './fsrs.ts';

/**
 * The state of every card that the log speaks of. A function of the set of entries: neither their order
 * nor repetitions change it.
 */
export function foldLog(log: Iterable<LogEntry>, scheduler: Scheduler): ReadonlyMap<CardId, CardState> {
  const drafts = new Map<CardId, CardDraft>();
  for (const entry of activeEntries(log)) {
    if (!isCardEntry(entry)) continue;
    let draft = drafts.get(entry.card);
    if (draft === undefined) {
      draft = startDraft();
      drafts.set(entry.card, draft);
    }
    addToDraft(draft, entry, scheduler);
  }
  const states = new Map<CardId, CardState>();
  for (const [card, draft] of drafts) states.set(card, finishDraft(card, draft, scheduler));
  return states;
}
