import type { Timestamp } from '../model/id.ts';
import { tolerableSkewMs } from '../model/log.ts';
import type { LogEntry } from '../model/log-entry.ts';
import { timedEntries } from './active-entries.ts';
import { isCardEntry, isClockFix, isUndo } from './entry-kinds.ts';
import { type AnsweredDay, dayOfAnswer } from './study-day.ts';

/** How far a log reaches, corrections applied. */
export interface LogTimes {
  /** 0 while the log is empty. */
  readonly newest: Timestamp;
  /** The latest answer whose time has come. */
  readonly latestAnswer: AnsweredDay | null;
  /** Whether the log holds a correction, so that an undo may change the times of others. */
  readonly isCorrected: boolean;
}

export const noTimes: LogTimes = { newest: 0 as Timestamp, latestAnswer: null, isCorrected: false };

/** The times after entries were added. `log` holds them already; it is read whole only when a correction is among them. */
export function timesAfter(
  before: LogTimes,
  log: readonly LogEntry[],
  added: readonly LogEntry[],
  now: Timestamp,
): LogTimes {
  const isCorrected = before.isCorrected || added.some(isClockFix);
  if (!isCorrected) return timesOf(before, added, now);
  const isMoved = added.some((entry) => isClockFix(entry) || isUndo(entry));
  const times = isMoved ? timesOf(noTimes, timedEntries(log), now) : timesOf(before, added, now);
  return { ...times, isCorrected };
}

function timesOf(before: LogTimes, timed: readonly LogEntry[], now: Timestamp): LogTimes {
  let { newest, latestAnswer } = before;
  for (const entry of timed) {
    if (entry.ms > newest) newest = entry.ms;
    if (entry.t !== 'answer' || !isCardEntry(entry) || entry.ms > now + tolerableSkewMs) continue;
    if (latestAnswer === null || entry.ms >= latestAnswer.ms) latestAnswer = { ms: entry.ms, day: dayOfAnswer(entry) };
  }
  return { newest, latestAnswer, isCorrected: before.isCorrected };
}
