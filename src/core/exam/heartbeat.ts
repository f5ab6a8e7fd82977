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
  readonly wall: Timestamp;
  readonly leftMs: number | null;
  readonly extensions: number;
  readonly at: number;
  /** On the question on the desk. */
  readonly spentMs: number;
}

export function heartbeatOf({ progress, sheet }: Attempt, tab: string): string {
  const { wall, leftMs, extensions, at } = progress;
  const beat: Heartbeat = { tab, wall, leftMs, extensions, at, spentMs: sheet[at]?.spentMs ?? 0 };
  return JSON.stringify(beat);
}

/** Null for whatever else lies there. */
export function readHeartbeat(text: string | null): Heartbeat | null {
  if (text === null) return null;
  try {
    const { tab, wall, leftMs, extensions, at, spentMs } = JSON.parse(text);
    const isWhole = typeof tab === 'string' && [wall, extensions, at, spentMs].every(isCount);
    return isWhole && (leftMs === null || isCount(leftMs)) ? { tab, wall, leftMs, extensions, at, spentMs } : null;
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

/** Whether another tab has the exam on its desk at this moment. */
export function isElsewhere(beat: Heartbeat | null, tab: string, now: Timestamp): boolean {
  return beat !== null && beat.tab !== '' && beat.tab !== tab && Math.abs(now - beat.wall) < freshMs;
}
