import type { Timestamp } from '../../../core/model/id.ts';

const idleMs = 60_000;

/** Measures study time between signs of life; a pause counts for at most a minute. */
export interface StudyClock {
  restart(now: Timestamp): void;
  /** Called on every key press and pointer action. */
  touch(now: Timestamp): void;
  /** Study time since the restart, ms. */
  read(now: Timestamp): number;
}

export function createStudyClock(): StudyClock {
  let countedMs = 0;
  let last = 0 as Timestamp;
  const count = (now: Timestamp) => {
    countedMs += Math.min(Math.max(0, now - last), idleMs);
    last = now;
  };
  return {
    restart: (now) => {
      countedMs = 0;
      last = now;
    },
    touch: count,
    read: (now) => {
      count(now);
      return countedMs;
    },
  };
}
