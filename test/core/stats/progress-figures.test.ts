import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StudyDay } from '../../../src/core/model/id.ts';
import type { Rating } from '../../../src/core/model/verdict.ts';
import { activeEntries } from '../../../src/core/scheduler/fold/active-entries.ts';
import { noLineage } from '../../../src/core/scheduler/fold/lineage.ts';
import { createScheduler } from '../../../src/core/scheduler/memory/fsrs.ts';
import { activityOf } from '../../../src/core/stats/activity.ts';
import { foretell, presentCalibration } from '../../../src/core/stats/foretold.ts';
import { priorKnowledge } from '../../../src/core/stats/prior-knowledge.ts';
import { retentionByWeek, retentionUpTo } from '../../../src/core/stats/retention.ts';
import { tellAnswers } from '../../../src/core/stats/told-answers.ts';
import { at, noonDay, writeLog } from '../../log-builders.ts';

const scheduler = createScheduler({ desiredRetention: 0.9 });

/** [card, day, rating] in the order of days. */
type Act = readonly [card: string, day: number, rating: Rating];

function answersOf(acts: readonly Act[], more: Parameters<ReturnType<typeof writeLog>['answer']>[3] = {}) {
  const log = writeLog();
  for (const [n, [name, day, rating]] of acts.entries()) log.answer(name, rating, at(day, n), more);
  return tellAnswers(activeEntries(log.entries), scheduler, noLineage);
}

const anyActs = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 5 }), fc.constantFrom(1, 2, 3, 4)), {
    maxLength: 60,
  })
  .map((steps) => {
    let day = 0;
    return steps.map(([name, gap, rating]): Act => {
      day += gap;
      return [name, day, rating as Rating];
    });
  });

const dayOf = (offset: number) => (noonDay + offset) as StudyDay;

describe('retention', () => {
  it('counts the first answer of a card on a later day, for any acts', () => {
    fc.assert(
      fc.property(anyActs, fc.integer({ min: 0, max: 80 }), (acts, end) => {
        const firsts = acts.filter(
          ([name, day], n) =>
            !acts.slice(0, n).some(([other, on]) => other === name && on === day) &&
            acts.slice(0, n).some(([other]) => other === name) &&
            day <= end &&
            day > end - 30,
        );
        expect(retentionUpTo(answersOf(acts), dayOf(end))).toEqual({
          from: dayOf(end - 29),
          to: dayOf(end),
          asked: firsts.length,
          remembered: firsts.filter(([, , rating]) => rating > 1).length,
        });
      }),
    );
  });

  it('goes by weeks of which the last one ends today', () => {
    const acts: readonly Act[] = [
      ['a', 0, 3],
      ['b', 0, 3],
      ['a', 1, 3],
      ['b', 8, 1],
    ];
    const weeks = retentionByWeek(answersOf(acts), dayOf(8), 2);
    expect(weeks.map(({ remembered, asked }) => [remembered, asked])).toEqual([
      [1, 1],
      [0, 1],
    ]);
    expect(weeks.map(({ from, to }) => [from - noonDay, to - noonDay])).toEqual([
      [-5, 1],
      [2, 8],
    ]);
  });
});

describe('activity', () => {
  it('has the weeks from Monday on, with the days that have passed', () => {
    // The first day of these logs is a Monday.
    const weeks = activityOf(answersOf([['a', -3, 3]]), dayOf(2), 2);
    expect(weeks.map(({ monday, days, studied }) => [monday - noonDay, days.length, studied])).toEqual([
      [-7, 7, 1],
      [0, 3, 0],
    ]);
  });

  it('counts answers and minutes, practice among them', () => {
    const practised = answersOf(
      [
        ['a', 0, 3],
        ['b', 0, 1],
      ],
      { how: 'practice', took: 90_000 },
    );
    expect(activityOf(practised, dayOf(0), 1)[0]).toMatchObject({ answers: 2, minutes: 3, studied: 1 });
  });

  it('has levels from 1 to 4 by how much the learner usually does', () => {
    const acts = [0, 1, 2, 3].flatMap((day) =>
      Array.from({ length: 10 * (day + 1) }, (_, n): Act => [`c${n}`, day, 3]),
    );
    const [week] = activityOf(answersOf(acts), dayOf(6), 1);
    expect(week?.days.map(({ level }) => level)).toEqual([1, 2, 3, 4, 0, 0, 0]);
  });
});

