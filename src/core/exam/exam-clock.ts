import { dayMs } from '../model/day-ms.ts';
import type { Timestamp } from '../model/id.ts';

/** A moment by both clocks of the device. */
export interface Moment {
  readonly wall: Timestamp;
  /** Counts on, ms, whatever is done to the clock; begins anew with each page. */
  readonly uptimeMs: number;
}

/** How much of an exam's time is left, and when that was last so. */
export interface ExamClock {
  /** Null without a limit. Below 0 never. */
  readonly leftMs: number | null;
  readonly wall: Timestamp;
  /** Null when the page has been opened anew since. */
  readonly uptimeMs: number | null;
}

/** A hidden tab is called once a minute. A longer silence is a device that slept. */
const longestTickMs = 120_000;

/**
 * How long the learner has had since the clock was last looked at, ms. Under strict rules time goes on while the device
 * sleeps or the tab is closed; else it does not. A clock that is set back takes nothing and gives nothing; one that leaps
 * by more than a day while the page is open was set, for nobody sleeps that long over an exam.
 */
export function sinceThen(clock: ExamClock, moment: Moment, isStrict: boolean): number {
  const wallMs = Math.max(0, Math.round(moment.wall - clock.wall));
  if (clock.uptimeMs === null) return isStrict ? wallMs : 0;
  // Browsers count parts of a millisecond, and the record whole ones.
  const upMs = Math.max(0, Math.round(moment.uptimeMs - clock.uptimeMs));
  if (!isStrict) return Math.min(upMs, longestTickMs);
  return wallMs > upMs && wallMs - upMs <= dayMs ? wallMs : upMs;
}

/**
 * The clock at that moment, after so much time. Its own reading never goes back: a clock that was set back and is put
 * right again has not leapt.
 */
export function spend(clock: ExamClock, moment: Moment, spentMs: number): ExamClock {
  const { leftMs } = clock;
  const wall = Math.max(moment.wall, clock.wall + spentMs) as Timestamp;
  return { wall, uptimeMs: moment.uptimeMs, leftMs: leftMs === null ? null : Math.max(0, leftMs - spentMs) };
}
