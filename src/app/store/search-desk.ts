import type { SearchDocument } from '../../core/model/deck.ts';
import type { QuestionId } from '../../core/model/id.ts';
import type { Search, Sought } from '../../core/model/search.ts';
import type { DeckStore } from './deck-store.ts';

/** Search over the packs as they are now. */
export interface SearchDesk {
  /** Reads the documents, once for each change of the packs. Rejects when it cannot; the next who asks tries again. */
  ready(): Promise<void>;
  /** Best first. Rejects when the documents cannot be read. */
  find(sought: Sought): Promise<readonly SearchDocument[]>;
  /** All questions that are found. Rejects when the documents cannot be read. */
  findQuestions(sought: Omit<Sought, 'most'>): Promise<readonly QuestionId[]>;
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
  async function ask<Found>(question: (search: Search) => Promise<Found>): Promise<Found> {
    const search = await take();
    // What searched may have died with all that it was given: whoever tries again gives it anew.
    return question(search).catch((error: unknown) => {
      taken = null;
      throw error;
    });
  }
  return {
    ready: async () => void (await take()),
    find: (sought) => ask((search) => search.find(sought)),
    findQuestions: (sought) => ask((search) => search.findQuestions(sought)),
  };
}
