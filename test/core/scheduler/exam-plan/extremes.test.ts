import { describe, expect, it } from 'vitest';
import { modelAnswers } from '../../../../src/core/scheduler/exam-plan/answer-model.ts';
import { planExam } from '../../../../src/core/scheduler/exam-plan/plan-exam.ts';
import {
  farthestDays,
  groupCards,
  groupOf,
  type PlanCard,
} from '../../../../src/core/scheduler/exam-plan/plan-group.ts';
import { boundOf, solvePrices } from '../../../../src/core/scheduler/exam-plan/solve-prices.ts';
import { expectNumbers } from './near.ts';
import { evenSeconds, knownOf, seenCard, unseenCard, usualLearner } from './plan-cases.ts';

const memories = [0, 1, 59, 60, 61, 1_000, 36_500].flatMap((elapsedDays) =>
  [0.001, 1, 36_500].flatMap((stability) => [1, 10].map((difficulty) => ({ stability, difficulty, elapsedDays }))),
);
const worths = [1e-6, 1, 1e6];

/** Everything that the planner tells of some cards. */
function tellAll(cards: readonly PlanCard[], seconds: readonly number[]): readonly number[] {
  const groups = groupCards(cards);
  const request = { model: modelAnswers(usualLearner, farthestDays(groups, seconds.length - 1)), groups, seconds };
  const found = solvePrices(request);
  const known = knownOf(groups, found);
  const plans = [known, null].map((prices) => planExam({ ...request, prices }));
  return [
    ...found.prices,
    ...found.demand,
    ...found.firstSeen.flat(),
    ...[found.score, found.later, known.score, known.worth, boundOf(request, found.prices)],
    ...cards.flatMap((card) =>
      plans.flatMap((plan) => [plan.gain(card), plan.stay(card), plan.rise(card), plan.newToday(groupOf(card))]),
    ),
  ];
}

describe('the planner tells numbers', () => {
  it('of any memory, however weak, strong or long ago', () => {
    for (const memory of [...memories, null]) {
      expectNumbers(tellAll([{ worth: 1, seconds: 10, memory }], evenSeconds(3, 10)));
    }
    const all = [...memories, null].map((memory) => ({ worth: 1, seconds: 10, memory }));
    expectNumbers(tellAll(all, evenSeconds(1, 100)));
  });

  it('of cards of any worth, each by itself and all together', () => {
    const cards = worths.flatMap((worth) => [
      unseenCard(worth),
      seenCard(0.001, 36_500, worth),
      seenCard(36_500, 0, worth),
    ]);
    for (const card of cards) expectNumbers(tellAll([card], evenSeconds(3, 20)));
    expectNumbers(tellAll(cards, evenSeconds(3, 20)));
  });

  it('of few and of many seconds', () => {
    const cards = [unseenCard(), seenCard(1, 1), seenCard(20, 300)];
    for (const seconds of [1e-6, 1, 1e9]) expectNumbers(tellAll(cards, evenSeconds(4, seconds)));
  });

  it('of days off: all of them, today, the eve, all but one', () => {
    const cards = [unseenCard(), seenCard(1, 0), seenCard(1, 1), seenCard(20, 300)];
    for (const seconds of [
      [0, 0],
      [0, 0, 0, 0],
      [0, 60, 60, 0],
      [0, 0, 60, 60],
      [0, 0, 60, 0],
    ]) {
      expectNumbers(tellAll(cards, seconds));
    }
  });

  it('of all 60 days', () => {
    const groups = groupCards([unseenCard(), seenCard(1, 0), seenCard(20, 36_500)]);
    const seconds = evenSeconds(60, 5);
    const model = modelAnswers(usualLearner, farthestDays(groups, 60));
    // With prices of before, fewer steps are made.
    const found = solvePrices({ model, groups, seconds, earlier: seconds.map(() => 0.01) });
    expectNumbers([...found.prices, ...found.demand, ...found.firstSeen.flat(), found.score, found.later]);
    const plan = planExam({ model, seconds, prices: knownOf(groups, found) });
    for (const card of [unseenCard(), seenCard(1, 0), seenCard(20, 36_500)]) {
      expectNumbers([plan.gain(card), plan.stay(card), plan.rise(card), plan.newToday(groupOf(card))]);
    }
  });

  it('of a learner who always forgets, or never does', () => {
    const groups = groupCards([unseenCard(), seenCard(3, 3)]);
    for (const shift of [-40, 40]) {
      for (const [slope, fade] of [0, 1, 5].flatMap((slope) => [-3, 0, 3].map((fade) => [slope, fade] as const))) {
        const learner = { ...usualLearner, calibration: { shift, slope, fade } };
        const request = { model: modelAnswers(learner, farthestDays(groups, 4)), groups, seconds: evenSeconds(4, 30) };
        const { prices, demand, score, later } = solvePrices(request);
        expectNumbers([...prices, ...demand, score, later, boundOf(request, prices)]);
        expect(score).toBeLessThanOrEqual(2);
      }
    }
  });
});

describe('a day off today', () => {
  it('leaves what an answer would gain, though nothing is asked of the day', () => {
    const [card, seconds] = [seenCard(3, 5), [0, 60, 60, 0]];
    const groups = groupCards([card]);
    const request = { model: modelAnswers(usualLearner, farthestDays(groups, 3)), groups, seconds };
    const found = solvePrices(request);
    const plan = planExam({ ...request, prices: knownOf(groups, found) });
    expect([found.demand[3], plan.newToday(groupOf(card))]).toEqual([0, 0]);
    expect(plan.rise(card)).toBeGreaterThan(0);
  });
});
