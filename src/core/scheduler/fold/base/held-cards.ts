import type { CardId, ShowingId } from '../../../model/id.ts';
import type { LogEntry } from '../../../model/log/log-entry.ts';
import { type CardEntry, isCardEntry } from '../entry-kinds.ts';
import { byCard, type EntriesByCard, underOneName } from '../fold-line.ts';
import { heirCards, type Lineage, lineOfCard } from '../lineage.ts';

/** Cards that cannot go on from a row, and the entries of the base that their fold needs, in order. */
export interface Held {
  readonly cards: ReadonlySet<CardId>;
  readonly entries: readonly LogEntry[];
}

/**
 * A card cannot go on from a row when an entry of the tail speaks of one that it was split off or merged from, which
 * comes before all of its own; nor when one tells of a showing that the base may have counted.
 */
export function findHeld(before: EntriesByCard, after: readonly LogEntry[], lineage: Lineage): Held {
  const cards = new Set<CardId>();
  for (const [card, entries] of byCard(after.filter(isCardEntry))) {
    for (const heir of heirCards(card, lineage)) {
      const { members } = underOneName(heir, lineage);
      if (!members.includes(card) || areShown(entries, members, before)) cards.add(heir);
    }
  }
  const lines = new Set([...cards].flatMap((card) => lineOfCard(card, lineage)));
  return { cards, entries: [...lines].flatMap((member) => before.get(member) ?? []) };
}

function areShown(entries: readonly CardEntry[], members: readonly CardId[], before: EntriesByCard): boolean {
  const shown = new Set(members.flatMap((member) => (before.get(member) ?? []).flatMap(showingsOf)));
  return entries.flatMap(showingsOf).some((showing) => shown.has(showing));
}

function showingsOf(entry: CardEntry): readonly ShowingId[] {
  return entry.t === 'answer' ? [entry.at] : [];
}
