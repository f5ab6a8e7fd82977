import type { StudyDay } from '../../../src/core/model/id.ts';
import { modelAnswers } from '../../../src/core/scheduler/exam-plan/answer-model.ts';
import { type KnownPrices, knowPrices } from '../../../src/core/scheduler/exam-plan/known-prices.ts';
import { type ExamPlan, planExam } from '../../../src/core/scheduler/exam-plan/plan-exam.ts';
import {
  farthestDays,
  groupCards,
  groupOf,
  type PlanCard,
  type PlanGroup,
} from '../../../src/core/scheduler/exam-plan/plan-group.ts';
import { type Calibration, recalibrate, uncalibrated } from '../../../src/core/scheduler/exam-plan/recalibrate.ts';
import { boundOf, type PriceRequest, solvePrices } from '../../../src/core/scheduler/exam-plan/solve-prices.ts';
import { expectedSeconds } from '../learners/answer-seconds.ts';
import { type BelievedMemories, createBelievedMemories, fsrs } from './believed-memories.ts';
import { sortedBy } from './card-order.ts';
import type { Policy, Setup } from './policy.ts';

/** The product's own planner: prices of every day's seconds, found anew each day, over recalibrated recall. */
export const planned: Policy = plannedPolicy('planned');

/** Days between two recalibrations. */
const calibrationDays = 2;

function plannedPolicy(name: string): Policy {
  return {
    name,
    begin(setup) {
      const believed = createBelievedMemories(setup.cards, setup.history);
      let calibration: Calibration = uncalibrated;
      let prices: KnownPrices | null = null;
      return {
        answered: believed.take,
        queue(day) {
          if ((day - setup.firstDay) % calibrationDays === 0) calibration = calibrationBy(believed);
          const cards = planCards(setup, believed, day);
          const groups = groupCards(cards);
          const request = priceRequest(setup, groups, calibration, day, prices);
          prices = knowPrices(plannedOf(setup, request, calibration, day), solvePrices(request));
          const plan = planExam({ ...request, prices });
          return deal(setup, cards, groups, plan, day);
        },
        bound: () =>
          firstBound(setup, planCards(setup, createBelievedMemories(setup.cards, setup.history), setup.firstDay)),
      };
    },
  };
}

/** Every day is asked about once, before anything is seen on it. */
function plannedOf({ examDay }: Setup, { groups, seconds }: PriceRequest, calibration: Calibration, day: number) {
  return { day: day as StudyDay, examDay: examDay as StudyDay, calibration, seconds, groups, begun: {} };
}

function calibrationBy({ predictions }: BelievedMemories): Calibration {
  return recalibrate(predictions.map(({ believed, ...what }) => ({ recall: believed, ...what })));
}

function planCards({ cards, weights }: Setup, { memories, lastDay, isNew }: BelievedMemories, day: number): PlanCard[] {
  return Array.from({ length: cards }, (_, card) => ({
    worth: weights[card]!,
    seconds: expectedSeconds.remembered,
    memory: isNew(card) ? null : { ...memories[card]!, elapsedDays: day - lastDay[card]! },
  }));
}

function priceRequest(
  { examDay, secondsOn }: Setup,
  groups: readonly PlanGroup[],
  calibration: Calibration,
  day: number,
  known: KnownPrices | null,
): PriceRequest {
  const days = examDay - day;
  return {
    model: modelAnswers({ kernel: fsrs, calibration }, farthestDays(groups, days)),
    groups,
    seconds: Array.from({ length: days + 1 }, (_, left) => (left === 0 ? 0 : secondsOn(examDay - left))),
    ...(known === null ? {} : { earlier: known.prices }),
  };
}

/** As many new cards as the plan has for the day, those of the heaviest group first; then whatever brings most by the second. */
function deal(
  setup: Setup,
  cards: readonly PlanCard[],
  groups: readonly PlanGroup[],
  plan: ExamPlan,
  day: number,
): readonly number[] {
  const reserved = groups.flatMap(({ key, unseenCards }) => {
    const unseen = cards.flatMap((card, n) => (card.memory === null && groupOf(card) === key ? [n] : []));
    const exact = plan.newToday(key) * unseenCards;
    return unseen.slice(0, Math.floor(exact + setup.chance(key + 1000, day)));
  });
  const isReserved = new Set(reserved);
  const rest = cards.flatMap((_, card) => (isReserved.has(card) ? [] : [card]));
  return [...reserved, ...sortedBy(rest, (card) => -plan.gain(cards[card]!))];
}

function firstBound(setup: Setup, cards: readonly PlanCard[]): number {
  const groups = groupCards(cards);
  const request = priceRequest(setup, groups, uncalibrated, setup.firstDay, null);
  const worth = cards.reduce((sum, card) => sum + card.worth, 0);
  return boundOf(request, solvePrices(request).prices) / worth;
}
