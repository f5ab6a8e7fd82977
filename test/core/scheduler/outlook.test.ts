import { describe, expect, it } from 'vitest';
import type { CardState } from '../../../src/core/model/card-state.ts';
import type { QuestionSummary } from '../../../src/core/model/deck.ts';
import { createScheduler } from '../../../src/core/scheduler/memory/fsrs.ts';
import { lookAhead } from '../../../src/core/scheduler/plan/outlook.ts';
import { evenPace } from '../../../src/core/scheduler/plan/pace.ts';
import { nothingKnown, type TodayRequest } from '../../../src/core/scheduler/plan/today-request.ts';
import { day, id, many, state, today } from './plan-builders.ts';

const scheduler = createScheduler({ desiredRetention: 0.9 });

function outlook(
  questions: readonly QuestionSummary[],
  states: readonly CardState[],
  settings: Partial<TodayRequest['settings']> = {},
) {
  return lookAhead({
    today,
    questions,
    states: new Map(states.map((each) => [each.card, each])),
    settings: { minutesPerDay: 15, newPerDay: 12, examDate: '', daysOff: '', ...settings },
    scheduler,
    pace: evenPace(20),
    knowledge: nothingKnown,
  });
}

function examIn(days: number): string {
  return new Date((today + days) * 86_400_000).toISOString().slice(0, 10);
}

describe('the outlook', () => {
  it('[S70] sees no backlog where the set holds all that is due', () => {
    expect(
      outlook(
        many(20),
        many(20).map(({ title }) => state(id(title))),
      ).backlogDays,
    ).toBe(0);
  });

  it('[S70] sees a backlog of 1,200 take about as long as it takes at 45 cards a day, with what comes back meanwhile', () => {
    const due = many(1200).map(({ title }) => state(id(title), { lastDay: day(-60), due: day(-30), stability: 30 }));
    const { backlogDays } = outlook(many(1200), due);
    expect(backlogDays).toBeGreaterThan(1200 / 45 - 2);
    expect(backlogDays).toBeLessThan(1200 / 45 + 8);
  });

  it('[S70] says that a backlog takes more than a year when more comes back than is done', () => {
    const due = many(3000).map(({ title }) => state(id(title), { lastDay: day(-2), due: day(-1) }));
    expect(outlook(many(3000), due, { minutesPerDay: 5 }).backlogDays).toBeNull();
  });

  it('[S70] counts what will have been seen by the exam, and the minutes that show every card', () => {
    const { exam } = outlook(many(320), [], { examDate: examIn(10) });
    expect(exam?.cards).toBe(320);
    expect(exam?.seen).toBeLessThan(320);
    expect(exam?.seen).toBeGreaterThan(150);
    const enough = exam?.minutesForAll ?? 0;
    expect(outlook(many(320), [], { examDate: examIn(10), minutesPerDay: enough }).exam?.seen).toBe(320);
    expect(outlook(many(320), [], { examDate: examIn(10), minutesPerDay: enough - 5 }).exam?.seen).toBeLessThan(320);
  });

  it('[S70] tells the coming two weeks day by day: what is due then, new cards, and the minutes that both take', () => {
    const states = many(6).map(({ title }, n) => state(id(title), { lastDay: day(-4), due: day(n < 4 ? 1 : 3) }));
    const { comingDays } = outlook(many(20), states, { newPerDay: 2, minutesPerDay: 60 });
    expect(comingDays).toHaveLength(14);
    expect(comingDays.slice(0, 4).map(({ day: on, reviews, fresh }) => [on - today, reviews, fresh])).toEqual([
      [0, 0, 2],
      [1, 4, 2],
      [2, 2, 2],
      [3, 4, 2],
    ]);
    expect(comingDays[1]?.minutes).toBeCloseTo((6 * 20) / 60);
  });

  it('[S70] [S79] walks past days off: what is due then waits', () => {
    const states = many(4).map(({ title }) => state(id(title), { lastDay: day(-4), due: day(2) }));
    const weekday = ((new Date((today + 2) * 86_400_000).getUTCDay() + 6) % 7) + 1;
    const { comingDays } = outlook(many(4), states, { daysOff: String(weekday) });
    expect(comingDays.slice(0, 4).map(({ reviews }) => reviews)).toEqual([0, 0, 0, 4]);
    expect(comingDays[2]?.minutes).toBe(0);
  });

  it('[S70] knows of no exam that is past or was never set', () => {
    expect(outlook(many(3), []).exam).toBeNull();
    expect(outlook(many(3), [], { examDate: examIn(-1) }).exam).toBeNull();
  });
});
