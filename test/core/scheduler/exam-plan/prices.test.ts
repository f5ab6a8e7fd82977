import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelAnswers } from '../../../../src/core/scheduler/exam-plan/answer-model.ts';
import { farthestDays, groupCards, type PlanCard } from '../../../../src/core/scheduler/exam-plan/plan-group.ts';
import { boundOf, solvePrices } from '../../../../src/core/scheduler/exam-plan/solve-prices.ts';
import { runsOf } from '../../../seed.ts';
import { expectAllNear, expectNumbers } from './near.ts';
import {
  anyCard,
  anyScale,
  anySeconds,
  evenSeconds,
  newSeconds,
  seenCard,
  sumOf,
  times,
  unseenCard,
  usualLearner,
  worthOf,
} from './plan-cases.ts';

const anyDeck = fc.array(anyCard, { minLength: 1, maxLength: 12 });

function solve(cards: readonly PlanCard[], seconds: readonly number[], earlier?: readonly number[]) {
  const groups = groupCards(cards);
  const model = modelAnswers(usualLearner, farthestDays(groups, seconds.length - 1));
  const request = { model, groups, seconds };
  const found = solvePrices(earlier === undefined ? request : { ...request, earlier });
  return { ...found, groups, bound: boundOf(request, found.prices) };
}

/** Part of all worth. */
function scoreOf(cards: readonly PlanCard[], seconds: readonly number[]): number {
  return solve(cards, seconds).score / worthOf(cards);
}

const mixed = [
  ...times(40, unseenCard()),
  ...[0, 1, 2, 5, 9, 30].flatMap((elapsed) => [1, 4, 15].map((stability) => seenCard(stability, elapsed))),
];

describe('groups of cards', () => {
  it('do not hang on the order of the cards, nor does what is found for them', () => {
    const shuffled = anyDeck.chain((cards) =>
      fc.tuple(fc.constant(cards), fc.shuffledSubarray(cards, { minLength: cards.length }), anySeconds(6)),
    );
    fc.assert(
      fc.property(shuffled, ([cards, others, seconds]) => {
        const [one, other] = [solve(cards, seconds), solve(others, seconds)];
        expect(other.groups.map(({ key }) => key)).toEqual(one.groups.map(({ key }) => key));
        for (const [place, { seen, rows, secondsPerWorth, unseen, unseenCards }] of one.groups.entries()) {
          const twin = other.groups[place]!;
          expectAllNear([...twin.seen], [...seen], 1e-12);
          expect([...twin.rows].sort()).toEqual([...rows].sort());
          expectAllNear([twin.secondsPerWorth, twin.unseen], [secondsPerWorth, unseen], 1e-12);
          expect(twin.unseenCards).toBe(unseenCards);
        }
        expectAllNear(other.prices, one.prices, 1e-4);
        expectAllNear(other.demand, one.demand, 1e-4);
        expectAllNear([other.score, other.later], [one.score, one.later], 1e-4);
      }),
      { numRuns: runsOf(8, 60) },
    );
  });

  it('keep all worth and every unseen card', () => {
    fc.assert(
      fc.property(anyDeck, (cards) => {
        const groups = groupCards(cards);
        expect(sumOf(groups.map(({ unseenCards }) => unseenCards))).toBe(cards.filter((c) => c.memory === null).length);
        const worth = sumOf(groups.map(({ seen, unseen }) => unseen + sumOf(seen)));
        const time = sumOf(groups.map(({ seen, unseen, secondsPerWorth }) => secondsPerWorth * (unseen + sumOf(seen))));
        expectAllNear([worth, time], [worthOf(cards), sumOf(cards.map(({ seconds }) => seconds))], 1e-9);
      }),
    );
  });
});

