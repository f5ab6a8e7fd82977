import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelAnswers } from '../../../../src/core/scheduler/exam-plan/answer-model.ts';
import { demandOf } from '../../../../src/core/scheduler/exam-plan/demand-pass.ts';
import {
  farthestDays,
  groupCards,
  groupOf,
  type PlanCard,
} from '../../../../src/core/scheduler/exam-plan/plan-group.ts';
import {
  boundOf,
  horizonOf,
  type PriceRequest,
  pricesOfWorth,
  solvePrices,
} from '../../../../src/core/scheduler/exam-plan/solve-prices.ts';
import { memoryValues, valueMemories } from '../../../../src/core/scheduler/exam-plan/value-memories.ts';
import { runsOf } from '../../../seed.ts';
import { fractionsFrom } from './fractions.ts';
import { naivePlan, nothing, outcomeOfAll, type Policy } from './naive-plan.ts';
import type { NaiveLearner } from './naive-tables.ts';
import { anyCard, anyDouble, anyLearner, anyPrices, anySeconds, sumOf, usualLearner, worthOf } from './plan-cases.ts';

const anyDeck = fc.array(anyCard, { minLength: 1, maxLength: 6 });

function requestOf(learner: NaiveLearner, cards: readonly PlanCard[], seconds: readonly number[]): PriceRequest {
  const groups = groupCards(cards);
  return { model: modelAnswers(learner, farthestDays(groups, seconds.length - 1)), groups, seconds };
}

/** A way to study that knows nothing: from each place of the grid to any day, by chance. */
function randomPolicy(start: number): Policy {
  const fraction = fractionsFrom(start);
  const chosen = new Map<string, ReadonlyMap<number, number>>();
  return (worths, _softness, place) => {
    const draws = [...worths.keys()].map((then) => [then, fraction() ** 3] as const);
    const sum = sumOf(draws.map(([, draw]) => draw));
    const chances = chosen.get(place) ?? new Map(draws.map(([then, draw]) => [then, draw / sum]));
    chosen.set(place, chances);
    return chances;
  };
}

const never: Policy = () => new Map([[0, 1]]);

/** What comes of a way to study: worth known in the exam, and the seconds of each day. */
function follow(learner: NaiveLearner, cards: readonly PlanCard[], seconds: readonly number[], policy: () => Policy) {
  const sum = nothing();
  for (const group of new Set(cards.map(groupOf))) {
    const own = cards.filter((card) => groupOf(card) === group);
    const prices = new Map(seconds.flatMap((some, left) => (some > 0 ? [[left, 0] as const] : [])));
    const plan = naivePlan({ learner, days: seconds.length - 1, prices, softness: 0 }, policy());
    const { score, time } = outcomeOfAll(plan, own);
    const perWorth = sumOf(own.map((card) => card.seconds)) / worthOf(own);
    sum.score += score;
    for (const [left, some] of time) sum.time.set(left, (sum.time.get(left) ?? 0) + some * perWorth);
  }
  return sum;
}

describe('the bound', () => {
  it('is at any prices at least what any way to study brings that keeps to the seconds of each day', () => {
    const given = anySeconds(5).chain((seconds) =>
      fc.tuple(anyLearner, anyDeck, fc.constant(seconds), anyPrices(seconds.length), fc.integer()),
    );
    fc.assert(
      fc.property(given, ([learner, cards, seconds, prices, start]) => {
        const found = follow(learner, cards, seconds, () => randomPolicy(start));
        const idle = follow(learner, cards, seconds, () => never);
        // So large a part of the cards is studied that no day takes too long; the others never.
        const part = Math.min(1, ...[...found.time].map(([left, some]) => (some === 0 ? 1 : seconds[left]! / some)));
        const brought = part * found.score + (1 - part) * idle.score;
        expect(boundOf(requestOf(learner, cards, seconds), prices)).toBeGreaterThanOrEqual(brought - 1e-9);
      }),
      { numRuns: runsOf(12, 200) },
    );
  });

  it('does not fall at any prices when a day has more seconds, or is open that was not', () => {
    const given = anySeconds(8).chain((seconds) =>
      fc.tuple(
        anyLearner,
        anyDeck,
        fc.constant(seconds),
        anyPrices(seconds.length),
        fc.nat(),
        fc.integer({ min: 1, max: 900 }),
      ),
    );
    fc.assert(
      fc.property(given, ([learner, cards, seconds, prices, anyDay, more]) => {
        const request = requestOf(learner, cards, seconds);
        const day = 1 + (anyDay % (seconds.length - 1));
        const longer = seconds.map((some, left) => (left === day ? some + more : some));
        const [before, after] = [boundOf(request, prices), boundOf({ ...request, seconds: longer }, prices)];
        expect(after).toBeGreaterThanOrEqual(before - 1e-12 * before);
      }),
      { numRuns: runsOf(10, 100) },
    );
  });

  it('has no use for place 0, as it is said', () => {
    const cards = [{ worth: 1, seconds: 10, memory: null }];
    const boundWith = (place0: number) => boundOf(requestOf(usualLearner, cards, [place0, 50, 50]), [0.5, 0.01, 0.01]);
    expect(boundWith(100)).toBe(boundWith(0));
  });

  it('is above what the plan promises, at any prices, where the plan keeps to the seconds; else by what it overruns', () => {
    const given = anySeconds(8).chain((seconds) =>
      fc.tuple(anyLearner, anyDeck, fc.constant(seconds), anyPrices(seconds.length)),
    );
    fc.assert(
      fc.property(given, ([learner, cards, seconds, anyPrice]) => {
        const request = requestOf(learner, cards, seconds);
        const found = solvePrices(request);
        const costAt = (prices: readonly number[]) =>
          sumOf(found.demand.map((asked, left) => (left === 0 ? 0 : (asked - seconds[left]!) * prices[left]!)));
        const asked = found.score + costAt(found.prices);
        for (const prices of [found.prices, anyPrice]) {
          const most = boundOf(request, prices) + costAt(prices);
          expect(asked).toBeLessThanOrEqual(most + 1e-9 * Math.max(1, most));
        }
      }),
      { numRuns: runsOf(12, 100) },
    );
  });
});

describe('a card that keeps to the prices', () => {
  it('is known no less well for being worth more', () => {
    const given = anySeconds(8).chain((seconds) =>
      fc.tuple(anyLearner, anyCard, fc.constant(seconds), anyPrices(seconds.length), anyDouble(1, 5)),
    );
    fc.assert(
      fc.property(given, ([learner, card, seconds, prices, factor]) => {
        const known = [card, { ...card, worth: factor * card.worth }].map((each) => {
          const { model, groups } = requestOf(learner, [each], seconds);
          const [horizon, ofWorth] = [horizonOf(seconds), pricesOfWorth(prices, each.seconds / each.worth)];
          const filled = memoryValues(horizon.days);
          valueMemories(model, horizon, ofWorth, 0, filled);
          return demandOf(groups[0]!, model, horizon, filled, { prices: ofWorth, softness: 0 }).score / each.worth;
        });
        expect(known[1]).toBeGreaterThanOrEqual(known[0]! - 1e-9);
      }),
      { numRuns: runsOf(15, 200) },
    );
  });
});
