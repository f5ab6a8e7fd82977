import type { ShareInterval } from '../../../core/exam/interval.ts';
import type { Tally } from '../../../core/exam/report.ts';

/** Whole percent; 0 of none. */
export function percentOf({ right, of }: Tally): number {
  return of === 0 ? 0 : Math.round((100 * right) / of);
}

/** "53–89 %" */
export function intervalWords({ low, high }: ShareInterval): string {
  return `${Math.round(100 * low)}–${Math.round(100 * high)} %`;
}
