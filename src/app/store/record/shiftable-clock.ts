import type { Clock } from '../../../core/model/clock.ts';
import type { Timestamp } from '../../../core/model/id.ts';
import type { Moment } from './record-state.ts';

/** The device's clock, which a learner who knows better can put right for this tab. */
export interface ShiftableClock extends Clock {
  /** What the device says. */
  deviceNow(): Timestamp;
  /** How far `now` is from it, ms. */
  readonly shiftMs: number;
  shift(ms: number): void;
}

export function createShiftableClock(device: Clock): ShiftableClock {
  let shiftMs = 0;
  return {
    ...device,
    now: () => (device.now() + shiftMs) as Timestamp,
    deviceNow: () => device.now(),
    get shiftMs() {
      return shiftMs;
    },
    shift: (ms) => {
      shiftMs = ms;
    },
  };
}

export function momentOf(clock: Clock): Moment {
  const now = clock.now();
  return { now, tz: clock.offsetMinutes(now) };
}
