import type { CardState } from '../../model/card-state.ts';
import type { CardId } from '../../model/id.ts';
import type { LogEntry } from '../../model/log/log-entry.ts';
import type { Scheduler } from '../memory/fsrs.ts';
import { activeEntries } from './active-entries.ts';
import { type CardEntry, isCardEntry } from './entry-kinds.ts';
import { foldLine } from './fold-line.ts';
import { heirCards, type Lineage, lineOfCard, noLineage } from './lineage.ts';

/**
 * One card's state, or null when nothing active speaks of it or of what it was. `entries` must hold all entries of
 * the card, of those whose history it carries on, and all `undo` and `clock-fix` entries; others do no harm.
 * Equals `foldLog(entries).get(card)`.
 */
export function foldCard(
  card: CardId,
  entries: Iterable<LogEntry>,
  scheduler: Scheduler,
  lineage: Lineage = noLineage,
): CardState | null {
  if (heirCards(card, lineage)[0] !== card) return null;
  const byCard = new Map<CardId, CardEntry[]>(lineOfCard(card, lineage).map((member) => [member, []]));
  let isKnown = false;
  for (const entry of activeEntries(entries)) {
    const own = isCardEntry(entry) ? byCard.get(entry.card) : undefined;
    if (own === undefined) continue;
    own.push(entry as CardEntry);
    isKnown = true;
  }
  return isKnown ? foldLine(card, byCard, scheduler, lineage) : null;
}
