import type { StudyDay, Timestamp } from '../../../model/id.ts';
import { mostMs, tolerableSkewMs } from '../../../model/log/log.ts';
import type { ClockFixFields, LogEntry } from '../../../model/log/log-entry.ts';
import { studyDayOf } from '../../study-day.ts';
import { timedEntries } from '../active-entries.ts';
import { moveEntries } from './move-entries.ts';
import { firstNaming, takenBackFixes } from './time-corrections.ts';
import { appBegan } from './times-before-app.ts';

/** What stands later in the log than the clock's now, and how to put it right. */
export interface TimesAhead {
  /** Entries with a time that has not come yet. */
  readonly count: number;
  /** The latest of those times. */
  readonly latest: Timestamp;
  /** Corrections that move them to the past, each no further than needed. */
  readonly fixes: readonly ClockFixFields[];
  /**
   * Whether the clock may be behind, and not the log ahead: there are days of study that nothing shows to be wrong, now
   * cannot be, or the learner has said so.
   */
  readonly isClockBehind: boolean;
  /** Whether the learner took a correction of these entries back: nobody but the learner has them moved again. */
  readonly isTakenBack: boolean;
}

/** So many days of study make the clock doubtful, not the log: one may be a session under a wrong clock. */
const trustedDays = 2;
/** So many when they begin after a gap, as they do under a clock that ran ahead. */
const trustedDaysAfterGap = 14;
const trustedGapDays = 3;

/** Null when nothing in the log is ahead of `now` by more than clocks may lie apart. */
export function findTimesAhead(log: readonly LogEntry[], now: Timestamp): TimesAhead | null {
  const timed = timedEntries(log);
  const first = timed.findIndex(({ ms }) => ms > now + tolerableSkewMs);
  const ahead = first === -1 ? [] : timed.slice(first);
  const last = ahead.at(-1);
  if (last === undefined) return null;
  const namingTaken = firstNaming(takenBackFixes(log));
  const isTakenBack = ahead.some((entry) => namingTaken(entry) !== null);
  return {
    count: ahead.length,
    latest: last.ms,
    fixes: fixesOf(timed, ahead, now),
    isClockBehind: isTakenBack || now < appBegan || runsOn(timed[first - 1] ?? null, ahead),
    isTakenBack,
  };
}

function runsOn(before: LogEntry | null, ahead: readonly LogEntry[]): boolean {
  const days = [...new Set(ahead.map(({ ms, tz }) => studyDayOf(ms, tz)))];
  if (days.length >= trustedDaysAfterGap) return true;
  return days.length >= trustedDays && (before === null || !hasGap([studyDayOf(before.ms, before.tz), ...days]));
}

function hasGap(days: readonly StudyDay[]): boolean {
  return days.some((day, index) => index > 0 && day - (days[index - 1] ?? day) > trustedGapDays);
}

/** The last lands just before `now`, or as little after as it must to stand behind what is right. */
function fixesOf(timed: readonly LogEntry[], ahead: readonly LogEntry[], now: Timestamp): readonly ClockFixFields[] {
  const above = (now + tolerableSkewMs) as Timestamp;
  const right = timed[timed.length - ahead.length - 1]?.ms ?? (now > appBegan ? appBegan : -mostMs);
  const latest = Math.min(above, Math.max(now - 1, right + ahead.length));
  return moveEntries(timed, ahead, right + 1, latest, { above });
}
