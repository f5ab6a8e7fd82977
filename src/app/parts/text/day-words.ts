import type { StudyDay } from '../../../core/model/id.ts';

const dayMs = 24 * 60 * 60 * 1000;
const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });

/** A study day as a date: "30 Nov 2026". */
export function dateWords(day: StudyDay): string {
  return format.format(day * dayMs);
}
