import type { LogId, ShowingId } from './id.ts';

/** Where names that nobody else has, and shuffles, come from. */
export interface Chance {
  logId(): LogId;
  showingId(): ShowingId;
  /** For shuffles: an integer below 2^31. */
  seed(): number;
}
