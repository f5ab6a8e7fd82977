import type { AnswerModel } from './answer-model.ts';
import { type Demand, demandOf, weighFirst, weighUnseen } from './demand-pass.ts';
import { daysOfRow } from './elapsed-rows.ts';
import { gridSize } from './memory-grid.ts';
import type { PlanGroup } from './plan-group.ts';
import { type Horizon, type MemoryValues, memoryValues, valueMemories } from './value-memories.ts';

export interface PriceRequest {
  readonly model: AnswerModel;
  readonly groups: readonly PlanGroup[];
  /** Seconds that can be studied on each day, by days left from 1 on; today's rest is the last. Place 0 is not used. */
  readonly seconds: readonly number[];
  /** Prices of an earlier day, by days left: where there are any, a few steps are enough. */
  readonly earlier?: readonly number[];
}

/** The price of a second on each day before the exam, in worth; and what comes of keeping to these prices. */
export interface StudyPrices {
  /** By days left. */
  readonly prices: readonly number[];
  /** For each group, which part of its unseen cards is seen first on each day, by days left. */
  readonly firstSeen: readonly (readonly number[])[];
  /** Seconds that each day is asked for, by days left. */
  readonly demand: readonly number[];
  /** Worth remembered in the exam, and thirty days after it, by those who keep to the plan: estimates. */
  readonly score: number;
  readonly later: number;
}

const steps = { cold: 40, warm: 8 };
/** Both shrink from the first step to the last. */
const [widestMove, finestMove] = [0.4, 0.06];
const [softestChoice, hardestChoice] = [0.03, 0.004];
const largestStep = 0.5;
/** Of what a remembered review costs by the worth of the usual card. */
const [lowestPrice, highestPrice] = [1e-6, 20];
/** The first steps go by ratios, which leads near from afar; the others by differences, whose mean is then 0. */
const [coarsePart, coarseMove] = [0.2, 2];
/** What each day asks for is the mean of the last steps: at any one step all new cards crowd on one day. */
const settledPart = 0.5;

/**
 * Finds prices at which every day is asked for about as many seconds as it has (scheduling §2.3). Grows with the square
 * of the days, with groups and with the rows that are not empty, and not with the number of cards.
 */
export function solvePrices(request: PriceRequest): StudyPrices {
  const { groups, earlier } = request;
  const days = request.seconds.length - 1;
  const demandAt = openMarket(request);
  const size = sizeOf(groups);
  const prices = firstPrices(request, size);
  const count = earlier === undefined ? steps.cold : steps.warm;
  const settled: (readonly Demand[])[] = [];
  for (let step = 0; step < count; step += 1) {
    const part = earlier === undefined ? step / (count - 1) : 1;
    const demands = demandAt(prices, between(softestChoice, hardestChoice, part));
    if (step >= count * settledPart) settled.push(demands);
    const move = { by: between(widestMove, finestMove, part), isFine: step >= count * coarsePart };
    movePrices(prices, request, size, demands, move);
  }
  const mean = meanDemand(settled, groups, days);
  const score = within(size.worth, mean.score + worthOfRest(request, prices, mean.demand));
  // What is kept for later is the same part of more or less.
  const later = mean.score === 0 ? 0 : (mean.later * Math.max(0, score)) / mean.score;
  return { prices: [...prices], ...mean, score: Math.max(0, score), later };
}

/**
 * What the seconds that are left over would bring at their prices, less what those bring that are asked for and not
 * there: the mean of the last steps asks for a little more or less than there is, and its score is that of its time.
 */
function worthOfRest({ seconds }: PriceRequest, prices: Float64Array, demand: readonly number[]): number {
  return seconds.reduce(
    (sum, some, left) => (left === 0 ? sum : sum + (prices[left] ?? 0) * (some - (demand[left] ?? 0))),
    0,
  );
}

/** What each group asks for at given prices. */
function openMarket({ model, groups, seconds }: PriceRequest): (prices: Float64Array, softness: number) => Demand[] {
  const horizon = horizonOf(seconds);
  const values = memoryValues(horizon.days);
  return (prices, softness) =>
    groups.map((group) => {
      const ofWorth = pricesOfWorth(prices, group.secondsPerWorth);
      valueMemories(model, horizon, ofWorth, softness, values);
      return demandOf(group, model, horizon, values, { prices: ofWorth, softness });
    });
}

export function horizonOf(seconds: readonly number[]): Horizon {
  return { days: seconds.length - 1, isOpen: seconds.map((some) => some > 0) };
}

/** What a remembered review costs for one unit of worth that takes so many seconds, by days left. */
export function pricesOfWorth(prices: Iterable<number>, secondsPerWorth: number): Float64Array {
  return Float64Array.from(prices, (price) => price * secondsPerWorth);
}

