import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelAnswers } from '../../../../src/core/scheduler/exam-plan/answer-model.ts';
import { demandOf } from '../../../../src/core/scheduler/exam-plan/demand-pass.ts';
import {
  farthestDays,
  groupCards,
  groupOf,
  type PlanCard,
  type PlanGroup,
} from '../../../../src/core/scheduler/exam-plan/plan-group.ts';
import { boundOf, horizonOf, pricesOfWorth } from '../../../../src/core/scheduler/exam-plan/solve-prices.ts';
import { memoryValues, valueMemories } from '../../../../src/core/scheduler/exam-plan/value-memories.ts';
import { worthToday } from '../../../../src/core/scheduler/exam-plan/worth-today.ts';
import { runsOf } from '../../../seed.ts';
import { type NaivePlan, naivePlan, outcomeOfAll } from './naive-plan.ts';
import { type NaiveLearner, naiveNodes } from './naive-tables.ts';
import { expectNear } from './near.ts';
import { anyCard, anyLearner, anyPrices, anyScale, anySeconds, sumOf } from './plan-cases.ts';

interface Case {
  readonly learner: NaiveLearner;
  readonly cards: readonly PlanCard[];
  readonly seconds: readonly number[];
  readonly prices: readonly number[];
  readonly softness: number;
}

const anyCase: fc.Arbitrary<Case> = anySeconds(6).chain((seconds) =>
  fc.record({
    learner: anyLearner,
    cards: fc.array(anyCard, { minLength: 1, maxLength: 6 }),
    seconds: fc.constant(seconds),
    prices: anyPrices(seconds.length),
    softness: anyScale(0.002, 0.1),
  }),
);

const runs = { numRuns: runsOf(8, 200) };

/** The naive plan for the cards of one group. */
function naiveOf({ learner, seconds, prices, softness }: Case, cards: readonly PlanCard[]): NaivePlan {
  const perWorth = sumOf(cards.map((card) => card.seconds)) / sumOf(cards.map(({ worth }) => worth));
  const open = seconds.flatMap((some, left) => (some > 0 ? [[left, prices[left]! * perWorth] as const] : []));
  return naivePlan({ learner, days: seconds.length - 1, prices: new Map(open), softness });
}

/** Every group of the planner, with its cards and what it is worked on with. */
function forGroups(
  given: Case,
  check: (group: PlanGroup, cards: readonly PlanCard[], work: ReturnType<typeof workOn>) => void,
): void {
  const groups = groupCards(given.cards);
  expect(groups.map(({ key }) => key)).toEqual([...new Set(given.cards.map(groupOf))].sort((a, b) => a - b));
  for (const group of groups) {
    const cards = given.cards.filter((card) => groupOf(card) === group.key);
    check(group, cards, workOn(given, groups, group));
  }
}

function workOn({ learner, seconds, prices, softness }: Case, groups: readonly PlanGroup[], group: PlanGroup) {
  const days = seconds.length - 1;
  const model = modelAnswers(learner, farthestDays(groups, days));
  return { days, model, horizon: horizonOf(seconds), prices: pricesOfWorth(prices, group.secondsPerWorth), softness };
}

describe('the planner finds what the naive implementation finds:', () => {
  it.each([0, null])('what memories are worth and how likely each next answer is (softness %s)', (fixed) => {
    fc.assert(
      fc.property(anyCase, (drawn) => {
        const given = { ...drawn, softness: fixed ?? drawn.softness };
        forGroups(given, (_, cards, { days, model, horizon, prices, softness }) => {
          const filled = memoryValues(days);
          valueMemories(model, horizon, prices, softness, filled);
          const naive = naiveOf(given, cards);
          for (let left = 1; left <= days; left += 1) {
            for (const [node, memory] of naiveNodes.entries()) {
              expectNear(filled.values[left * 80 + node], naive.valueAt(left, memory));
              if (softness === 0) continue;
              const gaps = naive.gapsOf(left, memory);
              for (let gap = 0; gap < left; gap += 1) {
                expectNear(filled.shares[(left * (days + 1) + gap) * 80 + node], gaps.get(gap) ?? 0);
              }
            }
          }
        });
      }),
      { numRuns: runsOf(4, 60) },
    );
  });

  it('what each day is asked for, when new cards are first seen, and what is known in the exam and later', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        forGroups(given, (group, cards, { days, model, horizon, prices, softness }) => {
          const filled = memoryValues(days);
          valueMemories(model, horizon, prices, softness, filled);
          const found = demandOf(group, model, horizon, filled, { prices, softness });
          const naive = naiveOf(given, cards);
          const wanted = outcomeOfAll(naive, cards);
          const firstSeen = cards.some(({ memory }) => memory === null)
            ? naive.outcomeOf(null).firstSeen
            : new Map<number, number>();
          for (let left = 1; left <= days; left += 1) {
            expectNear(found.time[left], wanted.time.get(left) ?? 0);
            expectNear(found.firstSeen[left], firstSeen.get(left) ?? 0);
          }
          expectNear(found.score, wanted.score);
          expectNear(found.later, wanted.later);
        });
      }),
      runs,
    );
  });

  it('the bound at any prices', () => {
    fc.assert(
      fc.property(anyCase, (drawn) => {
        const given = { ...drawn, softness: 0 };
        const { seconds, prices } = given;
        let wanted = sumOf(seconds.map((some, left) => some * prices[left]!));
        let found: number | null = null;
        forGroups(given, (_, cards, { model }) => {
          const naive = naiveOf(given, cards);
          wanted += sumOf(cards.map(({ worth, memory }) => worth * naive.bestOf(memory)));
          found ??= boundOf({ model, groups: groupCards(given.cards), seconds }, prices);
        });
        expectNear(found ?? Number.NaN, wanted);
      }),
      runs,
    );
  });

  it('what an answer today gains and raises', () => {
    fc.assert(
      fc.property(anyCase, (drawn) => {
        const given = { ...drawn, softness: 0 };
        forGroups(given, (_, cards, { model, horizon, prices }) => {
          const today = worthToday(model, horizon, prices);
          const naive = naiveOf(given, cards);
          for (const { memory } of cards) {
            expectNear(today.stay(memory), naive.stayOf(memory));
            expectNear(today.rise(memory), naive.riseOf(memory));
            expectNear(today.gain(memory), naive.gainOf(memory));
          }
        });
      }),
      runs,
    );
  });
});
