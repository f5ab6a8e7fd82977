import type { AnswerModel } from './answer-model.ts';
import { type KnownPrices, knownGroup } from './known-prices.ts';
import { groupOf, type PlanCard } from './plan-group.ts';
import { pricesOfWorth } from './solve-prices.ts';
import { type WorthToday, worthToday } from './worth-today.ts';

export interface ExamPlanRequest {
  /** For as many days since an answer as any card has, and the days to the exam. */
  readonly model: AnswerModel;
  /** Seconds that can be studied on each day, by days left from 1 on; today's is the last. Place 0 is not used. */
  readonly seconds: readonly number[];
  /** Null while they are not known: then only what an answer today brings by itself is weighed. */
  readonly prices: KnownPrices | null;
}

/** What studying a card today is worth with an exam ahead, in the worth of the cards; time in seconds. */
export interface ExamPlan {
  /**
   * Worth of a second on the card today rather than at the best later time. May be below 0. Of a card that was answered
   * today it says nothing: such cards wait.
   */
  gain(card: PlanCard): number;
  /** Worth that the card brings in the exam when it is never asked again. */
  stay(card: PlanCard): number;
  /** How much more that is when it is asked today and then never again. */
  rise(card: PlanCard): number;
  /** Which part of a group's cards never seen is to be seen today; 0 while there are no prices. */
  newToday(group: number): number;
}

export function planExam(request: ExamPlanRequest): ExamPlan {
  const { seconds, prices } = request;
  const days = seconds.length - 1;
  const worths = new Map<number, WorthToday>();
  const worthOf = (card: PlanCard) => {
    const group = groupOf(card);
    const worth = worths.get(group) ?? worthInGroup(request, group);
    worths.set(group, worth);
    return worth;
  };
  return {
    gain: (card) => (worthOf(card).gain(card.memory) * card.worth) / card.seconds,
    stay: (card) => worthOf(card).stay(card.memory) * card.worth,
    rise: (card) => worthOf(card).rise(card.memory) * card.worth,
    newToday: (group) => (prices === null ? 0 : shareToday(knownGroup(prices, group)?.firstSeen ?? [], days)),
  };
}

/** A plan is made anew after each answer, from tables that stay the same: they are kept as long as what they follow from. */
const kept = new WeakMap<AnswerModel, WeakMap<object, Map<string, WorthToday>>>();
const noPrices = {};

function worthInGroup({ model, seconds, prices }: ExamPlanRequest, group: number): WorthToday {
  const days = seconds.length - 1;
  const isOpen = seconds.map((some, left) => left === days || (prices !== null && some > 0));
  const ofModel = kept.get(model) ?? new WeakMap<object, Map<string, WorthToday>>();
  const ofPrices = ofModel.get(prices ?? noPrices) ?? new Map<string, WorthToday>();
  kept.set(model, ofModel.set(prices ?? noPrices, ofPrices));
  const key = `${group} ${isOpen.map(Number).join('')}`;
  // Without prices time costs nothing, whatever it is by the worth.
  const secondsPerWorth = prices === null ? 0 : (knownGroup(prices, group)?.secondsPerWorth ?? 0);
  const byDay = Array.from(seconds, (_, left) => prices?.prices[left] ?? 0);
  const worth = ofPrices.get(key) ?? worthToday(model, { days, isOpen }, pricesOfWorth(byDay, secondsPerWorth));
  ofPrices.set(key, worth);
  return worth;
}

/** Which part of the cards not seen yet is seen with so many days left: of the shares by days left what is not past. */
export function shareToday(firstSeen: readonly number[], days: number): number {
  const never = 1 - firstSeen.reduce((sum, share) => sum + share, 0);
  const open = firstSeen.slice(0, days + 1).reduce((sum, share) => sum + share, Math.max(0, never));
  return open === 0 ? 0 : (firstSeen[days] ?? 0) / open;
}
