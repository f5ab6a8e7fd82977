import type { Timestamp } from '../model/id.ts';
import type { Attempt } from './attempt.ts';
import { isCount } from './attempt-registers.ts';

/**
 * What the tab with an exam on its desk tells once a second, outside the log: who has it, and how much time is left. So
 * a crash costs no second, and another tab sees that it is not alone.
 */
export interface Heartbeat {
  /** Empty once that tab has put it down. */
  readonly tab: string;
  /** When that tab took the exam, ms: of two tabs that both say they have it, the later one has. 0 in older marks. */
  readonly since: number;
  readonly wall: Timestamp;
  readonly leftMs: number | null;
  readonly extensions: number;
  readonly at: number;
  /** On the question on the desk. */
  readonly spentMs: number;
}

export function heartbeatOf({ progress, sheet }: Attempt, tab: string, since: number): string {
  const { wall, leftMs, extensions, at } = progress;
  const beat: Heartbeat = { tab, since, wall, leftMs, extensions, at, spentMs: sheet[at]?.spentMs ?? 0 };
  return JSON.stringify(beat);
}

/** Null for whatever else lies there. */
export function readHeartbeat(text: string | null): Heartbeat | null {
  if (text === null) return null;
  try {
    const { tab, since = 0, wall, leftMs, extensions, at, spentMs } = JSON.parse(text);
    const isWhole = typeof tab === 'string' && [since, wall, extensions, at, spentMs].every(isCount);
    return isWhole && (leftMs === null || isCount(leftMs))
      ? { tab, since, wall, leftMs, extensions, at, spentMs }
      : null;
  } catch {
    return null;
  }
}

/** The attempt as it stood at its last heartbeat, which is later than what the log has; time never grows by that. */
export function withHeartbeat(attempt: Attempt, beat: Heartbeat | null): Attempt {
  const { progress, sheet } = attempt;
  if (beat === null || attempt.ending !== null || beat.extensions !== progress.extensions) return attempt;
  if (progress.leftMs !== null && (beat.leftMs === null || beat.leftMs > progress.leftMs)) return attempt;
  const spent = beat.at === progress.at ? beat.spentMs : 0;
  return {
    ...attempt,
    progress: { ...progress, leftMs: progress.leftMs === null ? null : beat.leftMs, wall: beat.wall },
    sheet: sheet.map((place, index) =>
      index === progress.at ? { ...place, spentMs: Math.max(place.spentMs, spent) } : place,
    ),
  };
}

const freshMs = 5000;

/** A tab and when it took the exam. */
export type Holder = Pick<Heartbeat, 'tab' | 'since'>;

/**
 * Whether another tab has told of the exam last, and not only because it has not heard yet that this one took it: what
 * one tab writes, the others may read some moments later.
 */
export function isForeign(beat: Heartbeat | null, own: Holder): boolean {
  return beat !== null && beat.tab !== own.tab && beat.since >= own.since;
}

/** Whether another tab has the exam on its desk at this moment. */
export function isElsewhere(beat: Heartbeat | null, own: Holder, now: Timestamp): boolean {
  return isForeign(beat, own) && beat?.tab !== '' && Math.abs(now - (beat?.wall ?? now)) < freshMs;
}