describe('prices', () => {
  it('ask nothing of a day on which nothing can be studied', () => {
    fc.assert(
      fc.property(anyDeck, anySeconds(8), (cards, seconds) => {
        const { demand, firstSeen, prices, score, later } = solve(cards, seconds);
        for (const [left, some] of seconds.entries()) {
          expect(prices[left]).toBeGreaterThanOrEqual(0);
          if (some === 0)
            expect([demand[left], ...firstSeen.map((shares) => shares[left])].every((x) => x === 0)).toBe(true);
        }
        for (const number of [...demand, score, later]) expect(number).toBeGreaterThanOrEqual(0);
        for (const shares of firstSeen) expect(sumOf(shares)).toBeLessThanOrEqual(1 + 1e-9);
        expect(score).toBeLessThanOrEqual(worthOf(cards) * (1 + 1e-9));
        expect(later).toBeLessThanOrEqual(score * (1 + 1e-9));
      }),
      { numRuns: runsOf(10, 100) },
    );
  });

  it('keep no more for later than for the exam where a day is asked for more than it has', () => {
    const card = { worth: 1, seconds: 4, memory: { stability: 1, difficulty: 1, elapsedDays: 14_206 } };
    const { score, later } = solve([card], [0, 1, 1]);
    expect(later).toBeLessThan(score);
    expect(later).toBeGreaterThan(0);
  });

  it('promise no less when a day has more seconds', () => {
    const even = evenSeconds(7, 300);
    const before = scoreOf(mixed, even);
    for (const day of [1, 4, 7]) {
      for (const factor of [1.2, 2]) {
        const longer = even.map((some, left) => (left === day ? factor * some : some));
        expect(scoreOf(mixed, longer)).toBeGreaterThanOrEqual(before - 0.002);
      }
    }
    const doubled = [100, 300, 900, 2_700].map((each) => scoreOf(mixed, evenSeconds(7, each)));
    for (const [place, score] of doubled.entries()) {
      expect(score).toBeGreaterThanOrEqual((doubled[place - 1] ?? 0) - 0.002);
    }
  });

  it('fall towards nothing when there is ample time, and all that can be known is known', () => {
    const highest = [1, 4, 30].map((kappa) => Math.max(...solve(mixed, evenSeconds(7, kappa * 500)).prices.slice(1)));
    expect(highest).toEqual([...highest].sort((a, b) => b - a));
    const { prices, score, bound } = solve(mixed, evenSeconds(7, 20 * mixed.length * newSeconds));
    for (const price of prices.slice(1)) expect(price * newSeconds).toBeLessThan(0.01);
    expect(score).toBeGreaterThan(0.97 * bound);
  });

  it('are the same for twice as many cards with twice the time', () => {
    const [one, two] = [solve(mixed, evenSeconds(6, 200)), solve([...mixed, ...mixed], evenSeconds(6, 400))];
    expectAllNear(two.prices, one.prices, 1e-4);
    expectAllNear(
      [...two.demand, two.score],
      [...one.demand, one.score].map((some) => 2 * some),
      1e-4,
    );
  });

  it('hang on how worths stand to each other alone', () => {
    // By powers of two, for where a group of cards ends is one: other factors move cards from group to group.
    const powers = fc.integer({ min: -7, max: 7 }).map((power) => 2 ** power);
    fc.assert(
      fc.property(anyDeck, anySeconds(5), powers, (cards, seconds, factor) => {
        const scaled = cards.map((card) => ({ ...card, worth: factor * card.worth }));
        const [one, other] = [solve(cards, seconds), solve(scaled, seconds)];
        // Rounding lets a tie between days fall the other way: of a deck of three cards in two of the twenty steps of which
        // the score is the mean. Without any time nothing is known of new cards, however much they are worth.
        expect(Math.abs(other.score / factor - one.score)).toBeLessThanOrEqual(0.11 * one.score);
      }),
      { numRuns: runsOf(8, 60) },
    );
    // Of a pack a card more or less in a group changes little.
    const anyPack = fc.array(anyCard, { minLength: 60, maxLength: 90 });
    fc.assert(
      fc.property(anyPack, anyScale(0.01, 100), fc.integer({ min: 100, max: 600 }), (cards, factor, seconds) => {
        const scaled = cards.map((card) => ({ ...card, worth: factor * card.worth }));
        const [one, other] = [scoreOf(cards, evenSeconds(5, seconds)), scoreOf(scaled, evenSeconds(5, seconds))];
        expect(Math.abs(other - one)).toBeLessThanOrEqual(0.02);
      }),
      { numRuns: runsOf(4, 40) },
    );
    const eightfold = mixed.map((card) => ({ ...card, worth: 8 * card.worth }));
    const [one, other] = [solve(mixed, evenSeconds(5, 200)), solve(eightfold, evenSeconds(5, 200))];
    expectAllNear(
      other.prices,
      one.prices.map((price) => 8 * price),
      1e-4,
    );
    expectAllNear(other.demand, one.demand, 1e-4);
  });

  it('of the day before are soon right again', () => {
    const cold = solve(mixed, evenSeconds(8, 300));
    const warm = solve(mixed, evenSeconds(7, 300), cold.prices);
    for (const [left, asked] of warm.demand.entries()) {
      if (left > 0) expect(Math.abs(asked / 300 - 1)).toBeLessThan(0.15);
    }
  });

  it('are numbers where there is no second, or one card', () => {
    for (const cards of [[unseenCard()], [seenCard(3, 2)], [seenCard(3, 0)]]) {
      for (const seconds of [
        [0, 0],
        [0, 0, 0, 0],
        [0, 100],
        [0, 100, 100, 100],
        [0, 100, 0],
      ]) {
        const { prices, demand, score, later, bound } = solve(cards, seconds);
        expectNumbers([...prices, ...demand, score, later, bound]);
      }
    }
  });

  it('are numbers where there is no card', () => {
    const { prices, demand, score, later, bound } = solve([], evenSeconds(3, 100));
    expectNumbers([...prices, ...demand, score, later, bound]);
  });
});

describe('new cards on the eve', () => {
  /** Which part of 40 new cards of such a worth is seen, where the time is enough for them or for as many reviews. */
  function seenOnEve(worth: number, review: PlanCard): number {
    const cards = [...times(40, unseenCard(worth)), ...times(400, review)];
    const { firstSeen, demand, groups } = solve(cards, evenSeconds(1, 40 * newSeconds));
    expect(Math.abs(demand[1]! / (40 * newSeconds) - 1)).toBeLessThan(0.25);
    return firstSeen[groups.findIndex(({ unseen }) => unseen > 0)]![1]!;
  }

  // By the second, a new card brings its worth times 0.9 / 43, which is 0.021; and a review of the weaker memory 0.011.
  it('come where they bring more by the second than any review', () => {
    expect(seenOnEve(1, seenCard(1, 30))).toBeGreaterThan(0.9);
  });

  it('wait where every review brings more', () => {
    expect(seenOnEve(0.3, seenCard(1, 30))).toBeLessThan(0.05);
  });
});
