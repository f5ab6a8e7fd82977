import { describe, expect, it } from 'vitest';
import { defaultRating, mayOverrule } from '../../../src/core/study/rate.ts';
import type { Showing } from '../../../src/core/study/showing.ts';
import { cards, countedAnswers, openWorld, responseTo, type World } from './study-world.ts';

const typed = cards.filter((card) => card.endsWith('typed'));

function onScreen({ state: { showing } }: World): Showing {
  if (showing === null) throw new Error('No card');
  return showing;
}

function typing(world: World, isRight: boolean): World {
  return world.act({ t: 'respond', response: responseTo(onScreen(world).question, isRight) });
}

const asking = openWorld().act({ t: 'begin', cards: typed });
const shown = asking.act({ t: 'giveUp' });

describe('a written question of which the answer was shown', () => {
  it('is wrong, although the right answer was typed and not checked', () => {
    const given = typing(asking, true).act({ t: 'giveUp' });
    expect(onScreen(given)).toMatchObject({ phase: 'answered', verdict: { score: 0 } });
    expect(countedAnswers(given)).toMatchObject([{ r: 1, given: 'binpack' }]);
  });

  it.each(['again', 'undo'] as const)('has had its first try when it is asked again by %s: right is Hard', (t) => {
    const right = typing(shown.act({ t }), true).act({ t: 'check' });
    expect(onScreen(right)).toMatchObject({ phase: 'answered', verdict: { score: 1 } });
    expect(defaultRating(onScreen(right))).toBe(2);
  });

  it.each(['again', 'undo'] as const)('has had its first try when it is asked again by %s: wrong is the end', (t) => {
    const wrong = typing(shown.act({ t }), false).act({ t: 'check' });
    expect(onScreen(wrong)).toMatchObject({ phase: 'answered', verdict: { score: 0 } });
    expect(countedAnswers(wrong)).toMatchObject([{ r: 1, given: 'spread' }]);
  });

  it('can be counted as right where something was typed, and not where that is blank', () => {
    const left = (text: string) =>
      mayOverrule(onScreen(asking.act({ t: 'respond', response: { kind: 'typed', text } }).act({ t: 'giveUp' })));
    expect(['spread', '', '  '].map(left)).toEqual([true, false, false]);
  });
});
