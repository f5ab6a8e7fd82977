import type { AgedMemory, PlanCard } from '../../../../src/core/scheduler/exam-plan/plan-group.ts';
import type { Memory } from '../../../../src/core/scheduler/memory/fsrs.ts';
import { type NaiveAnswer, type NaiveLearner, naiveNodes, naiveRow, naiveShares, naiveTables } from './naive-tables.ts';

/**
 * The plan once more, from scheduling §2.3 alone and without a thought for speed: plain recursion. Where the planner
 * pushes the worth of all cards forward through the days, this asks of each single memory what comes of it.
 */
export interface NaiveSetting {
  readonly learner: NaiveLearner;
  readonly days: number;
  /** Price of a remembered review for one unit of worth, by days left; a day that is closed has none. */
  readonly prices: ReadonlyMap<number, number>;
  /** 0 takes the best. */
  readonly softness: number;
}

/** When a card is asked next: with so many days left, or 0 for never again. */
type Choices = ReadonlyMap<number, number>;

/** What is expected of one unit of worth. */
export interface NaiveOutcome {
  /** In remembered reviews, by days left. */
  readonly time: Map<number, number>;
  readonly firstSeen: Map<number, number>;
  score: number;
  later: number;
}

/** How likely each choice is, given what each is worth. */
export type Policy = (worths: Choices, softness: number, place: string) => Choices;

export interface NaivePlan {
  /** What a memory is worth just after an answer. */
  valueAt(left: number, node: Memory): number;
  /** The chances of the next answer, by gap, 0 for never. */
  gapsOf(left: number, node: Memory): Choices;
  /** What comes of a card, each unit of its worth. */
  outcomeOf(memory: AgedMemory | null): NaiveOutcome;
  /** The best that a card can be worth, each unit of its worth. */
  bestOf(memory: AgedMemory | null): number;
  /** Today rather than at the best later time. */
  gainOf(memory: AgedMemory | null): number;
  /** Known in the exam when it is never asked again. */
  stayOf(memory: AgedMemory | null): number;
  /** Today, and then never again. */
  riseOf(memory: AgedMemory | null): number;
}

export function naivePlan(setting: NaiveSetting, policy: Policy = softly): NaivePlan {
  const values = naiveValues(setting, policy);
  const { valueAt, chancesOf } = values;
  return {
    valueAt,
    gapsOf: (left, node) =>
      new Map([...chancesOf(0, left, node)].map(([then, chance]) => [then === 0 ? 0 : left - then, chance])),
    outcomeOf: naiveOutcomes(setting.days, values),
    ...naiveToday(setting.days, values),
  };
}

type NaiveValues = ReturnType<typeof naiveValues>;

function naiveValues({ learner, prices, softness }: NaiveSetting, policy: Policy) {
  const tables = naiveTables(learner);
  const values = new Map<string, number>();

  function valueAt(left: number, node: Memory): number {
    const name = nameOf(0, left, node);
    const value = values.get(name) ?? meanWorth(weigh(0, left, node), chancesOf(0, left, node));
    values.set(name, value);
    return value;
  }
  function worthOf({ time, next }: NaiveAnswer, left: number): number {
    return expected(next, (node) => valueAt(left, node)) - prices.get(left)! * time;
  }
  /** What a card may do that was answered `elapsed` days ago, and what that is worth: not twice on one day. */
  function weigh(elapsed: number, left: number, node: Memory): Choices {
    const worths = new Map([[0, tables.recall(node, elapsed + left)]]);
    for (const then of prices.keys()) {
      if (then > left || (then === left && elapsed === 0)) continue;
      worths.set(then, worthOf(tables.answer(node, elapsed + left - then), then));
    }
    return worths;
  }
  function weighUnseen(): Choices {
    return new Map([[0, 0], ...[...prices.keys()].map((left) => [left, worthOf(tables.first, left)] as const)]);
  }
  function chancesOf(elapsed: number, left: number, node: Memory): Choices {
    return policy(weigh(elapsed, left, node), softness, nameOf(elapsed, left, node));
  }
  const unseenChances = () => policy(weighUnseen(), 3 * softness, 'unseen');
  return { tables, valueAt, weigh, weighUnseen, chancesOf, unseenChances };
}

