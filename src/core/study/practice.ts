import type { CardState, Schedule } from '../model/card-state.ts';
import type { StudyDay } from '../model/id.ts';
import type { Rating } from '../model/verdict.ts';
import type { RunHow } from './review-state.ts';
import type { ShowingMemo } from './showing.ts';

/**
 * Whether a rating changes when a card comes back: any does in a review; in practice a miss, and that of a card which
 * was due when it was answered.
 */
export function movesCard(how: RunHow, rating: Rating, { wasDue = false }: Pick<ShowingMemo, 'wasDue'>): boolean {
  return how === 'review' || rating === 1 || wasDue;
}

/** Whether the last answer that counts was wrong. Again after a right one, which may have been a guess, is no miss. */
export function wasMissedLast({ lastRating, lastDay, missedDay }: Schedule): boolean {
  return lastRating === 1 && missedDay !== null && missedDay >= lastDay;
}

const daysOfWeek = 7;

/** Whether the card was missed on one of the last seven study days. */
export function wasMissedThisWeek({ missedDay }: CardState, today: StudyDay): boolean {
  return missedDay !== null && missedDay > today - daysOfWeek;
}

/** Whether an answer of that study day counts in practice, too. No exam brings that forward, and a new card is not due. */
export function isDue(state: CardState | undefined, today: StudyDay): boolean {
  return state !== undefined && state.due !== null && state.due <= today;
}
