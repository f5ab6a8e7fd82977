import type { OpenDeck } from '../../core/model/deck-source.ts';
import type { Question } from '../../core/model/question.ts';
import { readDocuments, readIndex, readNote, readQuestions } from './read-shipped.ts';

/** Reads the index at this address, and from then on what it names. Rejects when it cannot be read. */
export async function openFetched(address: string): Promise<OpenDeck> {
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
