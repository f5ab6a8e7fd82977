import { describe, expect, it } from 'vitest';
import { modelAnswers } from '../../../../src/core/scheduler/exam-plan/answer-model.ts';
import { farthestDays, groupCards } from '../../../../src/core/scheduler/exam-plan/plan-group.ts';
import { boundOf, solvePrices } from '../../../../src/core/scheduler/exam-plan/solve-prices.ts';
import {
  cardsOf,
  type FluidDeck,
  type FluidPolicy,
  followMyopic,
  followPrices,
  followRoundRobin,
  secondsFor,
  studyFluid,
} from './fluid-study.ts';
import { evenSeconds, sumOf, usualLearner } from './plan-cases.ts';

/** The certificate of scheduling §9: 200 cards never seen, 14 days. */
const cards = 200;
const usualDays = 14;
const newDeck: FluidDeck = { unseen: cards, seen: [] };

const certificates = new Map<string, ReturnType<typeof workOut>>();

function certify(kappa: number, days = usualDays) {
  const name = `${kappa} ${days}`;
  const certificate = certificates.get(name) ?? workOut(kappa, days);
  certificates.set(name, certificate);
  return certificate;
}

/** In points: of a hundred. */
function workOut(kappa: number, days: number) {
  const seconds = evenSeconds(days, secondsFor(cards, kappa, days));
  const groups = groupCards(cardsOf(newDeck));
  const request = { model: modelAnswers(usualLearner, farthestDays(groups, days)), groups, seconds };
  const found = solvePrices(request);
  const points = (worth: number) => (100 * worth) / cards;
  // Any prices bound: those that were found, and others of the same shape.
  const scaled = (factor: number) => found.prices.map((price) => factor * price);
  return {
    score: points(found.score),
    bound: points(Math.min(...[0.7, 0.85, 1, 1.2, 1.4].map((factor) => boundOf(request, scaled(factor))))),
    /** By days left, what a tenth more time would bring, and which part of the time is asked for. */
    byDay: found.demand
      .map((asked, left) => ({
        more: points(0.1 * seconds[left]! * found.prices[left]!),
        asked: asked / seconds[left]!,
      }))
      .slice(1),
    /** Brought by studying day by day by the prices. */
    brought: points(studyFluid(newDeck, seconds, followPrices())),
    pointsOf: (policy: FluidPolicy) => points(studyFluid(newDeck, seconds, policy)),
  };
}

describe('a new deck of 200 cards, 14 days before the exam', () => {
  it.each([1.5, 2])('is planned within two points of the best possible (time to see it %s times)', (kappa) => {
    const { score, bound } = certify(kappa);
    expect(score).toBeLessThanOrEqual(bound);
    expect(score).toBeGreaterThan(bound - 2);
  });

  it.each([1, 1.5])('asks of each day what it has, within a twelfth, where more time would help (%s)', (kappa) => {
    const binding = certify(kappa).byDay.filter(({ more }) => more > 0.125);
    expect(binding.length).toBeGreaterThan(5);
    for (const { asked } of binding) expect(Math.abs(asked - 1)).toBeLessThan(1 / 12);
  });

  it('leaves unused but time that would bring less than a point and a half, where there is enough of it', () => {
    const unused = certify(2).byDay.map(({ more, asked }) => 10 * more * Math.max(0, 1 - asked));
    expect(sumOf(unused)).toBeLessThan(1.5);
  });

  it.each([
    [1, 2],
    [1.5, 0.5],
    [2, 1.5],
  ])('studied by its prices, brings nearly the best possible, and no less than simple rules (%s)', (kappa, within) => {
    const { bound, brought, pointsOf } = certify(kappa);
    expect(brought).toBeLessThanOrEqual(bound);
    expect(brought).toBeGreaterThan(bound - within);
    for (const simple of [followMyopic(), followRoundRobin((1.4 * cards) / usualDays)]) {
      expect(pointsOf(simple)).toBeLessThanOrEqual(brought + 0.01);
    }
  });

  it.each([
    [14, 1, 1],
    [14, 1.5, 1],
    [14, 2, 1.5],
    [7, 1, 2],
  ])('%i days before: promises what studying by its prices brings (%s, within %s points)', (days, kappa, within) => {
    const { score, brought } = certify(kappa, days);
    expect(Math.abs(score - brought)).toBeLessThan(within);
  });
});
