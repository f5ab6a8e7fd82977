import type { LogId, StudyDay, Timestamp } from '../model/id.ts';
import { tolerableSkewMs } from '../model/log.ts';
import type { ClockFixFields, LogEntry } from '../model/log-entry.ts';
import { timedEntries } from './active-entries.ts';
import { studyDayOf } from './study-day.ts';
import { firstNaming, takenBackFixes } from './time-corrections.ts';

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

const dayMs = 24 * 60 * 60 * 1000;
/** Times further apart than this were given by different wrong clocks. */
const clusterGapMs = 30 * dayMs;
/** So many days of study make the clock doubtful, not the log: one may be a session under a wrong clock. */
const trustedDays = 2;
/** So many when they begin after a gap, as they do under a clock that ran ahead. */
const trustedDaysAfterGap = 14;
/** No log is older than the app: a clock that says so is wrong, such as one whose battery is empty. */
const beforeTheApp = Date.UTC(2026, 0, 1);
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
    fixes: clustersOf(ahead).flatMap((cluster) => fixesOf(cluster, now)),
    isClockBehind: isTakenBack || now < beforeTheApp || runsOn(timed[first - 1] ?? null, ahead),
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

function clustersOf(ahead: readonly LogEntry[]): readonly (readonly LogEntry[])[] {
  const clusters: LogEntry[][] = [];
  let previous = Number.NEGATIVE_INFINITY;
  for (const entry of ahead) {
    if (entry.ms - previous > clusterGapMs) clusters.push([]);
    clusters.at(-1)?.push(entry);
    previous = entry.ms;
  }
  return clusters;
}

/** One for each log; the newest entry of the cluster lands just before `now`, the others keep their distance from it. */
function fixesOf(cluster: readonly LogEntry[], now: Timestamp): readonly ClockFixFields[] {
  const delta = now - 1 - (cluster.at(-1)?.ms ?? now);
  return rangesOf(cluster).map((range) => ({ ...range, delta, above: now }));
}

/** Where entries stand, as corrections name it: one range a log, from the first of them to the last. */
function rangesOf(entries: readonly LogEntry[]): readonly Omit<ClockFixFields, 'delta'>[] {
  const ranges = new Map<LogId, { from: number; to: number }>();
  for (const { log, n } of entries) {
    const { from, to } = ranges.get(log) ?? { from: n, to: n };
    ranges.set(log, { from: Math.min(from, n), to: Math.max(to, n) });
  }
  return [...ranges].map(([ref, range]) => ({ t: 'clock-fix', ref, ...range }));
}
