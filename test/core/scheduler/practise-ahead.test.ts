import { describe, expect, it } from 'vitest';
import type { CardState } from '../../../src/core/model/card-state.ts';
import { type CardId, cardIdOf } from '../../../src/core/model/id.ts';
import { practiseAhead } from '../../../src/core/scheduler/plan/practise-ahead.ts';
import { questionId } from '../ids.ts';
import { day, id, many, question, state, today } from './plan-builders.ts';

function ahead(states: readonly CardState[], count = 10, questions = many(6)): readonly CardId[] {
  return practiseAhead({ today, questions, states: new Map(states.map((each) => [each.card, each])) }, count);
}

describe('practice ahead of time', () => {
  it('begins with what comes due first, then takes new cards', () => {
    const found = ahead([state(id('q3'), { due: day(5) }), state(id('q4'), { due: day(2) })], 4);
    expect(found).toEqual([id('q4'), id('q3'), id('q0'), id('q1')]);
  });

  it('[S53] never offers what was answered today, nor a sibling of it', () => {
    const cloze = question('cloze', { kind: 'cloze', cards: 3 });
    const answered = state(cardIdOf(questionId('pack/cloze'), 1), { lastDay: today, due: day(3) });
    const sibling = state(cardIdOf(questionId('pack/cloze'), 2), { due: day(1) });
    const plain = state(id('q0'), { lastDay: today, due: day(1) });
    expect(ahead([answered, sibling, plain], 10, [cloze, ...many(2)])).toEqual([id('q1')]);
  });

  it('[S53] offers one card of a question', () => {
    const cloze = question('cloze', { kind: 'cloze', cards: 3 });
    const states = [1, 2].map((n) => state(cardIdOf(questionId('pack/cloze'), n), { due: day(9 - n) }));
    expect(ahead(states, 10, [cloze])).toEqual([id('cloze', 2)]);
  });

  it('[S54] leaves out what was left for tomorrow, suspended or taken from the pack', () => {
    const states = [
      state(id('q0'), { buriedUntil: day(1), due: day(1) }),
      state(id('q1'), { suspended: true, due: day(1) }),
      state(id('gone'), { due: day(1) }),
    ];
    const questions = [...many(2), question('draft', { status: 'draft' }), question('retired', { status: 'retired' })];
    expect(ahead(states, 10, questions)).toEqual([]);
  });
});
