import type { StudyDay } from '../model/id.ts';
import { weekdayOf } from '../scheduler/plan/days-off.ts';
import type { ToldAnswer } from './told-answers.ts';

/** A day of study. */
export interface ActiveDay {
  readonly day: StudyDay;
  readonly answers: number;
  /** 0 for none; 1 to 4 by quarters of the learner's own days of study. */
  readonly level: 0 | 1 | 2 | 3 | 4;
}

/** Monday to Sunday; days after today are none. */
export interface ActiveWeek {
  readonly monday: StudyDay;
  readonly days: readonly ActiveDay[];
  readonly studied: number;
  readonly answers: number;
  readonly minutes: number;
}

/** The last so many weeks with the present one, oldest first: what was answered, wherever. */
export function activityOf(answers: readonly ToldAnswer[], today: StudyDay, weeks: number): readonly ActiveWeek[] {
  const thisMonday = today - weekdayOf(today) + 1;
  const first = thisMonday - 7 * (weeks - 1);
  const days = countDays(answers, first as StudyDay);
  const levelOf = levels([...days.values()].map(({ count }) => count));
  return Array.from({ length: weeks }, (_, n) => {
    const monday = (first + 7 * n) as StudyDay;
    const passed = Array.from({ length: 7 }, (_, place) => (monday + place) as StudyDay).filter((day) => day <= today);
    const all = passed.map((day) => ({ day, ...(days.get(day) ?? { count: 0, ms: 0 }) }));
    return {
      monday,
      days: all.map(({ day, count }) => ({ day, answers: count, level: levelOf(count) })),
      studied: all.filter(({ count }) => count > 0).length,
      answers: all.reduce((sum, { count }) => sum + count, 0),
      minutes: Math.round(all.reduce((sum, { ms }) => sum + ms, 0) / 60_000),
    };
  });
}

function countDays(answers: readonly ToldAnswer[], first: StudyDay) {
  const days = new Map<StudyDay, { readonly count: number; readonly ms: number }>();
  for (const { day, entry } of answers) {
    if (day < first) continue;
    const { count, ms } = days.get(day) ?? { count: 0, ms: 0 };
    days.set(day, { count: count + 1, ms: ms + Math.max(0, Number.isFinite(entry.took) ? entry.took : 0) });
  }
  return days;
}

function levels(counts: readonly number[]): (count: number) => ActiveDay['level'] {
  const sorted = counts.toSorted((a, b) => a - b);
  const limits = [0.25, 0.5, 0.75].map((share) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  return (count) => (count === 0 ? 0 : ((1 + limits.filter((limit) => count > limit).length) as ActiveDay['level']));
}
