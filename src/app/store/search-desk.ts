import type { SearchDocument } from '../../core/model/deck.ts';
import type { Search, Sought } from '../../core/model/search.ts';
import type { DeckStore } from './deck-store.ts';

/** Search over the packs as they are now. */
export interface SearchDesk {
  /** Reads the documents, once for each change of the packs. Rejects when it cannot; the next who asks tries again. */
  ready(): Promise<void>;
  /** Best first. Rejects when the documents cannot be read. */
  find(sought: Sought): Promise<readonly SearchDocument[]>;
}

export function createSearchDesk(open: () => Promise<Search>, decks: DeckStore): SearchDesk {
  let opening: Promise<Search> | null = null;
  let taken: { readonly revision: number; readonly search: Promise<Search> } | null = null;

  function take(): Promise<Search> {
    const { revision } = decks.getState();
    if (taken?.revision === revision) return taken.search;
    const taking = { revision, search: read() };
    taken = taking;
    taking.search.catch(() => {
      if (taken === taking) taken = null;
    });
    return taking.search;
  }
  async function read(): Promise<Search> {
    opening ??= open();
    opening.catch(() => {
      opening = null;
    });
    const [search, documents] = await Promise.all([opening, decks.getState().loadSearch()]);
    await search.take(documents);
    return search;
  }
  return {
    ready: async () => void (await take()),
    async find(sought) {
      const search = await take();
      // What searched may have died with all that it was given: whoever tries again gives it anew.
      return search.find(sought).catch((error: unknown) => {
        taken = null;
        throw error;
      });
    },
  };
}
