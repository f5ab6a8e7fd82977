import type { DeckSource, OpenDeck } from '../../core/model/deck-source.ts';
import type { PackId } from '../../core/model/id.ts';
import type { Question } from '../../core/model/question.ts';
import type { ShippedEntry } from '../../core/model/shipped-deck.ts';
import { readDocuments, readIndex, readNote, readQuestions } from './read-shipped.ts';

/** What the dev server tells the app while it runs: `import.meta.hot`, which is undefined in a build. */
interface HotChannel {
  on(event: 'sveska:pack', listener: (entry: ShippedEntry) => void): void;
}

/**
 * Decks as the build ships them, loaded with `fetch`. In development a saved pack file arrives as an event
 * that carries the pack's new entry: from then on `packs` and `open` give the new deck.
 */
export function createFetchedDecks(shipped: readonly ShippedEntry[], hot?: HotChannel): DeckSource {
  const packs = new Map(shipped.map((entry) => [entry.id, entry]));
  const listeners = new Set<(pack: PackId) => void>();
  hot?.on('sveska:pack', (entry) => {
    packs.set(entry.id, entry);
    for (const listener of listeners) listener(entry.id);
  });
  return {
    get packs() {
      return [...packs.values()];
    },
    open: async (pack) => openFetched(indexAddress(packs, pack)),
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}

async function openFetched(address: string): Promise<OpenDeck> {
  const index = await fetchJson(address, readIndex);
  const shardOf = new Map(index.questions.map(({ id, shard }) => [id, index.questionShards[shard]]));
  const shards = new Map<string, Promise<readonly Question[]>>();
  return {
    index,
    questionsWith: async (id) => {
      const shard = shardOf.get(id);
      if (shard === undefined) return [];
      const reading = shards.get(shard) ?? fetchJson(shard, readQuestions);
      shards.set(shard, reading);
      // What failed is tried again by the next who asks.
      reading.catch(() => shards.delete(shard));
      return reading;
    },
    note: async (id) => {
      const shard = index.notes.find((note) => note.id === id)?.shard;
      return shard === undefined ? null : fetchJson(shard, readNote);
    },
    documents: () => fetchJson(index.searchShard, readDocuments),
  };
}

function indexAddress(packs: ReadonlyMap<PackId, ShippedEntry>, pack: PackId): string {
  const entry = packs.get(pack);
  if (entry === undefined) throw new Error(`Inconsistent: no pack ${pack} came with the app`);
  return entry.index;
}

/** A host may answer an address that it does not know with a page, and say that all is well. */
async function fetchJson<T>(address: string, read: (value: unknown) => T | null): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const value = read(parseJson(await response.text()));
  if (value === null) throw new Error(`${address} is no part of a deck`);
  return value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
