import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  browsePath,
  browsePracticePath,
  readBrowsePractice,
  readBrowseWish,
} from '../../../src/app/parts/browse/browse-path.ts';
import { facets } from '../../../src/core/study/browse/facets.ts';

const parametersOf = (path: string) => new URL(path, 'https://sveska.test').searchParams;

/** Values as packs write them and as nobody should. */
const anyValues = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom('due', 'aws-ecs/ports#dynamic', 'a b', 'a&b=c', 'č'),
    fc.string({ minLength: 1, unit: 'grapheme' }),
  ),
  {
    maxLength: 3,
  },
);
const anyWish = fc.record({
  filter: fc
    .dictionary(fc.constantFrom(...facets), anyValues)
    .map((filter) =>
      Object.fromEntries(
        facets.flatMap((facet) => ((filter[facet] ?? []).length > 0 ? [[facet, filter[facet] ?? []]] : [])),
      ),
    ),
  order: fc.constantFrom('notes' as const, 'weakest' as const),
  words: fc.string({ unit: 'grapheme' }).map((words) => words.trim()),
});

describe('the address of questions', () => {
  it('is read as it was written, for any wish', () => {
    fc.assert(
      fc.property(anyWish, (wish) => {
        expect(readBrowseWish(parametersOf(browsePath(wish)))).toEqual(wish);
      }),
    );
  });

  it('is short where nothing is wished', () => {
    expect(browsePath({ filter: { kind: [] }, order: 'notes', words: '' })).toBe('/questions');
  });

  it.each(['order=strongest', 'state=', 'nonsense=1', 'q=%20'])('wishes nothing by %s', (parameters) => {
    expect(readBrowseWish(new URLSearchParams(parameters))).toEqual({ filter: {}, order: 'notes', words: '' });
  });
});

describe('the address of a practice of questions', () => {
  const anyPractice = fc.record({ most: fc.constantFrom(null, 10, 20), seed: fc.option(fc.nat()) });

  it('is read as it was written, with its questions', () => {
    fc.assert(
      fc.property(anyWish, anyPractice, (wish, practice) => {
        const parameters = parametersOf(browsePracticePath(wish, practice));
        expect([readBrowseWish(parameters), readBrowsePractice(parameters)]).toEqual([wish, practice]);
      }),
    );
  });

  it.each(['cards=demo/one', 'topic=demo/ports', 'state=due'])('is none by %s', (parameters) => {
    expect(readBrowsePractice(new URLSearchParams(parameters))).toBeNull();
  });

  it.each(['most=-1', 'most=1e9', 'most=ten'])('takes all by %s', (parameters) => {
    expect(readBrowsePractice(new URLSearchParams(parameters))).toEqual({ most: null, seed: null });
  });
});
