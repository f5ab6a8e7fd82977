import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelAnswers } from '../../../../src/core/scheduler/exam-plan/answer-model.ts';
import type { KnownPrices } from '../../../../src/core/scheduler/exam-plan/known-prices.ts';
import { planExam, shareToday } from '../../../../src/core/scheduler/exam-plan/plan-exam.ts';
import {
  farthestDays,
  groupCards,
  groupOf,
  type PlanCard,
} from '../../../../src/core/scheduler/exam-plan/plan-group.ts';
import { solvePrices } from '../../../../src/core/scheduler/exam-plan/solve-prices.ts';
import { runsOf } from '../../../seed.ts';
import { naivePlan } from './naive-plan.ts';
import { type NaiveLearner, naiveShares, naiveTables } from './naive-tables.ts';
import { expectNear } from './near.ts';
import {
  anyCard,
  anyDouble,
  anyLearner,
  anyMemory,
  anyPrices,
  anyScale,
  anySeconds,
  evenSeconds,
  kernel,
  knownOf,
  seenCard,
  sumOf,
  times,
  unseenCard,
  usualLearner,
  worthOf,
} from './plan-cases.ts';

/** Nothing but prices is known. */
const solved = { prices: [], firstSeen: [], demand: [], score: 0, later: 0 };
const anyCards = fc.array(anyCard, { minLength: 1, maxLength: 4 });

/** Another learner for each plan: nothing of what is kept for one serves the other. */
function planOf(
  cards: readonly PlanCard[],
  seconds: readonly number[],
  known: readonly number[] | null,
  learner = usualLearner,
) {
  const fresh: NaiveLearner = { ...learner, kernel: { ...learner.kernel } };
  const model = modelAnswers(fresh, farthestDays(groupCards(cards), seconds.length - 1));
  const prices = known === null ? null : { ...knownOf([], solved), prices: known, groups: usualGroups(cards) };
  return planExam({ model, seconds, prices });
}

/** Groups of which a unit of worth takes what is usual for them, and of whose new cards nothing is planned. */
function usualGroups(cards: readonly PlanCard[]): KnownPrices['groups'] {
  const keys = cards.map(groupOf);
  return Object.fromEntries(keys.map((key) => [key, { secondsPerWorth: 2 ** key, firstSeen: [], begun: 0 }]));
}

function naiveOf(card: PlanCard, seconds: readonly number[], known: readonly number[] | null, learner: NaiveLearner) {
  const days = seconds.length - 1;
  const isOpen = (left: number) => left === days || (known !== null && left > 0 && seconds[left]! > 0);
  const open = seconds.flatMap((_, left) =>
    isOpen(left) ? [[left, (known?.[left] ?? 0) * 2 ** groupOf(card)] as const] : [],
  );
  return naivePlan({ learner, days, prices: new Map(open), softness: 0 });
}

