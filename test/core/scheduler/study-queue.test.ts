import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newSchedule } from '../../../src/core/model/card-state.ts';
import { cardIdOf, questionOfCard } from '../../../src/core/model/id.ts';
import { noteId, packId, questionId } from '../ids.ts';
import { day, id, many, named, question, state, today } from './plan-builders.ts';
import { plan } from './todays-plan.ts';

function countsOf(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].map((number) => numbers.filter((other) => other === number).length);
}

describe("today's set", () => {
  it('[S50] takes the cards first that are most likely forgotten', () => {
    const questions = ['a', 'bb', 'ccc'].map((name) => question(name));
    const stabilities = { a: 9, bb: 1, ccc: 4 };
    const states = Object.entries(stabilities).map(([name, stability]) => state(id(name), { stability }));
    expect(plan(questions, states).cards).toEqual([id('bb'), id('ccc'), id('a')]);
  });

  it('[S51] introduces new cards in the order of the notes, as many as are allowed a day', () => {
    const found = plan(many(30), [], { settings: { minutesPerDay: 60, newPerDay: 4 } });
    expect([...found.cards].sort()).toEqual([0, 1, 2, 3].map((n) => id(`q${n}`)));
    expect([found.fresh, found.reviews]).toEqual([4, 0]);
  });

  it('[S51] counts those that were introduced earlier today', () => {
    const introduced = state(id('q0'), { firstDay: today, lastDay: today, due: day(2) });
    expect(plan(many(30), [introduced], { settings: { minutesPerDay: 60, newPerDay: 4 } }).fresh).toBe(3);
  });

  it.each([
    [5, 20, 15],
    [5, 120, 2],
    [15, 20, 45],
    [60, 20, 180],
    [240, 20, 720],
    [240, 8, 1800],
    [5, 900, 1],
  ])('[S52] %i minutes at %i seconds a card are %i cards', (minutesPerDay, seconds, count) => {
    const questions = many(2000);
    const due = questions.map(({ title }) => state(id(title)));
    const found = plan(questions, due, { settings: { minutesPerDay, newPerDay: 0 }, seconds });
    expect(found.cards).toHaveLength(count);
    expect(Math.abs(found.minutes - (count * seconds) / 60)).toBeLessThanOrEqual(0.5);
  });

  it('[S52] is smaller by what was done today, and says what waits', () => {
    const done = many(20).map(({ title }) => state(id(title), { lastDay: today, due: day(3) }));
    const due = many(60)
      .slice(20)
      .map(({ title }) => state(id(title)));
    const found = plan(many(60), [...done, ...due]);
    expect([found.cards.length, found.waiting, found.doneToday]).toEqual([25, 15, 20]);
    expect(plan(many(60), [...done, ...due], { beyond: { cards: 10 } }).cards).toHaveLength(10);
    expect(plan(many(60), [...done, ...due], { beyond: { minutes: 5 } }).cards).toHaveLength(15);
  });

  it('[S52] is done when less than a fifth of the minutes is left', () => {
    const ready = many(80).map(({ title }, n) => state(id(title), n < 37 ? { lastDay: today, due: day(3) } : {}));
    expect(plan(many(80), ready).cards).toEqual([]);
    expect(plan(many(80), ready.slice(1)).cards).toHaveLength(9);
  });

  it('[S52] asks a card that was forgotten today even when the minutes are used up', () => {
    const done = many(60).map(({ title }) => state(id(title), { lastDay: today, due: day(3) }));
    const forgotten = state(id('x'), { lastDay: today, lastRating: 1, due: today });
    expect(plan([...many(60), question('x')], [...done, forgotten]).cards).toEqual([id('x')]);
  });

  it('[S49] asks what was forgotten today behind eight others, or last', () => {
    const forgotten = state(id('x'), { lastDay: today, lastRating: 1, due: today });
    const questions = [question('x'), ...many(12)];
    expect(plan(questions, [forgotten]).cards.indexOf(id('x'))).toBe(8);
    expect(plan(questions.slice(0, 4), [forgotten]).cards.indexOf(id('x'))).toBe(3);
  });

  it('[S50] breaks ties of recall by a fixed spread, so that a part of the cards is of all chapters', () => {
    const questions = many(1200).map((each, n) => ({
      ...each,
      note: { pack: packId('pack'), note: noteId(`chapter-${Math.floor(n / 100)}`), section: null },
    }));
    const found = plan(
      questions,
      questions.map(({ title }) => state(id(title))),
      { settings: { newPerDay: 0 } },
    );
    const chapters = found.cards.map((card) => Math.floor(Number(card.slice('pack/q'.length)) / 100));
    expect(new Set(chapters).size).toBeGreaterThanOrEqual(10);
    expect(Math.max(...countsOf(chapters))).toBeLessThanOrEqual(9);
  });

  it('[S51] keeps a fifth of the time for new cards however many reviews wait', () => {
    const due = many(1200).map(({ title }) => state(id(title)));
    const found = plan([...many(1200), ...named('new', 100)], due);
    expect([found.fresh, found.reviews, found.waiting]).toEqual([9, 36, 1164]);
  });

  it('[S51] gives what new cards do not need to reviews', () => {
    const due = many(1200).map(({ title }) => state(id(title)));
    const found = plan([...many(1200), ...named('new', 3)], due);
    expect([found.fresh, found.reviews]).toEqual([3, 42]);
  });

  it('[S51] spreads new cards among the reviews', () => {
    const due = many(20).map(({ title }) => state(id(title)));
    const { cards } = plan([...many(20), ...named('new', 5)], due);
    const places = cards.flatMap((card, place) => (card.startsWith('pack/new') ? [place] : []));
    expect(places.map((place) => Math.floor(place / 5))).toEqual([0, 1, 2, 3, 4]);
  });

  it('[S56] the day is asked in runs of at most 40, and no run ends in the middle of a case', () => {
    const shop = questionId('pack/shop');
    const questions = many(200).map((each, n) => (n >= 38 && n < 42 ? { ...each, case: shop } : each));
    const found = plan(questions, [], { settings: { minutesPerDay: 60, newPerDay: 100 } });
    const cases = new Set(questions.filter((each) => 'case' in each).map((each) => cardIdOf(each.id)));
    const border = [found.run.at(-1), found.cards[found.run.length]].filter((card) => card && cases.has(card));
    expect(found.run.length).toBeLessThanOrEqual(40);
    expect(found.run.length).toBeGreaterThanOrEqual(37);
    expect(border.length).toBeLessThan(2);
    expect(found.cards.slice(0, found.run.length)).toEqual(found.run);
  });

  it('[S53] never asks two deletions of one cloze on one day', () => {
    const cloze = question('cloze', { kind: 'cloze', cards: 3 });
    expect(plan([cloze], []).cards).toEqual([id('cloze', 1)]);
    expect(plan([cloze], [state(id('cloze', 2)), state(id('cloze', 3), { stability: 1 })]).cards).toEqual([
      id('cloze', 3),
    ]);
    expect(plan([cloze], [state(id('cloze', 1), { lastDay: today, due: day(3) })]).cards).toEqual([]);
  });

  it('[S53] a deletion forgotten today may come back today', () => {
    const cloze = question('cloze', { kind: 'cloze', cards: 2 });
    const forgotten = state(id('cloze', 1), { lastDay: today, lastRating: 1, due: today });
    expect(plan([cloze], [forgotten]).cards).toEqual([id('cloze', 1)]);
  });

  it('[S54] leaves out suspended, buried, draft and retired cards', () => {
    const questions = [
      question('a'),
      question('b'),
      question('c', { status: 'draft' }),
      question('d', { status: 'retired' }),
    ];
    const states = [
      state(id('a'), { suspended: true }),
      state(id('b'), { buriedUntil: day(1) }),
      state(id('c')),
      state(id('d')),
    ];
    expect(plan(questions, states).cards).toEqual([]);
    expect(plan(questions, [state(id('b'), { buriedUntil: today })]).cards).toContain(id('b'));
  });

  it('[S55] does not ask two cards of one topic in a row while another is left', () => {
    const topic = (name: string) => ({ pack: packId('pack'), note: noteId(name), section: null });
    const questions = ['a1', 'a2', 'b1', 'b2'].map((name) => question(name, { note: topic(name[0]!) }));
    expect(plan(questions, []).cards.map((each) => each.split('/')[1]?.[0])).toEqual(['a', 'b', 'a', 'b']);
  });

  it('[S59] asks the questions of one case one after the other, where the first of them stands', () => {
    const shop = questionId('pack/shop');
    const questions = ['a', 'bb', 'ccc', 'dddd'].map((name, index) =>
      question(name, index % 2 === 1 ? { case: shop } : {}),
    );
    expect(plan(questions, []).cards).toEqual([id('a'), id('bb'), id('dddd'), id('ccc')]);
  });

  it('[S69] says how many come due next, and when', () => {
    const states = [
      state(id('q0'), { due: day(1) }),
      state(id('q1'), { due: day(1) }),
      state(id('q2'), { due: day(5) }),
    ];
    const found = plan(many(3), states);
    expect(found.nextDay).toEqual({ day: day(1), cards: 2 });
    const later = plan(many(3), [states[2]!, state(id('q0'), { due: day(9) }), state(id('q1'), { due: day(9) })]);
    expect(later.nextDay).toEqual({ day: day(5), cards: 1 });
  });

  it('[S69] counts new cards for tomorrow', () => {
    const learned = many(12).map(({ title }) =>
      state(id(title), { firstDay: today, lastDay: today, due: day(title === 'q0' ? 1 : 2) }),
    );
    const found = plan(many(100), learned);
    expect([found.cards, found.nextDay]).toEqual([[], { day: day(1), cards: 13 }]);
  });

  it('[S57] is the same for the same arguments, within its limits, for any record', () => {
    const anyState = fc.record({
      n: fc.integer({ min: 0, max: 59 }),
      deletion: fc.integer({ min: 1, max: 3 }),
      last: fc.integer({ min: -60, max: 0 }),
      due: fc.integer({ min: -30, max: 30 }),
      stability: fc.double({ min: 0.1, max: 100, noNaN: true }),
      suspended: fc.boolean(),
      reps: fc.integer({ min: 0, max: 3 }),
    });
    const questions = many(60).map((each, index) => (index % 2 ? each : { ...each, kind: 'cloze' as const, cards: 3 }));
    fc.assert(
      fc.property(
        fc.uniqueArray(anyState, {
          maxLength: 150,
          size: 'max',
          selector: ({ n, deletion }) => (n % 2 ? `${n}` : `${n}/${deletion}`),
        }),
        fc.integer({ min: 0, max: 30 }),
        (rows, newPerDay) => {
          const states = rows.map(({ n, deletion, last, due, stability, suspended, reps }) => {
            const known = { lastDay: day(last), firstDay: day(last), due: day(Math.max(due, last)), stability };

            return state(id(`q${n}`, n % 2 ? 0 : deletion), {
              suspended,
              ...(reps > 0 ? { reps, ...known } : newSchedule),
            });
          });
          const settings = { minutesPerDay: 10, newPerDay };
          const found = plan(questions, states, { settings });
          expect(plan(questions, [...states].reverse(), { settings })).toEqual(found);
          const byId = new Map(states.map((each) => [each.card, each]));
          expect(found.cards.length).toBeLessThanOrEqual(30);
          expect(found.fresh).toBeLessThanOrEqual(newPerDay);
          expect(new Set(found.cards.map(questionOfCard)).size).toBe(found.cards.length);
          for (const each of found.cards) {
            expect(byId.get(each)?.suspended ?? false).toBe(false);
            expect(byId.get(each)?.due ?? today).toBeLessThanOrEqual(today);
            const seenSiblings = states.filter(
              (other) =>
                other.lastDay === today && other.card !== each && questionOfCard(other.card) === questionOfCard(each),
            );
            if (byId.get(each)?.lastDay !== today)
              expect(seenSiblings.filter((other) => byId.get(other.card) === other)).toEqual([]);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
