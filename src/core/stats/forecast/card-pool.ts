import { logit } from '../../scheduler/exam-plan/recalibrate.ts';

/** A card that may be asked for in an exam. */
export interface ForecastCard {
  /** How often it is asked for, beside the others. */
  readonly weight: number;
  /** By the memory model, on the exam's day; null for a card never seen. */
  readonly recall: number | null;
  /** Chance that a guess is right. */
  readonly guess: number;
}

/**
 * The cards by the logit of their recall, in bins: a deck of 100,000 is nearly as fast as one of 100. A card between two
 * bins is in both, the more in the nearer one, which leaves a score exact to 0.00002.
 */
export interface CardPool {
  readonly weight: number;
  /** Weight that is right whatever is recalled: guesses, and what was known beforehand. */
  readonly sure: number;
  /** Weight that was known beforehand. */
  readonly known: number;
  /** By bin: weight, and the part of it that no guess brings. */
  readonly weights: Float64Array;
  readonly gains: Float64Array;
}

/** Shares of the questions of a pool, 0 to 1. */
export interface PoolShares {
  /** Answered right. */
  readonly share: number;
  /** Answered from memory. */
  readonly remembered: number;
}

const binsPerLogit = 32;
const lowest = logit(0);
const bins = Math.ceil((logit(1) - lowest) * binsPerLogit) + 1;

/** @param prior share of unseen cards known beforehand, 0 to 1 */
export function poolOf(cards: readonly ForecastCard[], prior: number): CardPool {
  const [weights, gains] = [new Float64Array(bins), new Float64Array(bins)];
  let [weight, sure, known] = [0, 0, 0];
  for (const card of cards) {
    const gain = card.weight * (1 - card.guess);
    weight += card.weight;
    sure += card.weight * card.guess;
    if (card.recall === null) {
      known += card.weight * prior;
      sure += gain * prior;
    } else {
      const place = (logit(card.recall) - lowest) * binsPerLogit;
      addBetween(weights, place, card.weight);
      addBetween(gains, place, gain);
    }
  }
  return { weight, sure, known, weights, gains };
}

function addBetween(sums: Float64Array, place: number, amount: number): void {
  const bin = Math.min(bins - 2, Math.floor(place));
  const above = place - bin;
  sums[bin] = (sums[bin] ?? 0) + amount * (1 - above);
  sums[bin + 1] = (sums[bin + 1] ?? 0) + amount * above;
}

/** What is right where cards are recalled so by the logit that the memory model has for them; nothing of no weight. */
export function sharesOf(pool: CardPool, recallAt: (logit: number) => number): PoolShares {
  if (pool.weight <= 0) return { share: 0, remembered: 0 };
  let [right, remembered] = [pool.sure, pool.known];
  for (let bin = 0; bin < bins; bin += 1) {
    const weight = pool.weights[bin] ?? 0;
    if (weight === 0) continue;
    const recall = recallAt(lowest + bin / binsPerLogit);
    remembered += weight * recall;
    right += (pool.gains[bin] ?? 0) * recall;
  }
  return { share: atMostAll(right / pool.weight), remembered: atMostAll(remembered / pool.weight) };
}

/** What a sum of many parts has beyond 1 is lost in rounding. */
function atMostAll(share: number): number {
  return Math.min(1, share);
}
