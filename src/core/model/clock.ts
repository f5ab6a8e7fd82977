import type { Timestamp } from './id.ts';

/** What the device says of time. */
export interface Clock {
  now(): Timestamp;
  /** Counts on, ms, whatever is done to the clock. */
  uptimeMs(): number;
  /** What the server's clock says; null when it cannot be asked. */
  serverNow(): Promise<Timestamp | null>;
  /** Minutes east of UTC at that moment. */
  offsetMinutes(at: Timestamp): number;
}
