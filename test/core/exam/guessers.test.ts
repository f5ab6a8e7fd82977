import { describe, expect, it } from 'vitest';
import { guessChance, guessers } from '../../../src/core/exam/guessers.ts';
import { questionOf } from '../compiler/pack-builder.ts';

/** The chance of a guesser at a choice or multi of these options; right ones begin with `x `. */
function chanceOf(name: string, options: readonly string[], attributes = '', prompt = 'Which tasks stop?') {
  const guesser = guessers.find((one) => one.name === name);
  if (guesser === undefined) throw new Error(`There is no guesser "${name}".`);
  const lines = options.map((o) => `- [${o.startsWith('x ') ? 'x' : ' '}] ${o.replace(/^x /, '')}\n  > It is so.\n`);
  return guessChance(guesser, questionOf(`## T {#id-one${attributes}}\n\n${prompt}\n\n${lines.join('')}`));
}

describe('guessChance', () => {
  it.each([
    ['longest', ['x four', 'two', 'six'], 1],
    ['longest', ['x four', 'five', 'six'], 0.5],
    ['longest', ['four', 'x two', 'six'], 0],
    ['shortest', ['x one', 'three', 'seven'], 1],
    ['most words of the prompt', ['a host', 'x a task', 'a role'], 1],
    ['most code', ['the `a`', 'x the `abc`', 'the abcd'], 1],
    ['most hedged', ['it stops', 'x it may stop', 'it can usually stop'], 0],
    ['most reasons', ['it stops', 'x it stops so that it ends', 'it starts'], 1],
    ['first', ['one', 'x two', 'three', 'four'], 0.25],
  ])('of "%s" at %j is %f', (name, options, chance) => expect(chanceOf(name, options)).toBe(chance));

  it('is that of all right options together', () => {
    expect(chanceOf('longest', ['x abcd', 'x abce', 'ab', 'ac', 'ad'])).toBe(1);
    expect(chanceOf('longest', ['x abcd', 'x ab', 'ac', 'ad', 'ae'])).toBe(1 / 4);
    expect(chanceOf('first', ['x ab', 'x ac', 'ad', 'ae', 'af'])).toBe(1 / 10);
    expect(chanceOf('longest', ['x ab', 'x ac', 'abcd', 'ae', 'af'])).toBe(0);
  });

  it('goes by the place where nothing is shuffled', () => {
    expect(chanceOf('first', ['x one', 'two'], ' shuffle=false')).toBe(1);
    expect(chanceOf('first', ['one', 'x two'], ' shuffle=false')).toBe(0);
  });

  it('is none without options', () => {
    const recall = questionOf('## T {#id-one}\n\nWhat is it?\n\n---\n\nIt.\n');
    expect(guessers.map((guesser) => guessChance(guesser, recall))).toEqual(guessers.map(() => 0));
  });
});
