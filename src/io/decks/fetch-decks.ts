import type { DeckIndex, PackEntry, SearchDocument } from '../../core/model/deck.ts';
import type { PackId } from '../../core/model/id.ts';
import type { Note } from '../../core/model/pack.ts';
import type { Question } from '../../core/model/question.ts';

/** What the dev server tells the app while it runs: `import.meta.hot`, which is undefined in a build. */
export interface HotChannel {
  on(event: string, listener: (payload: never) => void): void;
  off(event: string, listener: (payload: never) => void): void;
}

/** The shape of `DeckSource` in `app/ports.ts`. */
export interface FetchedDecks {
  readonly packs: readonly PackEntry[];
  loadIndex(pack: PackId): Promise<DeckIndex>;
  loadQuestions(address: string): Promise<readonly Question[]>;
  loadNote(address: string): Promise<Note>;
  loadSearch(address: string): Promise<readonly SearchDocument[]>;
  subscribe(onChange: (pack: PackId) => void): () => void;
}

/**
 * Decks as the build ships them, loaded with `fetch`. In development a saved pack file arrives as an event
 * that carries the pack's new entry: from then on `packs` and `loadIndex` give the new deck.
 */
export function createFetchedDecks(shipped: readonly PackEntry[], hot?: HotChannel): FetchedDecks {
  const packs = new Map(shipped.map((entry) => [entry.id, entry]));
  const listeners = new Set<(pack: PackId) => void>();
  hot?.on('sveska:pack', (entry: PackEntry) => {
    packs.set(entry.id, entry);
    for (const listener of listeners) listener(entry.id);
  });
  return {
    get packs() {
      return [...packs.values()];
    },
    loadIndex: async (pack) => fetchJson<DeckIndex>(indexAddress(packs, pack)),
    loadQuestions: (address) => fetchJson<readonly Question[]>(address),
    loadNote: (address) => fetchJson<Note>(address),
    loadSearch: (address) => fetchJson<readonly SearchDocument[]>(address),
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}

function indexAddress(packs: ReadonlyMap<PackId, PackEntry>, pack: PackId): string {
  const entry = packs.get(pack);
  if (entry === undefined) throw new Error(`Inconsistent: no pack ${pack} came with the app`);
  return entry.index;
}

async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as T;
}
