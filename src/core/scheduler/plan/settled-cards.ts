import type { CardState } from '../../model/card-state.ts';
import type { StudyDay } from '../../model/id.ts';

/**
 * Whether a card that waits in a run of that study day need not be asked in it any more: it was answered meanwhile and
 * remembered, suspended, or left for another day.
 */
export function isSettled(state: CardState | undefined, day: StudyDay): boolean {
  if (state === undefined) return false;
  if (state.suspended || (state.buriedUntil ?? day) > day) return true;
  return state.due !== null && state.lastDay >= day && state.lastRating !== 1;
}
