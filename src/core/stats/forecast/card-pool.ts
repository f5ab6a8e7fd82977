import {
  type CalibrationPosterior,
  calibratedLogit,
  logDays,
  logit,
  type RecallPlace,
  sigmoid,
} from '../../scheduler/exam-plan/recalibrate.ts';

/** A card that may be asked for in an exam. */
export interface ForecastCard {
  /** How often it is asked for, beside the others. */
  readonly weight: number;
  /** By the memory model, on the exam's day; null for a card never seen. */
  readonly recall: number | null;
  /** On the exam's day, since the last answer; of a card never seen it says nothing. */
  readonly elapsedDays: number;
  /** Chance that a guess is right. */
  readonly guess: number;
}

/**
 * The cards by what is expected of the learner's recall and how sure that is, in bins: a deck of 100,000 is nearly as fast
 * as one of 100. A card is in the four bins around it, the more in the nearer ones, which leaves a score exact to 0.00005.
 */
export interface CardPool {
  readonly weight: number;
  /** Weight that is right whatever is recalled: guesses, and what was known beforehand. */
  readonly sure: number;
  /** Weight that was known beforehand. */
  readonly known: number;
  /** Those that are not empty. */
  readonly bins: readonly PoolBin[];
}

interface PoolBin extends ExpectedLogit {
  readonly weight: number;
  /** The part of it that no guess brings. */
  readonly gain: number;
}

/** Of the logit of the learner's recall of a card: its mean and its standard deviation. */
interface ExpectedLogit {
  readonly mean: number;
  readonly deviation: number;
}

/** Shares of the questions of a pool, 0 to 1. */
export interface PoolShares {
  /** Answered right. */
  readonly share: number;
  /** Answered from memory. */
  readonly remembered: number;
}

/** What is outside the bins is in the outermost: beyond these means recall is as good as never or always. */
const [lowest, highest, perLogit] = [-24, 24, 32];
const [mostDeviation, perDeviation] = [6, 16];
const columns = (highest - lowest) * perLogit + 1;
const rows = mostDeviation * perDeviation + 1;

/** @param prior share of unseen cards known beforehand, 0 to 1 */
export function poolOf(cards: readonly ForecastCard[], prior: number, calibration: CalibrationPosterior): CardPool {
  const [weights, gains] = [new Float64Array(rows * columns), new Float64Array(rows * columns)];
  let [weight, sure, known] = [0, 0, 0];
  for (const card of cards) {
    const gain = card.weight * (1 - card.guess);
    weight += card.weight;
    sure += card.weight * card.guess;
    if (card.recall === null) {
      known += card.weight * prior;
      sure += gain * prior;
    } else {
      const place = { logit: logit(card.recall), logDays: logDays(card.elapsedDays) };
      const expected = { mean: calibratedLogit(place, calibration), deviation: deviationAt(calibration, place) };
      addAround(weights, expected, card.weight);
      addAround(gains, expected, gain);
    }
  }
  return { weight, sure, known, bins: filledBins(weights, gains) };
}

/** How much the memory model is off on the day, beside what its calibration is unsure of: in logits, scheduling §4. */
const modelDeviation = 0.2;

function deviationAt({ variance }: CalibrationPosterior, { logit, logDays }: RecallPlace): number {
  const { shift, slope, fade, shiftSlope, shiftFade, slopeFade } = variance;
  const together = shiftSlope * logit + shiftFade * logDays + slopeFade * logit * logDays;
  const unsure = shift + slope * logit * logit + fade * logDays * logDays + 2 * together;
  return Math.sqrt(Math.max(0, unsure) + modelDeviation ** 2);
}

function addAround(sums: Float64Array, { mean, deviation }: ExpectedLogit, amount: number): void {
  const across = within(columns - 1, (mean - lowest) * perLogit);
  const up = within(rows - 1, deviation * perDeviation);
  const [column, row] = [Math.min(columns - 2, Math.floor(across)), Math.min(rows - 2, Math.floor(up))];
  const [right, above] = [across - column, up - row];
  const at = row * columns + column;
  add(sums, at, amount * (1 - above) * (1 - right));
  add(sums, at + 1, amount * (1 - above) * right);
  add(sums, at + columns, amount * above * (1 - right));
  add(sums, at + columns + 1, amount * above * right);
}

function within(most: number, value: number): number {
  return Math.min(most, Math.max(0, value));
}

function add(sums: Float64Array, at: number, amount: number): void {
  sums[at] = (sums[at] ?? 0) + amount;
}

function filledBins(weights: Float64Array, gains: Float64Array): readonly PoolBin[] {
  const bins: PoolBin[] = [];
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] ?? 0;
    if (weight === 0) continue;
    const mean = lowest + (at % columns) / perLogit;
    bins.push({ mean, deviation: Math.floor(at / columns) / perDeviation, weight, gain: gains[at] ?? 0 });
  }
  return bins;
}

/** What is right on a day on which all cards are so many deviations better known than expected; nothing of no weight. */
export function sharesOf({ weight, sure, known, bins }: CardPool, deviations: number): PoolShares {
  if (weight <= 0) return { share: 0, remembered: 0 };
  let [right, remembered] = [sure, known];
  for (const bin of bins) {
    const recall = sigmoid(bin.mean + deviations * bin.deviation);
    remembered += bin.weight * recall;
    right += bin.gain * recall;
  }
  return { share: atMostAll(right / weight), remembered: atMostAll(remembered / weight) };
}

/** What a sum of many parts has beyond 1 is lost in rounding. */
function atMostAll(share: number): number {
  return Math.min(1, share);
}
