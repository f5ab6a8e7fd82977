import { entryOf, indexDeck } from '../src/core/deck/index-deck.ts';
import { searchDocuments } from '../src/core/deck/search-documents.ts';
import type { Deck } from '../src/core/model/deck.ts';
import type { DeckSource, OpenDeck } from '../src/core/model/deck-source.ts';
import type { PackId } from '../src/core/model/id.ts';

export interface DecksInMemory extends DeckSource {
  /** Puts a deck in the place of the one that has its id. */
  change(deck: Deck): void;
}

/** Compiled decks, as a source that reads nothing. */
export function decksInMemory(given: readonly Deck[]): DecksInMemory {
  const decks = new Map(given.map((deck) => [deck.pack.id, deck]));
  const listeners = new Set<(pack: PackId) => void>();
  return {
    get packs() {
      return [...decks.values()].map(entryOf);
    },
    open: async (pack) => {
      const deck = decks.get(pack);
      if (deck === undefined) throw new Error(`no pack ${pack}`);
      return openInMemory(deck);
    },
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    change: (deck) => {
      decks.set(deck.pack.id, deck);
      for (const listener of listeners) listener(deck.pack.id);
    },
  };
}

function openInMemory(deck: Deck): OpenDeck {
  return {
    index: indexDeck(deck),
    questionsWith: async (wanted) => (deck.questions.some(({ id }) => id === wanted) ? deck.questions : []),
    note: async (wanted) => deck.notes.find(({ id }) => id === wanted) ?? null,
    documents: async () => searchDocuments(deck),
  };
}
