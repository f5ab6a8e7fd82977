import type { Clock } from '../../core/model/clock.ts';

/** The learner's own date, `YYYY-MM-DD`. */
export function dateToday(clock: Pick<Clock, 'now' | 'offsetMinutes'>): string {
  const now = clock.now();
  return new Date(now + clock.offsetMinutes(now) * 60_000).toISOString().slice(0, 10);
}
