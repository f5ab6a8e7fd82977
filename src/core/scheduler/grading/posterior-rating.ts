import type { Rating } from '../../model/verdict.ts';

/** From here on an answer is remembered well, and with effort (scheduling §5.1). */
const [goodFrom, hardFrom] = [0.8, 0.5];
/** From here on a posterior makes no difference that is worth a word, unless the learner said to be guessing. */
const surelyFrom = 0.95;
/** What is called a guess is never quite sure. */
const mostOfGuess = 0.99;

/** The rating of a right answer that was recalled with that chance, 0 to 1. Easy is the learner's own to say. */
export function posteriorRating(posterior: number): Exclude<Rating, 4> {
  if (posterior >= goodFrom) return 3;
  return posterior >= hardFrom ? 2 : 1;
}

/** A posterior as the log keeps it, with two digits; undefined from 0.95 on, but for what the learner calls a guess. */
export function keptPosterior(posterior: number, isGuess: boolean): number | undefined {
  const kept = Math.round(100 * posterior) / 100;
  if (isGuess) return Math.min(mostOfGuess, kept);
  return kept < surelyFrom ? kept : undefined;
}
