import type { StudyDay } from '../model/id.ts';
import type { AnswerFields, LogPlace } from '../model/log-entry.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const rollOverMs = 4 * 60 * minuteMs;

/**
 * The study day of a moment: local days since the epoch, rolling over at 04:00, at an offset in minutes
 * east of UTC. Stored offsets are used, so travelling does not rewrite what was studied when.
 */
export function studyDayOf(ms: number, offsetMinutes: number): StudyDay {
  return Math.floor((ms + offsetMinutes * minuteMs - rollOverMs) / dayMs) as StudyDay;
}

/** The study day that an answer counts for. */
export function dayOfAnswer({ day, ms, tz }: LogPlace & AnswerFields): StudyDay {
  return day ?? studyDayOf(ms, tz);
}
