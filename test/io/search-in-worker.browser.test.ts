import { expect, it } from 'vitest';
import type { SearchDocument } from '../../src/core/model/deck.ts';
import { createSearchInWorker } from '../../src/io/search/search-in-worker.ts';
import { packId } from '../core/ids.ts';

const demo = packId('demo');
const sought = { words: 'port', packs: [demo], most: 5 };

function document(id: string, text: string): SearchDocument {
  return { id, pack: demo, type: 'question', title: '', text, path: `/q/demo/${id}` };
}

it('finds in a worker what it was given last, and nothing before', async () => {
  const search = createSearchInWorker();
  const before = await search.find(sought);
  await search.take([document('one', 'a port')]);
  const [first, , second] = await Promise.all([
    search.find(sought),
    search.take([document('two', 'a port'), document('three', 'no')]),
    search.find(sought),
  ]);
  expect([before, first, second].map((found) => found.map(({ id }) => id))).toEqual([[], ['one'], ['two']]);
});

it('says what went wrong in the worker, and goes on', async () => {
  const search = createSearchInWorker();
  await expect(search.take([JSON.parse('{ "text": 1 }') as SearchDocument])).rejects.toThrow('split');
  await search.take([document('one', 'a port')]);
  expect(await search.find(sought)).toHaveLength(1);
});