describe('what is known beforehand', () => {
  const tries = (right: number, wrong: number, how?: 'reading') =>
    answersOf(
      [...Array(right).fill(3), ...Array(wrong).fill(1)].map((rating: Rating, n): Act => [`c${n}`, 0, rating]),
      how === undefined ? {} : { how },
    );

  it('is nothing without first tries, and little more with a few', () => {
    expect(priorKnowledge([], () => 'recall')).toBe(0);
    expect(priorKnowledge(tries(5, 0), () => 'recall')).toBe(0.2);
  });

  it('is what first tries show, but for guesses', () => {
    expect(priorKnowledge(tries(40, 40), () => 'recall')).toBe(0.4);
    // Of eighty with four options each twenty are right by luck, and twenty of sixty were known.
    expect(priorKnowledge(tries(40, 40), () => 'choice')).toBeCloseTo((80 * (20 / 60)) / 100);
    expect(priorKnowledge(tries(10, 70), () => 'choice')).toBe(0);
  });

  it('is shown by the first answer to a card alone, and by whether that was right, whatever it counted as', () => {
    const practised = ['a', 'b'].flatMap((name) => [0, 1, 2].map((day): Act => [name, day, 3]));
    expect(priorKnowledge(answersOf(practised, { how: 'practice' }), () => 'recall')).toBeCloseTo(2 / 22);
    const lucky = answersOf([['a', 0, 1]], { score: 1, p: 0.4 });
    expect(priorKnowledge(lucky, () => 'recall')).toBeCloseTo(1 / 21);
  });

  it('is not shown by what was answered beside its note, by later tries, or by cards that are gone', () => {
    expect(priorKnowledge(tries(40, 0, 'reading'), () => 'recall')).toBe(0);
    expect(priorKnowledge(tries(40, 0), () => null)).toBe(0);
    const twice: readonly Act[] = [0, 1, 2].map((day): Act => ['a', day, 3]);
    expect(priorKnowledge(answersOf(twice), () => 'recall')).toBeCloseTo(1 / 21);
  });
});

describe('past forecasts', () => {
  it('say of each week what was known on its Monday, whatever came later', () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        const whole = foretell(answersOf(acts), dayOf(0), scheduler);
        const half = acts.filter(([, day]) => day < 14);
        const early = foretell(answersOf(half), dayOf(0), scheduler);
        expect(whole.slice(0, early.length)).toEqual(early);
        for (const { low, high, expected, said, came, cards } of whole) {
          expect(low).toBeLessThanOrEqual(expected);
          expect(high).toBeGreaterThanOrEqual(expected);
          expect(cards).toBeLessThanOrEqual(said.length);
          expect(Math.abs(cards * came - Math.round(cards * came))).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it('expect no more of a learner for answers that were guessed right', () => {
    const cards = Array.from({ length: 60 }, (_, n) => `c${n}`);
    const first = cards.map((name): Act => [name, 0, 3]);
    const second = cards.map((name): Act => [name, 2, 2]);
    const shiftBy = (more: Parameters<typeof answersOf>[1]) =>
      presentCalibration(answersOf([...first, ...second], more)).shift;
    expect(shiftBy({ score: 1, p: 0.5 })).toBeLessThan(0);
    expect(shiftBy({ score: 1 })).toBeGreaterThan(0);
    expect(shiftBy({})).toBe(shiftBy({ score: 1 }));
  });

  it('know nothing of the week itself: each card is foretold once, by its memory on Monday', () => {
    const learnt: readonly Act[] = [0, 2].flatMap((day) => ['a', 'b', 'c'].map((name): Act => [name, day, 3]));
    const weekOf = (tuesday: Rating) => {
      const week: readonly Act[] = [
        ['a', 8, tuesday],
        ['new', 8, 3],
        ['a', 9, 3],
        ['new', 11, 3],
        ['a', 12, 3],
        ['b', 12, 3],
      ];
      return foretell(answersOf([...learnt, ...week]), dayOf(0), scheduler)[1];
    };
    const [right, wrong] = [weekOf(3), weekOf(1)];
    expect(right?.cards).toBe(2);
    expect(right?.said).toHaveLength(5);
    expect([right?.expected, right?.low, right?.high]).toEqual([wrong?.expected, wrong?.low, wrong?.high]);
    expect([right?.came, wrong?.came]).toEqual([1, 0.5]);
  });

  it('expect less of a learner who forgot more than was expected in the weeks before', () => {
    const cards = Array.from({ length: 60 }, (_, n) => `c${n}`);
    const week = (day: number, rating: Rating) => cards.map((name): Act => [name, day, rating]);
    const [first, second] = foretell(answersOf([...week(-4, 3), ...week(2, 1), ...week(9, 1)]), dayOf(0), scheduler);
    const [, other] = foretell(answersOf([...week(-4, 3), ...week(2, 1), ...week(9, 3)]), dayOf(0), scheduler);
    expect(first?.expected).toBeGreaterThan(0.7);
    expect(second?.expected).toBe(other?.expected);
    expect(second?.expected).toBeLessThan(first?.expected ?? 0);
  });
});
