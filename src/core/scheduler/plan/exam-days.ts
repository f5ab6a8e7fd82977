import type { CardState } from '../../model/card-state.ts';
import { dayMs } from '../../model/day-ms.ts';
import type { StudyDay } from '../../model/id.ts';

/** The study day of an exam on `YYYY-MM-DD`; null for an empty date, and once the exam is past. */
export function examDayOf(date: string, today: StudyDay): StudyDay | null {
  const day = Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs);
  return Number.isNaN(day) || day < today ? null : (day as StudyDay);
}

/**
 * Days until a card comes back, answered on `day`: no further than the day before the exam, and never today. The
 * record keeps the whole interval, so that nothing is to be mended when the exam is moved or past.
 */
export function daysBeforeExam(days: number, day: StudyDay, examDay: StudyDay | null): number {
  return days <= 1 || examDay === null || examDay <= day ? days : Math.min(days, Math.max(1, examDay - 1 - day));
}

/** The study day on which the card is to be asked again; null for a new one. What was forgotten is due at once. */
export function dueDayOf(state: CardState, today: StudyDay, examDay: StudyDay | null): StudyDay | null {
  if (state.due === null) return null;
  if (state.lastRating === 1) return Math.min(state.due, today) as StudyDay;
  return (state.lastDay + daysBeforeExam(state.due - state.lastDay, state.lastDay, examDay)) as StudyDay;
}
