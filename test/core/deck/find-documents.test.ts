import fc from 'fast-check';
import MiniSearch, { type SearchResult } from 'minisearch';
import { describe, expect, it } from 'vitest';
import { findDocuments, findQuestions } from '../../../src/core/deck/find-documents.ts';
import { indexDocuments } from '../../../src/core/deck/search-index.ts';
import type { SearchDocument } from '../../../src/core/model/deck.ts';
import type { PackId } from '../../../src/core/model/id.ts';

const [demo, other] = ['demo', 'other'] as readonly string[] as readonly [PackId, PackId];

function document(n: number, fields: Partial<SearchDocument>): SearchDocument {
  const path = `/q/demo/q-${n}`;
  return { id: path, pack: demo, type: 'question', title: '', text: '', path, ...fields };
}

/** Ids of what is found. */
function idsOf(documents: readonly SearchDocument[], words: string, packs: readonly PackId[] = [demo], most = 30) {
  return findDocuments(indexDocuments(documents), { words, packs, most }).map(({ id }) => id.slice(10));
}

describe('finding documents', () => {
  it.each([
    ['a word, in any case', 'the PORT of it', 'port'],
    ['the beginning of a word', 'containers', 'cont'],
    ['a word with a slip', 'container', 'contaimer'],
    ['a word with a character too many', 'cluster', 'clusster'],
    ['words between punctuation', 'awsvpc-mode: on', 'mode awsvpc'],
  ])('finds %s', (_what, text, words) => {
    expect(idsOf([document(1, { text }), document(2, { text: 'nothing' })], words)).toEqual(['1']);
  });

  it.each([
    ['one of two words', 'a port', 'port cluster'],
    ['a short word with a slip', 'port', 'pord'],
    ['the end of a word', 'container', 'tainer'],
    ['nothing but punctuation', 'a port', '—'],
  ])('does not find %s', (_what, text, words) => {
    expect(idsOf([document(1, { text })], words)).toEqual([]);
  });

  it('keeps to the packs that are asked for', () => {
    const documents = [document(1, { text: 'port' }), document(2, { text: 'port', pack: other })];
    expect([idsOf(documents, 'port', [other]), idsOf(documents, 'port', [])]).toEqual([['2'], []]);
  });

  it('puts a title before a text, and equal ones in their order, no more than asked for', () => {
    const documents = [
      document(1, { text: 'a port' }),
      document(2, { text: 'a port' }),
      document(3, { title: 'a port' }),
    ];
    expect([idsOf(documents, 'port'), idsOf(documents, 'port', [demo], 2)]).toEqual([
      ['3', '1', '2'],
      ['3', '1'],
    ]);
  });

  it('finds as questions all that it finds of them, however many', () => {
    const documents = Array.from({ length: 90 }, (_, n) =>
      document(n, { text: n % 3 === 0 ? 'a port' : 'nothing', type: n % 2 === 0 ? 'question' : 'section' }),
    );
    const index = indexDocuments(documents);
    const all = findDocuments(index, { words: 'port', packs: [demo], most: 1000 });
    const ids = all.filter(({ type }) => type === 'question').map(({ path }) => path.slice('/q/'.length));
    expect(findQuestions(index, { words: 'port', packs: [demo] }).toSorted()).toEqual(ids.toSorted());
    expect(ids).toHaveLength(15);
    expect([
      findQuestions(index, { words: 'port', packs: [] }),
      findQuestions(index, { words: '—', packs: [demo] }),
    ]).toEqual([[], []]);
  });

  it('finds nothing where there is nothing', () => {
    expect(idsOf([], 'port')).toEqual([]);
  });

  it('finds what MiniSearch finds, in the same order but for equal ones', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 });
    const words = (maxLength: number) => fc.array(letters, { maxLength }).map((some) => some.join(' '));
    const fields = fc.record(
      { title: words(3), text: words(12), code: words(4), tags: words(2) },
      { requiredKeys: ['title', 'text'] },
    );
    fc.assert(
      fc.property(fc.array(fields, { maxLength: 12 }), words(3), (given, sought) => {
        const documents = given.map((some, n) => document(n, some));
        const expected = searchedByMiniSearch(documents, sought);
        const scores = new Map(expected.map(({ id, score }) => [id, score]));
        const found = findDocuments(indexDocuments(documents), { words: sought, packs: [demo], most: 100 });
        const byScore = found.map(({ id }) => scores.get(id)?.toPrecision(9));
        expect(byScore).toEqual(expected.map(({ score }) => score.toPrecision(9)));
      }),
      { numRuns: 500 },
    );
  });
});

function searchedByMiniSearch(documents: readonly SearchDocument[], words: string): readonly SearchResult[] {
  const index = new MiniSearch<SearchDocument>({
    fields: ['title', 'text', 'code', 'tags'],
    searchOptions: { boost: { title: 3 }, prefix: true, fuzzy: (term) => (term.length > 4 ? 0.2 : 0) },
  });
  index.addAll(documents);
  return index.search(words, { combineWith: 'AND' });
}
