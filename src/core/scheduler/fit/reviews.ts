import type { Rating } from '../../model/verdict.ts';

/** One answer that moved a card's memory. */
export interface ReviewStep {
  /** Whole days since the card's answer before; null for the first one of a memory. */
  readonly elapsedDays: number | null;
  readonly rating: Rating;
  /** Chance, 0 to 1, that a right answer was recalled and not guessed; null where the rating says all. */
  readonly posterior: number | null;
  /** When it was given, ms. */
  readonly at: number;
  /** Whether it tells how right a memory model is: never the first answer, nor another one of the same day. */
  readonly isEvidence: boolean;
}

/** Answers in columns, card after card and each card's oldest first: they are replayed a hundred times. */
export interface Reviews {
  /** As in `ReviewStep`; −1 for the first answer of a memory. */
  readonly elapsedDays: Int32Array;
  readonly ratings: Uint8Array;
  /** −1 where the rating says all. */
  readonly posteriors: Float64Array;
  readonly at: Float64Array;
  /** 1 for evidence. */
  readonly isEvidence: Uint8Array;
  /** How many are evidence. */
  readonly evidence: number;
}

/** The columns of some answers; those of a card stand together, oldest first. */
export function reviewsOf(steps: readonly ReviewStep[]): Reviews {
  return {
    elapsedDays: Int32Array.from(steps, ({ elapsedDays }) => elapsedDays ?? -1),
    ratings: Uint8Array.from(steps, ({ rating }) => rating),
    posteriors: Float64Array.from(steps, ({ posterior }) => posterior ?? -1),
    at: Float64Array.from(steps, ({ at }) => at),
    isEvidence: Uint8Array.from(steps, ({ isEvidence }) => Number(isEvidence)),
    evidence: steps.reduce((sum, { isEvidence }) => sum + Number(isEvidence), 0),
  };
}

/** The moment, ms, at which the last part of the evidence begins; of answers of one moment all belong to it. 0 < part < 1. */
export function momentOfLast({ at, isEvidence, evidence }: Reviews, part: number): number {
  const moments = at.filter((_, place) => isEvidence[place] === 1).sort();
  return moments[Math.floor(evidence * (1 - part))] ?? Number.POSITIVE_INFINITY;
}
