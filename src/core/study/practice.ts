import type { CardState } from '../model/card-state.ts';
import type { StudyDay } from '../model/id.ts';
import type { Rating } from '../model/verdict.ts';
import type { RunHow } from './review-state.ts';

/** Whether a rating changes when a card comes back: any does in a review; in practice that of a due card, and a miss. */
export function movesCard(how: RunHow, rating: Rating, state: CardState | undefined, today: StudyDay): boolean {
  return how === 'review' || rating === 1 || isDue(state, today);
}

/** Whether the last answer that counts was wrong. */
export function wasMissedLast({ lastRating }: CardState): boolean {
  return lastRating === 1;
}

const daysOfWeek = 7;

/** Whether the card was missed on one of the last seven study days. */
export function wasMissedThisWeek({ missedDay }: CardState, today: StudyDay): boolean {
  return missedDay !== null && missedDay > today - daysOfWeek;
}

/** Whether a card is asked for on that study day. A new one is not. */
export function isDue(state: CardState | undefined, today: StudyDay): boolean {
  return state !== undefined && state.due !== null && state.due <= today;
}
