import { describe, expect, it } from 'vitest';
import type { QuestionSummary } from '../../../src/core/model/deck.ts';
import { groupOf } from '../../../src/core/scheduler/exam-plan/plan-group.ts';
import { findPrices } from '../../../src/core/scheduler/plan/for-exam/find-prices.ts';
import { packId } from '../ids.ts';
import { day, id, many, named, question, state, today } from './plan-builders.ts';
import { plan } from './todays-plan.ts';

const dateIn = (days: number) => new Date((today + days) * 86_400_000).toISOString().slice(0, 10);
const exam = { domains: { heavy: { title: 'Heavy', weight: 80 }, light: { title: 'Light', weight: 20 } } };
const exams = new Map([[packId('pack'), exam]]);
const seen = (questions: readonly QuestionSummary[], stability = 5, ago = 9) =>
  questions.map(({ title }) => state(id(title), { stability, lastDay: day(-ago), due: day(-ago + stability) }));

/** The plan of today by prices that were found for it. */
function priced(...[questions, states, { settings = {}, ...wishes } = {}]: Parameters<typeof plan>) {
  const first = plan(questions, states, { settings, ...wishes });
  if (first.exam === null) throw new Error('No exam is planned');
  const knowledge = { exams: wishes.knowledge?.exams ?? new Map(), prices: findPrices(first.exam.days, null) };
  return plan(questions, states, { settings, ...wishes, knowledge });
}

