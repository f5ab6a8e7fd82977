import type { Rating } from '../../../src/core/model/verdict.ts';
import { type ReviewStep, type Reviews, reviewsOf } from '../../../src/core/scheduler/fit/reviews.ts';

/** An answer as any log has it. */
export interface LoggedAnswer {
  readonly card: string;
  /** Study day. */
  readonly day: number;
  readonly rating: Rating;
  /** What puts it in order; no two are alike. */
  readonly at: number;
}

/** The answers as they are fitted to: each on a later day than the one before to the card is evidence. */
export function reviewsOfLog(answers: readonly LoggedAnswer[]): Reviews {
  const byCard = answers.toSorted((a, b) => (a.card < b.card ? -1 : a.card > b.card ? 1 : a.at - b.at));
  return reviewsOf(byCard.map((answer, place) => stepAfter(byCard[place - 1], answer)));
}

function stepAfter(before: LoggedAnswer | undefined, { card, day, rating, at }: LoggedAnswer): ReviewStep {
  const elapsedDays = before?.card === card ? Math.max(0, day - before.day) : null;
  return { elapsedDays, rating, posterior: null, at, isEvidence: elapsedDays !== null && elapsedDays > 0 };
}

/** Moments of the evidence, in order. */
export function evidenceMoments({ at, isEvidence }: Reviews): Float64Array {
  return at.filter((_, place) => isEvidence[place] === 1).sort();
}

/** The answers up to a moment, without it. */
export function reviewsBefore(answers: readonly LoggedAnswer[], moment: number): Reviews {
  return reviewsOfLog(answers.filter(({ at }) => at < moment));
}
