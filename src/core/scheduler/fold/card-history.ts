import type { CardId } from '../../model/id.ts';
import { type LogEntry, placeOf } from '../../model/log/log-entry.ts';
import { activeEntries } from './active-entries.ts';
import { type CardEntry, isCardEntry } from './entry-kinds.ts';
import { orderLog } from './order-log.ts';

/** What a log says of a card under its own name, each entry as it was written. */
export interface CardHistory {
  /** What counts, in the order of the fold. */
  readonly active: readonly CardEntry[];
  readonly takenBack: readonly CardEntry[];
}

/** `entries`, in any order, hold those of the card, the undos that reach one of them, and all corrections of clocks. */
export function historyIn(entries: readonly LogEntry[], card: CardId): CardHistory {
  const own = orderLog(entries).filter((entry): entry is CardEntry => isCardEntry(entry) && entry.card === card);
  const written = new Map(own.map((entry) => [placeOf(entry), entry]));
  const active = activeEntries(entries).flatMap((entry) => written.get(placeOf(entry)) ?? []);
  const counting = new Set(active);
  return { active, takenBack: own.filter((entry) => !counting.has(entry)) };
}
