import { describe, expect, it } from 'vitest';
import type { CardId } from '../../../src/core/model/id.ts';
import { questionId } from '../ids.ts';
import { day, id, many, named, question, state, today } from './plan-builders.ts';
import { plan } from './todays-plan.ts';

describe('the new cards of two packs', () => {
  const other = (count: number) =>
    Array.from({ length: count }, (_, n) => question(`o${n}`, { id: questionId(`other/o${n}`) }));
  const packsOf = (cards: readonly CardId[]) => [
    cards.filter((card) => card.startsWith('pack/')).length,
    cards.filter((card) => card.startsWith('other/')).length,
  ];

  it('[S67] come in turns: neither pack waits for the other', () => {
    expect(packsOf(plan([...many(320), ...other(20)], []).cards)).toEqual([6, 6]);
  });

  it('[S67] come from the longer pack when the shorter has no more', () => {
    expect(packsOf(plan([...many(320), ...other(2)], []).cards)).toEqual([10, 2]);
  });

  it('[S67] take turns through the day: the pack of which fewer were introduced today is next', () => {
    const introduced = many(6).map(({ title }) => state(id(title), { firstDay: today, lastDay: today, due: day(2) }));
    expect(packsOf(plan([...many(320), ...other(20)], introduced).cards)).toEqual([0, 6]);
  });

  it('[S67] begin with another pack each day, so that one new card a day comes from both', () => {
    const days = [0, 1].map((n) =>
      packsOf(plan([...many(9), ...other(9)], [], { today: day(n), settings: { newPerDay: 1 } }).cards),
    );
    expect(days.toSorted()).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });
});

describe('an exam far ahead', () => {
  const examIn = (days: number) => new Date((today + days) * 86_400_000).toISOString().slice(0, 10);

  it('[S68] brings every card back by the day before it, and leaves the record as it is', () => {
    const far = state(id('q0'), { lastDay: day(-3), due: day(90), stability: 90 });
    expect(plan(many(1), [far], { settings: { examDate: examIn(64) } }).nextDay).toEqual({ day: day(63), cards: 1 });
    expect(plan(many(1), [far], { settings: { examDate: examIn(-1) } }).nextDay).toEqual({ day: day(90), cards: 1 });
  });

  it('[S68] raises the new cards of the day, so that all are seen before the last day', () => {
    const wishes = { settings: { examDate: examIn(70), minutesPerDay: 60 } };
    expect(plan(many(1600), [], wishes).fresh).toBe(Math.ceil(1600 / 69));
    expect(plan(many(320), [], { settings: { examDate: examIn(70) } }).fresh).toBe(12);
  });

  it('[S68] brings no new card to who wants none', () => {
    expect(plan(many(320), [], { settings: { examDate: examIn(70), newPerDay: 0 } }).fresh).toBe(0);
  });

  it('[S68] keeps half of the time for new cards', () => {
    const due = many(200).map(({ title }) => state(id(title)));
    const found = plan([...many(200), ...named('new', 1600)], due, { settings: { examDate: examIn(70) } });
    expect([found.fresh, found.reviews]).toEqual([23, 22]);
  });
});
