import type { CardState } from '../model/card-state.ts';
import type { CardId } from '../model/id.ts';
import type { LogEntry } from '../model/log-entry.ts';
import { activeEntries } from './active-entries.ts';
import { addToDraft, finishDraft, isCardEntry, startDraft } from './card-draft.ts';
import type { Scheduler } from './fsrs.ts';

/**
 * One card's state, or null when nothing active speaks of it. `entries` must hold all entries of the
 * card and all `undo` and `clock-fix` entries; others do no harm. Equals `foldLog(entries).get(card)`.
 */
export function foldCard(card: CardId, entries: Iterable<LogEntry>, scheduler: Scheduler): CardState | null {
  const draft = startDraft();
  let isKnown = false;
  for (const entry of activeEntries(entries)) {
    if (!isCardEntry(entry) || entry.card !== card) continue;
    addToDraft(draft, entry, scheduler);
    isKnown = true;
  }
  return isKnown ? finishDraft(card, draft, scheduler) : null;
}
