import type { Rating } from '../../../../src/core/model/verdict.ts';
import type { Memory } from '../../../../src/core/scheduler/memory/fsrs.ts';

/** FSRS-6 written down from its published formulas without any rounding, to hold the kernel and the folds against. */
export const defaultWeights: readonly number[] = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
  0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/** What the formulas need besides the history. */
export interface FormulaOptions {
  readonly weights?: readonly number[];
  /** Whether a forgotten card keeps to the bound of the same-day formula. */
  readonly shortTerm?: boolean;
}

type Weight = (index: number) => number;

export function retrievability(elapsedDays: number, stability: number, weights = defaultWeights): number {
  const decay = weights[20]!;
  const factor = 0.9 ** (-1 / decay) - 1;
  return (1 + (factor * elapsedDays) / stability) ** -decay;
}

export function nextMemory(
  memory: Memory | null,
  elapsedDays: number,
  rating: Rating,
  { weights = defaultWeights, shortTerm = true }: FormulaOptions = {},
): Memory {
  const w: Weight = (index) => weights[index]!;
  if (memory === null) return { stability: w(rating - 1), difficulty: clampDifficulty(initialDifficulty(w, rating)) };
  const recall = retrievability(elapsedDays, memory.stability, weights);
  return {
    stability: isSameDay(elapsedDays, shortTerm)
      ? sameDayStability(w, memory.stability, rating)
      : nextStability(w, memory, recall, rating, shortTerm),
    difficulty: nextDifficulty(w, memory.difficulty, rating),
  };
}

function isSameDay(elapsedDays: number, shortTerm: boolean): boolean {
  return elapsedDays === 0 && shortTerm;
}

function initialDifficulty(w: Weight, rating: Rating): number {
  return w(4) - Math.exp(w(5) * (rating - 1)) + 1;
}

function nextDifficulty(w: Weight, difficulty: number, rating: Rating): number {
  const moved = difficulty - (w(6) * (rating - 3) * (10 - difficulty)) / 9;
  return clampDifficulty(w(7) * initialDifficulty(w, 4) + (1 - w(7)) * moved);
}

function sameDayStability(w: Weight, s: number, rating: Rating): number {
  const growth = s ** -w(19) * Math.exp(w(17) * (rating - 3 + w(18)));
  return s * (rating >= 2 ? Math.max(1, growth) : growth);
}

function nextStability(w: Weight, { stability: s, difficulty: d }: Memory, r: number, rating: Rating, bound: boolean) {
  if (rating === 1) {
    const forgotten = w(11) * d ** -w(12) * ((s + 1) ** w(13) - 1) * Math.exp(w(14) * (1 - r));
    return Math.min(forgotten, bound ? s / Math.exp(w(17) * w(18)) : s);
  }
  const penalty = rating === 2 ? w(15) : 1;
  const bonus = rating === 4 ? w(16) : 1;
  return s * (1 + Math.exp(w(8)) * (11 - d) * s ** -w(9) * (Math.exp(w(10) * (1 - r)) - 1) * penalty * bonus);
}

function clampDifficulty(difficulty: number): number {
  return Math.min(10, Math.max(1, difficulty));
}
