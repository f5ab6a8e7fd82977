import type { StudyDay } from '../../model/id.ts';

/** The day of the week, 1 for Monday to 7 for Sunday. Study day 0 was a Thursday. */
export function weekdayOf(day: StudyDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Whether nothing is planned for the day: `daysOff` lists such days of the week, `67` for every weekend. */
export function isDayOff(daysOff: string, day: StudyDay): boolean {
  return daysOff.includes(String(weekdayOf(day)));
}
