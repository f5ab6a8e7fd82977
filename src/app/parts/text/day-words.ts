import { dayMs } from '../../../core/model/day-ms.ts';
import type { StudyDay } from '../../../core/model/id.ts';

const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const longDay = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

const letter = new Intl.DateTimeFormat(undefined, { weekday: 'narrow', timeZone: 'UTC' });

/** A study day as a date: "30 Nov 2026". */
export function dateWords(day: StudyDay): string {
  return format.format(day * dayMs);
}

/** "9 December". */
export function longDayWords(day: StudyDay): string {
  return longDay.format(day * dayMs);
}

/** "Wed 9 Dec". */
export function shortDayWords(day: StudyDay): string {
  return shortDay.format(day * dayMs);
}

/** "W". */
export function weekdayLetter(day: StudyDay): string {
  return letter.format(day * dayMs);
}
