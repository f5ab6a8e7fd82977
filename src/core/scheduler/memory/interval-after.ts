import type { Rating } from '../../model/verdict.ts';
import type { Memory, Scheduler } from './fsrs.ts';

/** `null` stands for a card that was never answered. `elapsedDays` >= 0: since the answer before. */
export interface BeforeAnswer {
  readonly memory: Memory | null;
  readonly elapsedDays: number;
}

const longestDays = 36_500;

/**
 * Days until a card comes back after an answer: FSRS's interval, and at least a day longer than after the next worse
 * rating, so that Hard, Good and Easy are three choices. Again is the same day, 0. A second answer on one day teaches
 * nothing new and keeps FSRS's interval.
 */
export function intervalAfter({ memory, elapsedDays }: BeforeAnswer, rating: Rating, scheduler: Scheduler): number {
  return daysAfter(memory?.stability ?? 0, memory?.difficulty ?? 0, elapsedDays, rating, scheduler);
}

/**
 * The same after a right answer that was recalled with the chance `posterior`, 0 to 1: as the stability has it that is left
 * (`rememberPerhaps`), whatever the rating, but for Again.
 */
export function intervalPerhaps(
  { memory, elapsedDays }: BeforeAnswer,
  { rating, posterior }: { readonly rating: Rating; readonly posterior: number },
  scheduler: Scheduler,
): number {
  if (rating === 1) return 0;
  const { stability = 0, difficulty = 0 } = memory ?? {};
  const after = { stability, difficulty };
  scheduler.rememberPerhaps(after, elapsedDays, posterior);
  return scheduler.interval(after.stability);
}

/**
 * The same over plain numbers; a stability of 0 stands for a card that was never answered. `after`: the stability that
 * the answer leaves, where that is known already.
 */
export function daysAfter(
  stability: number,
  difficulty: number,
  elapsedDays: number,
  rating: Rating,
  scheduler: Scheduler,
  after = scheduler.stabilityAfter(stability, difficulty, elapsedDays, rating),
): number {
  if (rating === 1) return 0;
  const days = scheduler.interval(after);
  if (rating === 2 || (stability > 0 && elapsedDays === 0)) return days;
  const worse = daysAfter(stability, difficulty, elapsedDays, rating === 4 ? 3 : 2, scheduler);
  return Math.min(longestDays, Math.max(days, worse + 1));
}