describe('a day before an exam', () => {
  it('[S72] asks what is not due as well, where that is worth more than what is', () => {
    const due = state(id('q0'), { stability: 100, lastDay: day(-101), due: day(-1), difficulty: 9 });
    const weak = state(id('q1'), { stability: 1.2, lastDay: day(-1), due: day(1), difficulty: 3 });
    const settings = { examDate: dateIn(2), minutesPerDay: 5 };
    expect(plan(many(2), [due, weak], { settings, seconds: 300 }).cards).toEqual([id('q1')]);
    expect(plan(many(2), [due, weak], { settings: { ...settings, examDate: '' }, seconds: 300 }).cards).toEqual([
      id('q0'),
    ]);
  });

  it('[S72] is planned from 60 days ahead to the day itself, and not after it', () => {
    const isPlanned = (days: number) => plan(many(3), [], { settings: { examDate: dateIn(days) } }).exam !== null;
    expect([61, 60, 1, 0, -1].map(isPlanned)).toEqual([false, true, true, false, false]);
    const [eve, itself] = [1, 0].map((days) =>
      plan(many(40), seen(many(20)), { settings: { examDate: dateIn(days) } }),
    );
    expect(itself?.cards).toEqual(eve?.cards);
  });

  it('[S73] sees cards of a heavy domain before others, where not all can be seen', () => {
    const [heavy, light] = ['heavy', 'light'].map((domain) => named(domain, 30).map((each) => ({ ...each, domain })));
    const all = [...(light ?? []), ...(heavy ?? [])];
    const wishes = { settings: { examDate: dateIn(3), minutesPerDay: 5 }, knowledge: { exams, prices: null } };
    expect(plan(all, [], wishes).cards.filter((card) => card.includes('light'))).toEqual([]);
    const days = plan(all, [], wishes).exam?.days ?? never();
    const { groups } = findPrices(days, null);
    const seenOf = days.groups.map(({ key }) => groups[key]?.firstSeen.reduce((sum, share) => sum + share, 0) ?? 0);
    expect(seenOf[0]).toBeGreaterThan(0.95);
    expect(seenOf[1]).toBeLessThan(0.7);
  });

  it('[S73] sees no question four times as often for its domain having few, nor those without a domain less', () => {
    const few = named('heavy', 1).map((each) => ({ ...each, domain: 'heavy' }));
    const others = [...named('light', 99).map((each) => ({ ...each, domain: 'light' })), question('none')];
    const wishes = { settings: { examDate: dateIn(5) }, knowledge: { exams, prices: null } };
    const groups = plan([...few, ...others], [], wishes).exam?.days.groups ?? [];
    const worths = groups.map(({ unseen, unseenCards }) => unseen / unseenCards);
    expect(Math.max(...worths)).toBeLessThanOrEqual(4);
    expect(Math.min(...worths)).toBeGreaterThanOrEqual(1 / 4);
  });

  it('[S74] leaves new cards to later days, which have their time as well', () => {
    const settings = { examDate: dateIn(14), minutesPerDay: 20 };
    const [myopic, found] = [plan, priced].map((each) => each(many(200), [], { settings }).fresh);
    expect(myopic).toBe(60);
    expect(found).toBeGreaterThan(10);
    expect(found).toBeLessThan(45);
  });

  it('[S75] brings as many new cards as the plan has for it, those of today counted, in the order of learning', () => {
    const settings = { examDate: dateIn(14), minutesPerDay: 20, newPerDay: 1 };
    const found = priced(many(200), [], { settings });
    const planned = found.exam?.ahead[0]?.fresh ?? 0;
    expect(planned).toBeGreaterThan(5);
    expect(Math.abs(found.fresh - planned)).toBeLessThan(1);
    expect(found.cards.length).toBe(found.fresh);
    expect(found.cards.toSorted()).toEqual(
      many(found.fresh)
        .map(({ title }) => id(title))
        .toSorted(),
    );
    const begun = many(3).map(({ title }) => state(id(title), { firstDay: today, lastDay: today, due: day(2) }));
    const prices = findPrices(found.exam?.days ?? never(), null);
    const rest = plan(many(200), begun, { settings, knowledge: { exams: new Map(), prices } });
    expect(rest.fresh).toBe(found.fresh - 3);
  });

  it('[S75] brings no new card to who wants none, and plans with none', () => {
    const found = priced(many(40), seen(many(10)), { settings: { examDate: dateIn(10), newPerDay: 0 } });
    expect(found.fresh).toBe(0);
    expect(found.exam?.ahead.every(({ fresh }) => fresh === 0)).toBe(true);
  });

  it('[S76] leaves out what had better wait, and gives it to who wants more', () => {
    const known = seen(many(30), 300, 1);
    const settings = { examDate: dateIn(20), minutesPerDay: 60 };
    expect(priced(many(30), known, { settings }).cards).toEqual([]);
    expect(priced(many(30), known, { settings, beyond: { cards: 10 } }).cards).toHaveLength(10);
  });

  it('[S53, S76] never asks two cards of a question, nor one that was answered today', () => {
    const two = many(20).map((each) => ({ ...each, cards: 2 }));
    const states = two.flatMap(({ title }, n) => [
      state(id(title, 0), n < 5 ? { lastDay: today, due: day(3) } : {}),
      state(id(title, 1)),
    ]);
    const { cards } = priced(two, states, { settings: { examDate: dateIn(3), minutesPerDay: 60 } });
    expect(cards.length).toBeGreaterThan(5);
    expect(new Set(cards.map((card) => card.split('#')[0])).size).toBe(cards.length);
    for (const n of [0, 1, 2, 3, 4]) expect(cards.some((card) => card.startsWith(`pack/q${n}#`))).toBe(false);
  });

  it('[S77] begins with the ten reviews that bring most', () => {
    const states = many(60).map(({ title }, n) =>
      state(id(title), { stability: 2 + n / 4, lastDay: day(-3), due: today }),
    );
    const { cards, exam: prospect } = priced(many(60), states, {
      settings: { examDate: dateIn(4), minutesPerDay: 15 },
    });
    expect(prospect).not.toBeNull();
    const rises = (from: number, to: number) => prospect?.riseOf(cards.slice(from, to)) ?? 0;
    expect(rises(0, 10)).toBeGreaterThan(rises(10, 20));
    expect(cards.slice(10)).not.toEqual(cards.slice(10).toSorted());
  });

  it('[S79] has nothing on a day off, but what was forgotten on it; and the next set is after it', () => {
    const weekday = ((today + 3) % 7) + 1;
    const tomorrow = (weekday % 7) + 1;
    for (const examDate of ['', dateIn(9)]) {
      const settings = { examDate, daysOff: String(weekday), minutesPerDay: 10 };
      const forgotten = state(id('q0'), { lastDay: today, due: today, lastRating: 1 });
      expect(plan(many(9), seen(many(9)), { settings }).cards).toEqual([]);
      expect(plan(many(9), [forgotten], { settings }).cards).toEqual([id('q0')]);
      const off = { ...settings, daysOff: String(tomorrow) };
      expect(plan(many(200), [], { settings: off, seconds: 20 }).nextDay?.day).toBe(day(2));
    }
  });

  it('[S79] plans no minutes and no new card for a day off', () => {
    const weekdayTomorrow = ((today + 4) % 7) + 1;
    const settings = { examDate: dateIn(9), daysOff: String(weekdayTomorrow), minutesPerDay: 10 };
    const { ahead = [] } = priced(many(60), [], { settings }).exam ?? {};
    expect(ahead.map(({ minutes }) => minutes)).toEqual([10, 0, 10, 10, 10, 10, 10, 10, 0]);
    expect(ahead[1]?.fresh).toBe(0);
  });

  it('[S74] finds prices anew, and not from those before, when the days have other minutes', () => {
    const settingsOf = (minutesPerDay: number) => ({ examDate: dateIn(14), minutesPerDay });
    const daysOf = (minutes: number) => plan(many(300), [], { settings: settingsOf(minutes) }).exam?.days ?? never();
    const [long, short] = [daysOf(60), daysOf(5)];
    expect(findPrices(short, findPrices(long, null)).score).toBe(findPrices(short, null).score);
    const known = findPrices(short, null);
    expect(findPrices({ ...short, day: day(1), seconds: short.seconds.slice(0, -1) }, known).score).not.toBe(
      known.score,
    );
  });

  it('[S75] plans what is left of a day, and not the day once more', () => {
    const settings = { examDate: dateIn(7), minutesPerDay: 20 };
    const first = priced(many(200), [], { settings });
    const done = first.cards.map((card) => state(card, { firstDay: today, lastDay: today, due: day(3) }));
    const rest = priced(many(200), done, { settings });
    expect(rest.cards).toEqual([]);
    expect(rest.exam?.ahead[0]?.minutes).toBeLessThan(1);
    expect(rest.exam?.ahead[0]?.fresh).toBeLessThan(1);
  });

  it('[S52, S76] asks one card at least, however long it takes, and mixes a few minutes more', () => {
    const settings = { examDate: dateIn(7), minutesPerDay: 5 };
    expect(priced(many(30), seen(many(30)), { settings, seconds: 700 }).cards).toHaveLength(1);
    const long = { examDate: dateIn(7), minutesPerDay: 30 };
    const set = priced(many(200), seen(many(60), 2, 4), { settings: long });
    const few = priced(many(200), seen(many(60), 2, 4), { settings: long, beyond: { minutes: 5 } });
    expect(few.minutes).toBe(5);
    expect(few.reviews / few.cards.length).toBeCloseTo(set.reviews / set.cards.length, 1);
  });

  it('[S75] says what stays unseen to who wants no new cards', () => {
    const { exam: prospect } = priced(many(60), seen(many(40)), { settings: { examDate: dateIn(9), newPerDay: 0 } });
    expect(prospect?.ahead.map(({ unseen }) => unseen)).toEqual(Array(9).fill(20));
    expect(prospect?.plannedPart).toBeCloseTo(2 / 3, 9);
    expect(prospect?.ifKept).toBeLessThan(0.7);
  });

  it('promises no less to who keeps to the plan than to who stops', () => {
    const known = many(60).map(({ title }) => state(id(title), { lastDay: today, due: day(9), stability: 90 }));
    const wishes = { settings: { examDate: dateIn(1) } };
    const days = plan(many(60), seen(many(60)), wishes).exam?.days ?? never();
    const { exam: prospect } = plan(many(60), known, {
      ...wishes,
      knowledge: { exams: new Map(), prices: findPrices(days, null) },
    });
    expect(prospect?.ifKept).toBeGreaterThanOrEqual(prospect?.ifStopped ?? 1);
  });

  it('counts what will have been seen, day by day, to the last card', () => {
    const { exam: prospect } = priced(many(100), seen(many(20)), {
      settings: { examDate: dateIn(12), minutesPerDay: 30 },
    });
    const { ahead = [], seenBy, neverSeen } = prospect ?? {};
    expect(ahead.map((each) => each.day)).toEqual(Array.from({ length: 12 }, (_, n) => day(n)));
    const fresh = ahead.reduce((sum, each) => sum + each.fresh, 0);
    expect(fresh + (neverSeen ?? 0)).toBeCloseTo(80, 6);
    expect(seenBy).toBe(ahead.find(({ unseen }) => unseen < 0.5)?.day ?? null);
  });

  it('says what an hour a day too few leaves unseen, and what would be enough', () => {
    const { exam: prospect } = priced(many(300), [], { settings: { examDate: dateIn(5), minutesPerDay: 5 } });
    expect(prospect?.seenBy).toBeNull();
    expect(prospect?.neverSeen).toBeGreaterThan(100);
    const minutes = prospect?.minutesForAll ?? 0;
    const enough = priced(many(300), [], { settings: { examDate: dateIn(5), minutesPerDay: minutes } });
    expect(enough.exam?.neverSeen).toBeLessThan(15);
  });

  it('keeps cards of one kind and weight in one group', () => {
    expect(groupOf({ seconds: 20, worth: 1 })).toBe(groupOf({ seconds: 40, worth: 2 }));
  });
});

function never(): never {
  throw new Error('No exam is planned');
}
