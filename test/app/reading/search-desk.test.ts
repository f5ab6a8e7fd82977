import { describe, expect, it } from 'vitest';
import { createDeckStore } from '../../../src/app/store/deck-store.ts';
import { createSearchDesk } from '../../../src/app/store/search-desk.ts';
import type { Search } from '../../../src/core/model/search.ts';
import { packId } from '../../core/ids.ts';
import { searchInProcess } from '../../search-in-process.ts';
import { choice, decksOfPacks } from '../study-builders.tsx';

const sought = { words: 'about', packs: [packId('demo')], most: 30 };

function opened(change: (search: Search) => Search = (search) => search) {
  const source = decksOfPacks([{ id: 'demo', questions: [choice('one')] }]);
  const decks = createDeckStore(source);
  const counts = { opened: 0, taken: 0 };
  const search = searchInProcess();
  const open = async () => {
    counts.opened += 1;
    return change({
      ...search,
      take: async (documents) => {
        counts.taken += 1;
        await search.take(documents);
      },
    });
  };
  return { decks, counts, desk: createSearchDesk(open, decks) };
}

describe('the desk of search', () => {
  it('reads the documents once, however often is searched', async () => {
    const { desk, counts } = opened();
    await desk.ready();
    const found = await Promise.all([desk.find(sought), desk.find(sought)]);
    expect([found.map(({ length }) => length), counts]).toEqual([[1, 1], { opened: 1, taken: 1 }]);
  });

  it('finds questions by what they ask', async () => {
    const { desk } = opened();
    expect(await desk.findQuestions({ words: 'about', packs: [packId('demo')] })).toEqual(['demo/one']);
  });

  it('reads them again when a pack has changed', async () => {
    const { desk, counts, decks } = opened();
    await desk.find(sought);
    decks.setState({ revision: 1 });
    await desk.find(sought);
    expect(counts).toEqual({ opened: 1, taken: 2 });
  });

  it('gives the documents anew after searching has failed', async () => {
    let fails = 1;
    const { desk, counts } = opened((search) => ({
      ...search,
      find: (asked) => (fails-- > 0 ? Promise.reject(new Error('died')) : search.find(asked)),
    }));
    await expect(desk.find(sought)).rejects.toThrow('died');
    expect([(await desk.find(sought)).length, counts.taken]).toEqual([1, 2]);
  });

  it('tries again to open what could not be opened', async () => {
    let fails = 1;
    const { desk } = opened((search) => {
      if (fails-- > 0) throw new Error('no worker');
      return search;
    });
    await expect(desk.ready()).rejects.toThrow('no worker');
    expect(await desk.find(sought)).toHaveLength(1);
  });
});
