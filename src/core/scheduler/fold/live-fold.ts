import type { CardState } from '../../model/card-state.ts';
import type { CardId } from '../../model/id.ts';
import { entryIdOf } from '../../model/log/log.ts';
import type { LogEntry } from '../../model/log/log-entry.ts';
import type { Scheduler } from '../memory/fsrs.ts';
import { type CardHistory, historyIn } from './card-history.ts';
import { foldCard } from './fold-card.ts';
import { foldLog } from './fold-log.ts';
import { addToIndex, type CardIndex, indexByCard } from './index-by-card.ts';
import { heirCards, type Lineage, lineOfCard, noLineage } from './lineage.ts';

/** From here on folding everything anew is quicker than hashing every entry to find what it touches. */
const bulk = 500;

/** A fold that is kept up to date entry by entry; always equal to `foldLog` of all that was added. */
export interface LiveFold {
  readonly states: ReadonlyMap<CardId, CardState>;
  /** Refolds the cards that the entries touch and names them. */
  add(entries: readonly LogEntry[]): readonly CardId[];
  /** What was added of a card, under its own name. */
  historyOf(card: CardId): CardHistory;
}

export function startLiveFold(log: Iterable<LogEntry>, scheduler: Scheduler, lineage: Lineage = noLineage): LiveFold {
  const all = [...log];
  let states = new Map(foldLog(all, scheduler, lineage));
  let index: CardIndex | null = null;

  function refoldAll(): readonly CardId[] {
    index = null;
    const before = states;
    states = new Map(foldLog(all, scheduler, lineage));
    return [...new Set([...before.keys(), ...states.keys()])];
  }
  function refold(card: CardId, { byCard, shared }: CardIndex): void {
    const own = lineOfCard(card, lineage).flatMap((member) => byCard.get(member) ?? []);
    const entries = shared.length === 0 ? own : [...own, ...shared];
    const state = foldCard(card, entries, scheduler, lineage);
    if (state === null) states.delete(card);
    else states.set(card, state);
  }
  return {
    get states() {
      return states;
    },
    add(entries) {
      // Built at the first answer rather than at start-up: it costs about as much as the fold.
      const known = entries.length > bulk ? null : (index ?? indexByCard(all));
      for (const entry of entries) all.push(entry);
      const added = known && addAll(known, entries);
      const touched = added && new Set([...added].flatMap((card) => heirCards(card, lineage)));
      if (known === null || touched === null) return refoldAll();
      index = known;
      for (const card of touched) refold(card, known);
      return [...touched];
    },
    historyOf(card) {
      index ??= indexByCard(all);
      return historyIn([...(index.byCard.get(card) ?? []), ...index.shared], card);
    },
  };
}

/** The cards that the entries touch; null when everything is to be folded anew. */
function addAll(index: CardIndex, entries: readonly LogEntry[]): ReadonlySet<CardId> | null {
  const touched = new Set<CardId>();
  for (const entry of entries) {
    const cards = addToIndex(index, entry, entryIdOf(entry));
    if (cards === null) return null;
    for (const card of cards) touched.add(card);
  }
  return touched;
}
