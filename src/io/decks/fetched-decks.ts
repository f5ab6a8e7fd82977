import type { DeckSource } from '../../core/model/deck-source.ts';
import type { PackId } from '../../core/model/id.ts';
import type { ShippedEntry } from '../../core/model/shipped-deck.ts';

/** What the dev server tells the app while it runs: `import.meta.hot`, which is undefined in a build. */
interface HotChannel {
  on(event: 'sveska:pack', listener: (entry: ShippedEntry) => void): void;
}

// A first card waits for no deck, nor for the code that reads one.
const reading = () => import('./open-fetched.ts');

/**
 * Decks as the build ships them, loaded with `fetch`. In development a saved pack file arrives as an event
 * that carries the pack's new entry: from then on `packs` and `open` give the new deck.
 */
export function createFetchedDecks(shipped: readonly ShippedEntry[], hot?: HotChannel): DeckSource {
  const packs = new Map(shipped.map((entry) => [entry.id, entry]));
  const listeners = new Set<(pack: PackId) => void>();
  // Begun at once, so that a deck does not wait for two loads.
  reading().catch(() => {});
  hot?.on('sveska:pack', (entry) => {
    packs.set(entry.id, entry);
    for (const listener of listeners) listener(entry.id);
  });
  return {
    get packs() {
      return [...packs.values()];
    },
    open: async (pack) => {
      const { openFetched } = await reading();
      return openFetched(indexAddress(packs, pack));
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}

function indexAddress(packs: ReadonlyMap<PackId, ShippedEntry>, pack: PackId): string {
  const entry = packs.get(pack);
  if (entry === undefined) throw new Error(`Inconsistent: no pack ${pack} came with the app`);
  return entry.index;
}
