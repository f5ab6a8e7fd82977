import { describe, expect, it } from 'vitest';
import { readingMinutes } from '../../../src/core/deck/reading-minutes.ts';
import type { RichText } from '../../../src/core/model/rich-text.ts';

const words = (count: number, word = 'word'): RichText => [['p', 0, `${word} `.repeat(count)]];
const noteOf = (lead: RichText, ...bodies: readonly RichText[]) => ({
  lead,
  sections: bodies.map((body, n) => ({ id: `s${n}`, stable: true, title: '', body })),
});

describe('readingMinutes', () => {
  it.each([
    [0, 1],
    [89, 1],
    [269, 1],
    [271, 2],
    [1800, 10],
  ])('%i words take %i min', (count, minutes) => {
    expect(readingMinutes(noteOf(words(count)))).toBe(minutes);
  });

  it('counts the lead and every section, whatever they are made of', () => {
    const table: RichText = [['table', 0, ['tbody', 0, ['tr', 0, ['td', 0, 'cell '.repeat(180)]]]]];
    expect(readingMinutes(noteOf(words(180), words(180), table))).toBe(3);
  });

  it('counts the words of a language that writes none apart', () => {
    expect(readingMinutes(noteOf([['p', 0, '容器实例'.repeat(180)]]))).toBe(2);
  });
});
