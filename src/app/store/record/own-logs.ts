import type { LogId, Timestamp } from '../../../core/model/id.ts';
import { followEntry, type LogClock, nextPlace, startLog } from '../../../core/model/log/log.ts';
import type { LogPlace } from '../../../core/model/log/log-entry.ts';

/** The logs that this tab writes: their ids, and the clock of the one that goes on. */
export interface OwnLogs {
  has(log: LogId): boolean;
  /** The place of the next entry. */
  next(now: Timestamp, tz: number): LogPlace;
  /** The place of an entry of a moment that is gone, first of a log of its own. */
  past(log: LogId, then: Timestamp, tz: number): LogPlace;
  /** From here on another log is written: the clock of one that ran ahead cannot go back. */
  turnTo(log: LogId): void;
  /** The next entry comes after these of other logs. */
  follow(entries: readonly LogPlace[], now: Timestamp): void;
}

export function createOwnLogs(first: LogId): OwnLogs {
  const own = new Set([first]);
  let clock: LogClock = startLog(first);
  return {
    has: (log) => own.has(log),
    next(now, tz) {
      const place = nextPlace(clock, now, tz);
      clock = place;
      return place;
    },
    past(log, then, tz) {
      own.add(log);
      return nextPlace(startLog(log), then, tz);
    },
    turnTo(log) {
      own.add(log);
      clock = startLog(log);
    },
    follow(entries, now) {
      for (const entry of entries) if (!own.has(entry.log)) clock = followEntry(clock, entry, now);
    },
  };
}
