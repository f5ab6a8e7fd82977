import type { Rating } from '../../model/verdict.ts';
import type { Parameters } from './parameters.ts';

/**
 * FSRS-6 over plain numbers, so that a fold keeps memories in columns and makes no object for an answer. A stability and
 * a difficulty of 0 stand for a card that was never answered; else the stability is more than 0 and the difficulty 1 to
 * 10. `elapsedDays` >= 0.
 */
export interface Kernel {
  /** Days until recall falls to 90 %, after an answer: 0.001 to 36,500. */
  stabilityAfter(stability: number, difficulty: number, elapsedDays: number, rating: Rating): number;
  /** Puts a memory into the place of the one before the answer. */
  remember(memory: KeptMemory, elapsedDays: number, rating: Rating): void;
  /**
   * The same after a right answer that was recalled with the chance `posterior`, 0 to 1, and guessed otherwise: between
   * what Again and what Good would leave, the stability on a scale of logarithms (scheduling §5.1).
   */
  rememberPerhaps(memory: KeptMemory, elapsedDays: number, posterior: number): void;
  /** Difficulty after an answer, 1 to 10. */
  difficultyAfter(difficulty: number, rating: Rating): number;
  /** Chance of recall of a card that was answered, 0 to 1. */
  recallAfter(stability: number, elapsedDays: number): number;
  /** Days until recall falls to the desired retention: whole, 1 to 36,500. */
  interval(stability: number): number;
}

/** A memory that changes in place. */
export interface KeptMemory {
  stability: number;
  difficulty: number;
}

/** Days. */
const leastStability = 0.001;
const leastFirstStability = 0.1;
const longestDays = 36_500;

/**
 * The formulas as they are published, with the steps that ts-fsrs rounds to eight digits rounded here, too, and in the
 * same order of arithmetic: a digit that is rounded the other way would be a difference of 1e-8. So any history gives
 * what ts-fsrs gives. `w` are the 21 parameters within their ranges; a retention that is not within 0 and 1 is a
 * RangeError. `shortTerm`: whether another answer on one day follows the same-day formula.
 */
export function memoryKernel(w: Parameters, desiredRetention: number, shortTerm: boolean): Kernel {
  if (!(desiredRetention > 0 && desiredRetention <= 1)) throw new RangeError(`No retention: ${desiredRetention}`);
  const { recallAfter, interval } = forgettingCurve(w, desiredRetention);
  const stabilityAfter = stabilityRule(w, recallAfter, shortTerm);
  const difficultyAfter = difficultyRule(w);
  return {
    stabilityAfter,
    difficultyAfter,
    recallAfter,
    interval,
    // A number that is given or taken by a call that stands for itself is an object: none is made here.
    remember(memory, elapsedDays, rating) {
      const { stability, difficulty } = memory;
      memory.stability = stabilityAfter(stability, difficulty, elapsedDays, rating);
      memory.difficulty = difficultyAfter(difficulty, rating);
    },
    rememberPerhaps(memory, elapsedDays, posterior) {
      const { stability, difficulty } = memory;
      const guessed = Math.log(stabilityAfter(stability, difficulty, elapsedDays, 1));
      const recalled = Math.log(stabilityAfter(stability, difficulty, elapsedDays, 3));
      memory.stability = asStability(Math.exp(between(guessed, recalled, posterior)));
      memory.difficulty = rounded(between(difficultyAfter(difficulty, 1), difficultyAfter(difficulty, 3), posterior));
    },
  };
}

function forgettingCurve(w: Parameters, desiredRetention: number): Pick<Kernel, 'recallAfter' | 'interval'> {
  const decay = -w[20];
  const factor = rounded(Math.exp((1 / decay) * Math.log(0.9)) - 1);
  const daysPerStability = rounded((desiredRetention ** (1 / decay) - 1) / factor);
  return {
    recallAfter: (stability, elapsedDays) => rounded((1 + (factor * elapsedDays) / stability) ** decay),
    interval: (stability) => Math.min(longestDays, Math.max(1, Math.round(stability * daysPerStability))),
  };
}

function difficultyRule(w: Parameters): Kernel['difficultyAfter'] {
  const [w4, w5, w6, w7] = [w[4], w[5], w[6], w[7]];
  const first = (rating: number): number => rounded(w4 - Math.exp((rating - 1) * w5) + 1);
  const afterEasy = first(4);
  return (difficulty, rating) => {
    if (difficulty === 0) return clamp(first(rating), 1, 10);
    // The harder a card is, the less it moves; and every answer draws it a little to where an easy card begins.
    const moved = difficulty + rounded((-w6 * (rating - 3) * (10 - difficulty)) / 9);
    return clamp(rounded(w7 * afterEasy + (1 - w7) * moved), 1, 10);
  };
}

function stabilityRule(
  w: Parameters,
  recallAfter: Kernel['recallAfter'],
  shortTerm: boolean,
): Kernel['stabilityAfter'] {
  const [sameDay, forgotten, remembered] = [sameDayRule(w), forgottenRule(w, shortTerm), rememberedRule(w)];
  const firsts = [w[0], w[0], w[1], w[2], w[3]].map((days) => Math.max(leastFirstStability, days));
  return (stability, difficulty, elapsedDays, rating) => {
    if (stability === 0) return firsts[rating] ?? leastFirstStability;
    if (elapsedDays === 0 && shortTerm) return sameDay(stability, rating);
    const recall = recallAfter(stability, elapsedDays);
    if (rating === 1) return forgotten(stability, difficulty, recall);
    return remembered(stability, difficulty, recall, rating);
  };
}

/** Another answer on one day: a known card gains nothing but by Easy. */
function sameDayRule(w: Parameters): (stability: number, rating: Rating) => number {
  const [w17, w18, w19] = [w[17], w[18], w[19]];
  return (stability, rating) => {
    const growth = stability ** -w19 * Math.exp(w17 * (rating - 3 + w18));
    return asStability(stability * (rating >= 2 ? Math.max(growth, 1) : growth));
  };
}

/** Never more than an Again on one day would leave of it. */
function forgottenRule(w: Parameters, shortTerm: boolean): (s: number, difficulty: number, recall: number) => number {
  const [w11, w12, w13, w14] = [w[11], w[12], w[13], w[14]];
  const leastFall = shortTerm ? Math.exp(w[17] * w[18]) : 1;
  return (stability, difficulty, recall) => {
    const left = w11 * difficulty ** -w12 * ((stability + 1) ** w13 - 1) * Math.exp((1 - recall) * w14);
    return Math.min(asStability(left), Math.max(leastStability, rounded(stability / leastFall)));
  };
}

/** It grows the more, the easier the card, the shorter its stability and the less likely its recall. */
function rememberedRule(w: Parameters): (s: number, difficulty: number, recall: number, rating: Rating) => number {
  const [w9, w10] = [w[9], w[10]];
  const growth = Math.exp(w[8]);
  const byRating = [1, 1, w[15], 1, w[16]];
  return (stability, difficulty, recall, rating) => {
    const gain = growth * (11 - difficulty) * stability ** -w9 * (Math.exp((1 - recall) * w10) - 1);
    return asStability(stability * (1 + gain * (byRating[rating] ?? 1)));
  };
}

function between(from: number, to: number, share: number): number {
  return (1 - share) * from + share * to;
}

function asStability(days: number): number {
  return rounded(clamp(days, leastStability, longestDays));
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** To eight digits behind the point. */
function rounded(value: number): number {
  return Math.round(value * 1e8) / 1e8;
}
