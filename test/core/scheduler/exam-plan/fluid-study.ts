import { modelAnswers } from '../../../../src/core/scheduler/exam-plan/answer-model.ts';
import { type ExamPlan, planExam } from '../../../../src/core/scheduler/exam-plan/plan-exam.ts';
import {
  farthestDays,
  groupCards,
  groupOf,
  type PlanCard,
} from '../../../../src/core/scheduler/exam-plan/plan-group.ts';
import { solvePrices } from '../../../../src/core/scheduler/exam-plan/solve-prices.ts';
import type { Memory } from '../../../../src/core/scheduler/memory/fsrs.ts';
import { type NaiveAnswer, naiveTables } from './naive-tables.ts';
import { knownOf, newSeconds, reviewSeconds, usualLearner } from './plan-cases.ts';

/**
 * Study in expectation: so many parts of cards instead of cards, so that nothing is left to chance. Memories move as the
 * naive tables say, and no day is a second longer than it has. What comes of it, any plan could have brought.
 */
export interface FluidDeck {
  /** Cards never seen. */
  readonly unseen: number;
  readonly seen: readonly FluidCards[];
}

export interface FluidCards {
  readonly node: Memory;
  readonly elapsed: number;
  /** How many cards. */
  readonly mass: number;
}

/** What is asked first, today: groups of cards of the deck, and null for new ones, each as far as the part says. */
export type FluidPolicy = (deck: FluidDeck, seconds: readonly number[]) => readonly Wish[];
export type Wish = readonly [cards: FluidCards | null, part: number];

const tables = naiveTables(usualLearner);

/** Cards known in the exam; `seconds` by days left. */
export function studyFluid(start: FluidDeck, seconds: readonly number[], policy: FluidPolicy): number {
  let deck = start;
  for (let left = seconds.length - 1; left > 0; left -= 1) {
    deck = studyDay(deck, seconds[left]!, policy(deck, seconds.slice(0, left + 1)));
  }
  return deck.seen.reduce((sum, { node, elapsed, mass }) => sum + mass * tables.recall(node, elapsed), 0);
}

/** The deck on the next morning. */
function studyDay(deck: FluidDeck, seconds: number, wishes: readonly Wish[]): FluidDeck {
  let [rest, unseen] = [seconds, deck.unseen];
  const waiting = new Map(deck.seen.map((cards) => [cards, cards.mass]));
  const answered = new Map<Memory, number>();
  for (const [cards, part] of wishes) {
    if (cards?.elapsed === 0) throw new Error('Asked twice on one day');
    const answer: NaiveAnswer = cards === null ? tables.first : tables.answer(cards.node, cards.elapsed);
    const there = cards === null ? unseen : (waiting.get(cards) ?? 0);
    const mass = Math.min(there, part * (cards === null ? deck.unseen : cards.mass), rest / timeOf(answer));
    rest -= mass * timeOf(answer);
    if (cards === null) unseen -= mass;
    else waiting.set(cards, there - mass);
    for (const [node, share] of answer.next) answered.set(node, (answered.get(node) ?? 0) + share * mass);
  }
  return { unseen, seen: nextMorning(waiting, answered) };
}

function timeOf({ time }: NaiveAnswer): number {
  return reviewSeconds * time;
}

function nextMorning(waiting: ReadonlyMap<FluidCards, number>, answered: ReadonlyMap<Memory, number>) {
  const seen = [...waiting].map(([{ node, elapsed }, mass]) => ({ node, elapsed: elapsed + 1, mass }));
  return [...seen, ...[...answered].map(([node, mass]) => ({ node, elapsed: 1, mass }))].filter(
    ({ mass }) => mass > 1e-9,
  );
}

/** The deck for the planner: parts of cards are cards of less worth that take as much less time. */
export function cardsOf({ unseen, seen }: FluidDeck): readonly PlanCard[] {
  const cards = seen.map(({ node, elapsed, mass }) => card(mass, { ...node, elapsedDays: elapsed }));
  return unseen > 0 ? [...cards, card(unseen, null)] : cards;
}

function card(mass: number, memory: PlanCard['memory']): PlanCard {
  return { worth: mass, seconds: reviewSeconds * mass, memory };
}

/** As many new cards as the plan has for today, then all by what they gain, while there is a gain. */
export function followPrices(): FluidPolicy {
  let earlier: readonly number[] | undefined;
  return (deck, seconds) => {
    const groups = groupCards(cardsOf(deck));
    const model = modelAnswers(usualLearner, farthestDays(groups, seconds.length - 1));
    const found = solvePrices({ model, groups, seconds, ...(earlier === undefined ? {} : { earlier }) });
    earlier = found.prices;
    const plan = planExam({ model, seconds, prices: knownOf(groups, found) });
    const planned = plan.newToday(groupOf({ seconds: reviewSeconds, worth: 1 }));
    return [[null, planned], ...byGain(deck, plan)];
  };
}

/** By what an answer today brings by itself. */
export function followMyopic(): FluidPolicy {
  return (deck, seconds) => {
    const groups = groupCards(cardsOf(deck));
    const model = modelAnswers(usualLearner, farthestDays(groups, seconds.length - 1));
    return byGain(deck, planExam({ model, seconds, prices: null }));
  };
}

function byGain(deck: FluidDeck, plan: ExamPlan): readonly Wish[] {
  const wishes = [...deck.seen, ...(deck.unseen > 0 ? [null] : [])].map((cards) => {
    const memory = cards === null ? null : { ...cards.node, elapsedDays: cards.elapsed };
    return { cards, gain: plan.gain({ worth: 1, seconds: reviewSeconds, memory }) };
  });
  const better = wishes.filter(({ gain }) => gain > 0).sort((a, b) => b.gain - a.gain);
  return better.map(({ cards }) => [cards, 1] as const);
}

/** New cards first, in even numbers a day, then those that were asked longest ago. */
export function followRoundRobin(newPerDay: number): FluidPolicy {
  return (deck) => {
    const oldest = [...deck.seen].sort((a, b) => b.elapsed - a.elapsed);
    return [
      [null, Math.min(1, newPerDay / Math.max(newPerDay, deck.unseen))],
      ...oldest.map((cards) => [cards, 1] as const),
      [null, 1],
    ];
  };
}

/** κ of scheduling §3: how often the time is enough to see each card for the first time. */
export function secondsFor(cards: number, kappa: number, days: number): number {
  return (kappa * newSeconds * cards) / days;
}
