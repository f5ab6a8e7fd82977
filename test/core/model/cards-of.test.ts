import { describe, expect, it } from 'vitest';
import { cardsOf, firstCardOf } from '../../../src/core/model/cards-of.ts';
import { hasLogMark } from '../../../src/core/model/mark-store.ts';
import { questionId } from '../ids.ts';

const id = questionId('demo/one');

describe('the cards of a question', () => {
  it('are one for each deletion of a cloze', () =>
    expect(cardsOf({ id, kind: 'cloze', cards: 3 })).toEqual(['demo/one/1', 'demo/one/2', 'demo/one/3']));

  it('are the question itself for every other kind', () =>
    expect(cardsOf({ id, kind: 'multi', cards: 1 })).toEqual(['demo/one']));

  it.each([
    ['cloze', 'demo/one/1'],
    ['recall', 'demo/one'],
  ] as const)('begin, for a %s, with %s', (kind, first) => expect(firstCardOf({ id, kind })).toBe(first));
});

describe('a mark of a log', () => {
  it.each([
    [['hw:abc'], true],
    [['hw-ended', 'started', 'gap:abc'], false],
    [[], false],
  ])('among the marks %j: %s', (keys, found) => expect(hasLogMark({ keys: () => keys })).toBe(found));
});
