import type { EntryId, LogId, Timestamp } from '../id.ts';
import { canonicalJson, hashText } from './entry-id.ts';
import type { LogEntry, LogPlace } from './log-entry.ts';

/** How far the clocks of devices may lie apart and still be taken for right: ten minutes. */
export const tolerableSkewMs = 10 * 60 * 1000;

/** What a Date can hold, to both sides of the epoch. */
export const mostMs = 8.64e15;

/** Where a log stands: its last number and its hybrid logical clock. Any `LogPlace` is one. */
export type LogClock = Pick<LogPlace, 'log' | 'n' | 'ms' | 'c'>;

/** The clock of a log without entries. */
export function startLog(log: LogId): LogClock {
  return { log, n: 0, ms: 0 as Timestamp, c: 0 };
}

/**
 * The place of the next entry. The clock never refuses and never goes back, however wrong `now` is.
 * `tz` is minutes east of UTC.
 */
export function nextPlace(previous: LogClock, now: Timestamp, tz: number): LogPlace {
  const ms = Math.max(previous.ms, now) as Timestamp;
  const c = ms === previous.ms ? previous.c + 1 : 0;
  return { v: 1, log: previous.log, n: previous.n + 1, ms, c, tz };
}

/**
 * The clock after an entry of another log was seen, so that what is written next sorts behind it. An
 * entry that is further ahead of `now` than clocks may lie apart is not followed: its time is wrong, not ours.
 */
export function followEntry(clock: LogClock, seen: LogPlace, now: Timestamp): LogClock {
  if (seen.ms > now + tolerableSkewMs) return clock;
  const isAhead = seen.ms > clock.ms || (seen.ms === clock.ms && seen.c > clock.c);
  return isAhead ? { ...clock, ms: seen.ms, c: seen.c } : clock;
}

/** The entry's id: base 32 of SHA-256 over its canonical JSON. */
export function entryIdOf(entry: LogEntry): EntryId {
  return hashText(canonicalJson(entry)) as EntryId;
}