/** Even prices, at which a review is worth a tenth of the usual card. */
function firstPrices({ seconds, earlier }: PriceRequest, { worth, time }: DeckSize): Float64Array {
  const even = time === 0 ? 0 : (0.1 * worth) / time;
  return Float64Array.from(seconds, (_, left) => earlier?.[left] ?? even);
}

/** The worth of all cards, and the seconds that one remembered review of each takes. */
interface DeckSize {
  readonly worth: number;
  readonly time: number;
}

function sizeOf(groups: readonly PlanGroup[]): DeckSize {
  let [worth, time] = [0, 0];
  for (const group of groups) {
    const some = group.unseen + group.seen.reduce((sum, each) => sum + each, 0);
    worth += some;
    time += some * group.secondsPerWorth;
  }
  return { worth, time };
}

function movePrices(
  prices: Float64Array,
  { groups, seconds }: PriceRequest,
  { worth, time }: DeckSize,
  demands: readonly Demand[],
  { by, isFine }: { readonly by: number; readonly isFine: boolean },
): void {
  const asked = secondsAsked(demands, groups, prices.length);
  const [least, most] = [(lowestPrice * worth) / time, (highestPrice * worth) / time];
  for (const [left, some] of seconds.entries()) {
    if (some <= 0 || time === 0) continue;
    const ratio = (asked[left] ?? 0) / some;
    const step = within(largestStep, isFine ? by * (ratio - 1) : coarseMove * by * Math.log(ratio));
    prices[left] = Math.min(most, Math.max(least, (prices[left] ?? 0) * Math.exp(step)));
  }
}

function secondsAsked(demands: readonly Demand[], groups: readonly PlanGroup[], days: number): number[] {
  const asked = new Array<number>(days).fill(0);
  for (const [group, { time }] of demands.entries()) {
    const seconds = groups[group]?.secondsPerWorth ?? 0;
    for (let left = 1; left < days; left += 1) asked[left] = (asked[left] ?? 0) + seconds * (time[left] ?? 0);
  }
  return asked;
}

function meanDemand(
  steps: readonly (readonly Demand[])[],
  groups: readonly PlanGroup[],
  days: number,
): Omit<StudyPrices, 'prices'> {
  const mean = (numberOf: (demands: readonly Demand[]) => number) =>
    steps.reduce((sum, demands) => sum + numberOf(demands), 0) / steps.length;
  const byDay = (numberOf: (demands: readonly Demand[], left: number) => number) =>
    Array.from({ length: days + 1 }, (_, left) => mean((demands) => numberOf(demands, left)));
  const asked = new Map(steps.map((demands) => [demands, secondsAsked(demands, groups, days + 1)]));
  return {
    firstSeen: groups.map((_, group) => byDay((demands, left) => demands[group]?.firstSeen[left] ?? 0)),
    demand: byDay((demands, left) => asked.get(demands)?.[left] ?? 0),
    score: mean((demands) => demands.reduce((sum, { score }) => sum + score, 0)),
    later: mean((demands) => demands.reduce((sum, { later }) => sum + later, 0)),
  };
}

/** From the first part of the way to the last in equal ratios. */
function between(first: number, last: number, part: number): number {
  return first * (last / first) ** part;
}

/**
 * The most that can be expected of any way to study (weak duality): at any prices, what the cards are worth when each
 * takes its best, and what the seconds cost. In worth.
 */
export function boundOf({ model, groups, seconds }: PriceRequest, prices: readonly number[]): number {
  const horizon = horizonOf(seconds);
  const values = memoryValues(horizon.days);
  let bound = seconds.reduce((sum, some, left) => sum + (left === 0 ? 0 : some * (prices[left] ?? 0)), 0);
  for (const group of groups) {
    const ofWorth = pricesOfWorth(prices, group.secondsPerWorth);
    valueMemories(model, horizon, ofWorth, 0, values);
    bound += bestOfGroup(model, group, horizon, values, ofWorth);
  }
  return bound;
}

function bestOfGroup(
  model: AnswerModel,
  { seen, rows, unseen }: PlanGroup,
  horizon: Horizon,
  { values }: MemoryValues,
  prices: Float64Array,
): number {
  const choices = new Float64Array(horizon.days + 1);
  weighUnseen(choices, model, horizon, values, prices);
  let sum = unseen * Math.max(...choices);
  for (const row of rows) {
    for (let node = 0; node < gridSize; node += 1) {
      const worth = seen[row * gridSize + node] ?? 0;
      if (worth === 0) continue;
      if (row === 0) sum += worth * (values[horizon.days * gridSize + node] ?? 0);
      else {
        weighFirst(choices, model, horizon, { elapsed: daysOfRow(row), node }, values, prices);
        sum += worth * Math.max(...choices);
      }
    }
  }
  return sum;
}

function within(most: number, value: number): number {
  return Math.min(most, Math.max(-most, value));
}
