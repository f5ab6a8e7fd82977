import type { LogId, Timestamp } from '../../../model/id.ts';
import { tolerableSkewMs } from '../../../model/log/log.ts';
import type { LogEntry } from '../../../model/log/log-entry.ts';
import { type AnsweredDay, dayOfAnswer } from '../../study-day.ts';
import { isCardEntry } from '../entry-kinds.ts';
import type { TimeCorrection } from './time-corrections.ts';

/** How far a log reaches, corrections applied. */
export interface LogTimes {
  /** 0 while the log is empty. */
  readonly newest: Timestamp;
  /** The latest answer whose time has come. */
  readonly latestAnswer: AnsweredDay | null;
  /** The corrections that hold. */
  readonly corrections: readonly TimeCorrection[];
  /** What corrections speak of, those that were taken back included: an undo may change the times of these. */
  readonly correctedLogs: ReadonlySet<LogId>;
}

export const noTimes: LogTimes = {
  newest: 0 as Timestamp,
  latestAnswer: null,
  corrections: [],
  correctedLogs: new Set(),
};

/** The times after entries were added, which are given with corrected times. */
export function addTimes(before: LogTimes, timed: readonly LogEntry[], now: Timestamp): LogTimes {
  let { newest, latestAnswer } = before;
  for (const entry of timed) {
    if (entry.ms > newest) newest = entry.ms;
    if (entry.t !== 'answer' || !isCardEntry(entry) || entry.ms > now + tolerableSkewMs) continue;
    if (latestAnswer === null || entry.ms >= latestAnswer.ms) latestAnswer = { ms: entry.ms, day: dayOfAnswer(entry) };
  }
  return { ...before, newest, latestAnswer };
}