function naiveOutcomes(days: number, { tables, chancesOf, unseenChances }: NaiveValues): NaivePlan['outcomeOf'] {
  const outcomes = new Map<string, NaiveOutcome>();

  function follow(elapsed: number, left: number, node: Memory): NaiveOutcome {
    const name = nameOf(elapsed, left, node);
    const outcome = outcomes.get(name) ?? goOn(elapsed, left, node);
    outcomes.set(name, outcome);
    return outcome;
  }
  function goOn(elapsed: number, left: number, node: Memory): NaiveOutcome {
    const outcome = nothing();
    for (const [then, chance] of chancesOf(elapsed, left, node)) {
      if (then > 0) ask(outcome, tables.answer(node, elapsed + left - then), then, chance);
      else {
        outcome.score += chance * tables.recall(node, elapsed + left);
        outcome.later += chance * tables.recall(node, elapsed + left + 30);
      }
    }
    return outcome;
  }
  function ask(outcome: NaiveOutcome, { time, next }: NaiveAnswer, left: number, chance: number): void {
    outcome.time.set(left, (outcome.time.get(left) ?? 0) + chance * time);
    for (const [node, share] of next) addOutcome(outcome, follow(0, left, node), chance * share);
  }
  return (memory) => {
    const outcome = nothing();
    if (memory === null) {
      for (const [left, chance] of unseenChances()) {
        outcome.firstSeen.set(left, chance);
        if (left > 0) ask(outcome, tables.first, left, chance);
      }
      return outcome;
    }
    for (const [node, share] of naiveShares(memory)) {
      addOutcome(outcome, follow(naiveRow(memory.elapsedDays), days, node), share);
    }
    return outcome;
  };
}

function naiveToday(
  days: number,
  { tables, valueAt, weigh, weighUnseen }: NaiveValues,
): Pick<NaivePlan, 'bestOf' | 'gainOf' | 'stayOf' | 'riseOf'> {
  const best = (worths: Choices, until: number) =>
    Math.max(...[...worths].flatMap(([then, worth]) => (then <= until ? worth : [])));
  const now = ({ next }: NaiveAnswer) => expected(next, (node) => valueAt(days, node));
  const alone = ({ next }: NaiveAnswer) => expected(next, (node) => tables.recall(node, days));
  function stayOf(memory: AgedMemory | null): number {
    if (memory === null) return 0;
    return expected(naiveShares(memory), (node) => tables.recall(node, naiveRow(memory.elapsedDays) + days));
  }
  return {
    bestOf(memory) {
      if (memory === null) return best(weighUnseen(), days);
      const elapsed = naiveRow(memory.elapsedDays);
      return expected(naiveShares(memory), (node) => best(weigh(elapsed, days, node), days));
    },
    gainOf(memory) {
      if (memory === null) return (now(tables.first) - best(weighUnseen(), days - 1)) / tables.first.time;
      const elapsed = naiveRow(memory.elapsedDays);
      const more = (node: Memory) => now(tables.answer(node, elapsed)) - best(weigh(elapsed, days, node), days - 1);
      const shares = naiveShares(memory);
      return expected(shares, more) / expected(shares, (node) => tables.answer(node, elapsed).time);
    },
    stayOf,
    riseOf(memory) {
      if (memory === null) return alone(tables.first);
      const elapsed = naiveRow(memory.elapsedDays);
      return expected(naiveShares(memory), (node) => alone(tables.answer(node, elapsed))) - stayOf(memory);
    },
  };
}

const numbers = new Map(naiveNodes.map((node, number) => [node, number]));

function nameOf(elapsed: number, left: number, node: Memory): string {
  return `${elapsed} ${left} ${numbers.get(node)}`;
}

/** What comes of some cards of one group. Time in remembered reviews, times worth. */
export function outcomeOfAll(plan: NaivePlan, cards: readonly PlanCard[]): NaiveOutcome {
  const sum = nothing();
  for (const { worth, memory } of cards) addOutcome(sum, plan.outcomeOf(memory), worth);
  return sum;
}

export function nothing(): NaiveOutcome {
  return { time: new Map(), firstSeen: new Map(), score: 0, later: 0 };
}

function addOutcome(sum: NaiveOutcome, some: NaiveOutcome, share: number): void {
  for (const [left, time] of some.time) sum.time.set(left, (sum.time.get(left) ?? 0) + share * time);
  sum.score += share * some.score;
  sum.later += share * some.later;
}

/** Softmax; chances below e^-20 of the best one's are none. */
function softly(worths: Choices, softness: number): Choices {
  const best = Math.max(...worths.values());
  const weights = new Map<number, number>();
  for (const [then, worth] of worths) {
    if (softness === 0 ? worth === best : (worth - best) / softness >= -20) {
      weights.set(then, softness === 0 ? 1 : Math.exp((worth - best) / softness));
    }
  }
  const sum = [...weights.values()].reduce((all, weight) => all + weight, 0);
  return new Map([...weights].map(([then, weight]) => [then, weight / sum]));
}

function meanWorth(worths: Choices, chances: Choices): number {
  return [...chances].reduce((sum, [then, chance]) => sum + chance * worths.get(then)!, 0);
}

function expected(shares: ReadonlyMap<Memory, number>, numberOf: (node: Memory) => number): number {
  return [...shares].reduce((sum, [node, share]) => sum + share * numberOf(node), 0);
}