describe('the plan for today', () => {
  it.each(['known', 'not known'])('is that of the naive implementation where prices are %s', (known) => {
    const given = anySeconds(6).chain((seconds) =>
      fc.tuple(
        anyLearner,
        anyCards,
        fc.constant(seconds),
        known === 'known' ? anyPrices(seconds.length) : fc.constant(null),
      ),
    );
    fc.assert(
      fc.property(given, ([learner, cards, seconds, prices]) => {
        const plan = planOf(cards, seconds, prices, learner);
        for (const card of cards) {
          const naive = naiveOf(card, seconds, prices, learner);
          const { worth, memory } = card;
          expectNear(plan.gain(card), (naive.gainOf(memory) * worth) / card.seconds);
          expectNear(plan.stay(card), naive.stayOf(memory) * worth);
          expectNear(plan.rise(card), naive.riseOf(memory) * worth);
        }
      }),
      { numRuns: runsOf(6, 100) },
    );
  });

  it('gains what it raises by the second where there are no prices, and on the eve at any prices', () => {
    const given = fc.tuple(anyCard, anySeconds(30), anyScale(1e-5, 1));
    fc.assert(
      fc.property(given, ([card, seconds, price]) => {
        const onEve = [0, seconds.at(-1)!];
        const plans = [planOf([card], seconds, null), planOf([card], onEve, null), planOf([card], onEve, [0, price])];
        const time = card.seconds * naiveTimeOf(card);
        for (const plan of plans) expectNear(plan.gain(card), plan.rise(card) / time);
      }),
      { numRuns: runsOf(15, 100) },
    );
  });

  it('does not hang on what was planned before', () => {
    const card = seenCard(5, 5);
    const model = modelAnswers({ ...usualLearner, kernel: { ...kernel } }, 120);
    const known = { ...knownFor([card], evenSeconds(15, 100)), groups: usualGroups([card]) };
    for (const prices of [null, known]) {
      for (const days of [7, 15, 3, 7]) {
        const seconds = evenSeconds(days, 100);
        const [found, wanted] = [planExam({ model, seconds, prices }), planOf([card], seconds, prices?.prices ?? null)];
        expectNear(found.rise(card), wanted.rise(card));
        expectNear(found.gain(card), wanted.gain(card));
        const closed = seconds.map((some, left) => (left === 2 ? 0 : some));
        expectNear(
          planExam({ model, seconds: closed, prices }).gain(card),
          planOf([card], closed, prices?.prices ?? null).gain(card),
        );
      }
    }
  });

  it('asks of a card that was answered today no more than of the same memory a day later', () => {
    fc.assert(
      fc.property(anyMemory, anySeconds(8), fc.boolean(), ({ stability, difficulty }, seconds, hasPrices) => {
        const cards = [0, 1].map((elapsedDays) => ({
          worth: 1,
          seconds: 10,
          memory: { stability, difficulty, elapsedDays },
        }));
        const plan = planOf(cards, seconds, hasPrices ? seconds.map(() => 0.01) : null);
        const [today, later] = cards.map(plan.gain);
        expect(today).toBeLessThanOrEqual(later! + 1e-9);
        // By the Easy answers of the same-day formula alone.
        expect(Math.abs(plan.rise(cards[0]!))).toBeLessThan(0.05);
      }),
      { numRuns: runsOf(15, 100) },
    );
  });
});

const tables = naiveTables(usualLearner);

/** Of an answer, in remembered reviews. */
function naiveTimeOf({ memory }: PlanCard): number {
  if (memory === null) return tables.first.time;
  const times = [...naiveShares(memory)].map(([node, share]) => share * tables.answer(node, memory.elapsedDays).time);
  return sumOf(times);
}

function knownFor(cards: readonly PlanCard[], seconds: readonly number[]): KnownPrices {
  const groups = groupCards(cards);
  const model = modelAnswers(usualLearner, farthestDays(groups, seconds.length - 1));
  return knownOf(groups, solvePrices({ model, groups, seconds }));
}

describe('cards among each other', () => {
  const deck = [...times(20, unseenCard()), ...[1, 3, 8].flatMap((elapsed) => times(5, seenCard(4, elapsed)))];
  const seconds = evenSeconds(6, 60);
  const known = knownFor(deck, seconds).prices;

  it('share a policy in a group: worth and time of a card are but factors', () => {
    const card = { ...seenCard(4, 3), seconds: 8 };
    for (const [worth, time] of [
      [1.2, 8],
      [1, 10],
      [0.9, 7.5],
      [10, 90],
    ] as const) {
      const other = { ...card, worth, seconds: time };
      expect(groupOf(other)).toBe(groupOf(card));
      for (const prices of [known, null]) {
        const plan = planOf([card, other], seconds, prices);
        expectNear((plan.gain(other) * time) / worth, (plan.gain(card) * card.seconds) / card.worth);
        expectNear(plan.rise(other) / worth, plan.rise(card) / card.worth);
      }
    }
  });

  it('rank no lower for being worth more, where there are no prices, and within a group where there is a gain', () => {
    fc.assert(
      fc.property(anyCard, anyDouble(1, 8), anySeconds(6, 2), (card, factor, days) => {
        const better = { ...card, worth: factor * card.worth };
        const bare = planOf([card], days, null);
        if (bare.gain(card) >= 0) expect(bare.gain(better)).toBeGreaterThanOrEqual(bare.gain(card));
        const priced = planOf(
          [card],
          days,
          days.map(() => 0.01),
        );
        if (groupOf(card) !== groupOf(better) || priced.gain(card) < 0) return;
        expect(priced.gain(better)).toBeGreaterThanOrEqual(priced.gain(card));
      }),
      { numRuns: runsOf(20, 200) },
    );
  });

  it('rank by worth for time on the eve: a new card before a review only if it brings more by the second', () => {
    fc.assert(
      fc.property(anyCard, anyCard, (one, other) => {
        const [review, fresh] = [one, { ...other, memory: null }];
        const plan = planOf([review, fresh], [0, 100], [0, 0.01]);
        const perSecond = (card: PlanCard) => plan.rise(card) / (card.seconds * naiveTimeOf(card));
        const [ahead, byNaive] = [plan.gain(fresh) - plan.gain(review), perSecond(fresh) - perSecond(review)];
        fc.pre(Math.abs(byNaive) > 1e-12 * perSecond(review));
        expect(Math.sign(ahead)).toBe(Math.sign(byNaive));
      }),
      { numRuns: runsOf(20, 200) },
    );
  });
});

