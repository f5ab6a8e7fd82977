import { dayMs } from '../model/day-ms.ts';
import type { StudyDay, Timestamp } from '../model/id.ts';
import type { AnswerFields, LogPlace } from '../model/log/log-entry.ts';

const minuteMs = 60_000;
const rollOverMs = 4 * 60 * minuteMs;

/**
 * The study day of a moment: local days since the epoch, rolling over at 04:00, at an offset in minutes
 * east of UTC. Stored offsets are used, so travelling does not rewrite what was studied when.
 */
export function studyDayOf(ms: number, offsetMinutes: number): StudyDay {
  return Math.floor((ms + offsetMinutes * minuteMs - rollOverMs) / dayMs) as StudyDay;
}

/** How long it is until the clock's next study day, ms; more than nothing. */
export function msToNextStudyDay(ms: number, offsetMinutes: number): number {
  const next = (studyDayOf(ms, offsetMinutes) + 1) * dayMs;
  return next + rollOverMs - offsetMinutes * minuteMs - ms;
}

/** An answer's moment and the study day that it counts for. */
export interface AnsweredDay {
  readonly ms: Timestamp;
  readonly day: StudyDay;
}

/** A run that goes on after 04:00 without a longer pause is still the day before's. */
const longestPauseMs = 30 * minuteMs;
/** From UTC+14 to UTC-12 the calendar goes back two days at most. */
const mostDaysBack = 2;

/**
 * The study day that is going on: the clock's, but it never goes back when the learner flies west, and a run that
 * began before 04:00 stays on the day on which it began. `latest` is the latest answer that is not ahead of `now`.
 */
export function currentStudyDay(now: Timestamp, offsetMinutes: number, latest: AnsweredDay | null): StudyDay {
  const byClock = studyDayOf(now, offsetMinutes);
  if (latest === null) return byClock;
  const ahead = latest.day - byClock;
  const isFlight = ahead >= 0 && ahead <= mostDaysBack;
  const isSameRun = ahead === -1 && now - latest.ms <= longestPauseMs;
  return isFlight || isSameRun ? latest.day : byClock;
}

/** The study day that an answer counts for. */
export function dayOfAnswer({ day, ms, tz }: LogPlace & AnswerFields): StudyDay {
  return day ?? studyDayOf(ms, tz);
}
