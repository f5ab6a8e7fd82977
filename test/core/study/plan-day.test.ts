import { describe, expect, it } from 'vitest';
import type { CardState } from '../../../src/core/model/card-state.ts';
import type { QuestionSummary } from '../../../src/core/model/deck.ts';
import { settingDefaults } from '../../../src/core/model/settings.ts';
import { nothingKnown } from '../../../src/core/scheduler/plan/today-request.ts';
import { type PlanFacts, planDay, topicMix } from '../../../src/core/study/plan-day.ts';
import { noteId, packId, questionId } from '../ids.ts';
import { day, id, many, question, state, today } from '../scheduler/plan-builders.ts';

const noteOf = (note: string, section: string | null = null) => ({
  pack: packId('pack'),
  note: noteId(note),
  section,
});
const ofOther = { ...question('one'), id: questionId('other/one') };

function facts(questions: readonly QuestionSummary[], states: readonly CardState[] = [], more = {}): PlanFacts {
  return {
    today,
    cards: new Map(states.map((each) => [each.card, each])),
    recent: [],
    settings: settingDefaults,
    summaries: new Map(questions.map((each) => [each.id, each])),
    packs: new Map(),
    knowledge: nothingKnown,
    ...more,
  };
}

describe('the plan of a day', () => {
  it('is of the packs that are on', () => {
    const questions = [...many(2), ofOther];
    const { set } = planDay(facts(questions, [], { packs: new Map([['other', false]]) }));
    expect([...set.cards].sort()).toEqual([id('q0'), id('q1')]);
  });

  it('computes each part once, however often it is asked for', () => {
    const plan = planDay(facts(many(30)));
    expect([plan.set, plan.topics, plan.more, plan.ahead, plan.outlook]).toEqual([
      expect.toSatisfy((set) => set === plan.set),
      expect.toSatisfy((topics) => topics === plan.topics),
      expect.toSatisfy((more) => more === plan.more),
      expect.toSatisfy((ahead) => ahead === plan.ahead),
      expect.toSatisfy((outlook) => outlook === plan.outlook),
    ]);
  });

  it('gives the cards of one note, whatever section they ask about', () => {
    const questions = [
      question('a', { note: noteOf('ports', 'dynamic') }),
      question('b', { note: noteOf('ports') }),
      question('c', { note: noteOf('roles') }),
      question('d', { note: null }),
    ];
    const plan = planDay(facts(questions));
    const asked = [noteOf('ports', 'static'), noteOf('none'), null].map((topic) => plan.wished({ topic }).cards);
    expect(asked.map((cards) => [...cards].sort())).toEqual([[id('a'), id('b')], [], []]);
  });

  it.each([
    ['by count and by time', 'command', [{ cards: 10 }, { minutes: 5 }]],
    ['once where the time is enough for as many', 'recall', [{ cards: 10 }]],
  ] as const)('offers more beyond the set %s', (_how, kind, beyond) => {
    const settings = { ...settingDefaults, newPerDay: 0 };
    const questions = many(40).map((each) => ({ ...each, kind }));
    const offers = planDay(facts(questions, [], { settings })).more;
    expect(offers.map((offer) => offer.beyond)).toEqual(beyond);
    expect(offers[0]?.cards).toHaveLength(10);
  });

  it('offers nothing more where there is nothing', () => {
    expect(planDay(facts([])).more).toEqual([]);
  });

  it('offers to practise no card that was left for tomorrow, and at most ten', () => {
    const left = state(id('q0'), { due: day(1), buriedUntil: day(1) });
    const { ahead } = planDay(facts(many(20), [left]));
    expect([ahead.length, ahead.includes(id('q0'))]).toEqual([10, false]);
  });

  it.each([
    [-7, false],
    [-8, true],
  ])('is late when a card has been due for more than a week: %i days, %s', (due, isLate) => {
    expect(planDay(facts(many(1), [state(id('q0'), { due: day(due) })])).isLate).toBe(isLate);
  });
});

describe('the topics of a set', () => {
  it('are the notes of its cards, most first, and for cards without one the pack', () => {
    const questions = [
      question('a', { note: null }),
      question('b', { note: noteOf('ports', 'dynamic') }),
      question('c', { note: noteOf('ports') }),
    ];
    const plan = facts(questions, [state(id('a')), state(id('b'), { lastRating: 1 })]);
    expect(topicMix([id('a'), id('b'), id('c')], plan)).toEqual([
      { key: 'pack/ports', pack: 'pack', note: noteOf('ports'), count: 2, missed: 1, fresh: 1 },
      { key: 'pack', pack: 'pack', note: null, count: 1, missed: 0, fresh: 0 },
    ]);
  });

  it('[S86] do not call missed what was right by luck', () => {
    const lucky = state(id('a'), { lastRating: 1, missedDay: null });
    const plan = facts([question('a'), question('b')], [lucky]);
    expect(topicMix([id('a')], plan)).toMatchObject([{ count: 1, missed: 0, fresh: 0 }]);
    expect(topicMix([id('b')], plan)).toMatchObject([{ count: 1, missed: 0, fresh: 1 }]);
  });
});