describe('new cards by day', () => {
  const anyShares = fc
    .tuple(fc.array(anyDouble(0, 1), { minLength: 1, maxLength: 12 }), anyDouble(0.01, 1))
    .map(([draws, whole]) => [0, ...draws.map((draw) => (draw * whole) / Math.max(1e-9, sumOf(draws)))]);

  it('come to their whole share over the days, whatever the part of each day', () => {
    fc.assert(
      fc.property(anyShares, (firstSeen) => {
        let unseen = 1;
        for (let left = firstSeen.length - 1; left > 0; left -= 1) {
          const part = shareToday(firstSeen, left);
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1 + 1e-12);
          expectNear(unseen * part, firstSeen[left]!);
          unseen *= 1 - part;
        }
        expectNear(unseen, 1 - sumOf(firstSeen));
      }),
    );
  });

  it('are none where no prices, or none of the group, are known, or nothing is left', () => {
    expect([shareToday([], 5), shareToday([0, 0, 0], 2), shareToday([0, 0, 1], 1)]).toEqual([0, 0, 0]);
    expect(shareToday([0, 0.25, 0.5], 2)).toBeCloseTo(0.5, 12);
    expect(planOf([unseenCard()], evenSeconds(4, 50), null).newToday(groupOf(unseenCard()))).toBe(0);
  });

  it('are, from day to day, all cards when there is time for all, and those of the group that is asked for', () => {
    const cards = [...times(10, unseenCard(4)), ...times(10, unseenCard(0.25)), seenCard(3, 2)];
    const seconds = evenSeconds(6, 400);
    const known = knownFor(cards, seconds);
    const model = modelAnswers(usualLearner, 60);
    const unseen = new Map([groupOf(unseenCard(4)), groupOf(unseenCard(0.25))].map((group) => [group, 1]));
    for (let left = 6; left > 0; left -= 1) {
      const plan = planExam({ model, seconds: seconds.slice(0, left + 1), prices: known });
      for (const [group, part] of unseen) {
        expectNear(part * plan.newToday(group), known.groups[group]!.firstSeen[left]!);
        unseen.set(group, part * (1 - plan.newToday(group)));
      }
    }
    for (const part of unseen.values()) expect(part).toBeLessThan(0.05);
    expect(known.score).toBeGreaterThan(0.9);
  });
});

describe('known prices', () => {
  it('tell the score as a part of all worth, with the shares by group, as plain data', () => {
    fc.assert(
      fc.property(anyCards, anySeconds(5), (cards, seconds) => {
        const groups = groupCards(cards);
        const model = modelAnswers(usualLearner, farthestDays(groups, seconds.length - 1));
        const found = solvePrices({ model, groups, seconds });
        const known = knownOf(groups, found);
        expectNear(known.score, Math.min(1, found.score / worthOf(cards)));
        expectNear(known.worth, worthOf(cards));
        for (const [place, { key }] of groups.entries())
          expect(known.groups[key]?.firstSeen).toEqual(found.firstSeen[place]);
        expect(JSON.parse(JSON.stringify(known))).toEqual(known);
      }),
      { numRuns: runsOf(8, 60) },
    );
  });
});
