import type { CardState } from '../../core/model/card-state.ts';
import type { StudyDay } from '../../core/model/id.ts';
import type { Rating } from '../../core/model/verdict.ts';
import type { Scheduler } from '../../core/scheduler/fsrs.ts';

/** Days until a card comes back after a rating given today; 0 after Again, which asks again in the session. */
export function previewDays(
  state: CardState | undefined,
  rating: Rating,
  today: StudyDay,
  scheduler: Scheduler,
): number {
  if (rating === 1) return 0;
  const isNew = state === undefined || state.reps === 0;
  const memory = isNew ? null : { stability: state.stability, difficulty: state.difficulty };
  const elapsed = Math.max(0, today - (state?.lastDay ?? today));
  return scheduler.interval(scheduler.next(memory, elapsed, rating).stability);
}
