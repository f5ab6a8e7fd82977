import type { Rating } from '../../../src/core/model/verdict.ts';

/** Seconds by rating, Again to Easy: fsrs-rs, src/simulation.rs (defaults). */
const learning = [19.58, 18.79, 13.78, 10.71];
const reviewing = [19.38, 17.59, 12.38, 8.94];
/** The re-test after Again, which is taken as remembered: a Good among relearning cards. */
const retest = 12.32;
/** Reading a card before it is asked for the first time. */
const reading = 25;

/** What an answer takes: on average 43 s of a new card, 13 s of a remembered and 31.7 s of a forgotten one. */
export function secondsOf(rating: Rating, isNew: boolean): number {
  const asked = isNew ? reading + learning[rating - 1]! : reviewing[rating - 1]!;
  return rating === 1 ? asked + retest : asked;
}

/** What a policy expects of an answer before it knows better: scheduling.md §2.3. */
export const expectedSeconds = { remembered: 12.9, forgotten: 31.7, new: 43 };
