import type { Timestamp } from '../model/id.ts';

const idleMs = 60_000;

/** Study time between signs of life: each pause counts for at most a minute. */
export interface StudyClock {
  /** Study time since the start, ms. */
  readonly countedMs: number;
  /** The last sign of life. */
  readonly last: Timestamp;
}

export function startClock(now: Timestamp): StudyClock {
  return { countedMs: 0, last: now };
}

/** The clock after a sign of life: a key, a pointer, an answer. */
export function touchClock({ countedMs, last }: StudyClock, now: Timestamp): StudyClock {
  return { countedMs: countedMs + Math.min(Math.max(0, now - last), idleMs), last: now };
}
