import type { CardState } from '../../model/card-state.ts';
import type { StudyDay } from '../../model/id.ts';
import type { Rating } from '../../model/verdict.ts';
import type { Scheduler } from '../../scheduler/memory/fsrs.ts';
import { intervalAfter, intervalPerhaps } from '../../scheduler/memory/interval-after.ts';
import { daysBeforeExam } from '../../scheduler/plan/exam-days.ts';

/** What is asked: the rating, and the posterior of a right answer that counts by it. */
export interface PreviewedRating {
  readonly rating: Rating;
  readonly posterior?: number | undefined;
}

/**
 * Days until a card comes back after a rating given today: before the exam, where one is ahead. 0 after Again, which
 * asks again in the session.
 */
export function previewDays(
  state: CardState | undefined,
  { rating, posterior }: PreviewedRating,
  today: StudyDay,
  scheduler: Scheduler,
  examDay: StudyDay | null = null,
): number {
  const isNew = state === undefined || state.due === null;
  const memory = isNew ? null : { stability: state.stability, difficulty: state.difficulty };
  const elapsedDays = isNew ? 0 : Math.max(0, today - state.lastDay);
  const days =
    posterior === undefined
      ? intervalAfter({ memory, elapsedDays }, rating, scheduler)
      : intervalPerhaps({ memory, elapsedDays }, { rating, posterior }, scheduler);
  return daysBeforeExam(days, today, examDay);
}
