import type { PairedDifference } from './paired-difference.ts';

/** Whether a bar was met, and by what. */
export interface Finding {
  readonly measured: string;
  readonly met: boolean;
}

/** Points of what has a name. */
export interface NamedPoints {
  readonly name: string;
  readonly points: number;
}

/** The mean is at least `least` points, and the whole interval above `above`. Null of null. */
export function atLeast(least: number, difference: PairedDifference | null, above = -Infinity): Finding | null {
  if (difference === null) return null;
  const { mean, halfWidth } = difference;
  return { measured: differenceText(difference), met: mean >= least && mean - halfWidth > above };
}

/** The worst of all is at least `least` points. Null of none. */
export function worstAtLeast(least: number, all: readonly NamedPoints[]): Finding | null {
  if (all.length === 0) return null;
  const worst = all.reduce((a, b) => (b.points < a.points ? b : a));
  const fine = all.filter(({ points }) => points >= least).length;
  return {
    measured: `${signed(worst.points)} (${worst.name}); ${fine} of ${all.length} meet it`,
    met: worst.points >= least,
  };
}

/** `+1.23 ± 0.45`. */
export function differenceText({ mean, halfWidth }: PairedDifference): string {
  return `${signed(mean)} ± ${halfWidth.toFixed(2)}`;
}

/** With a true minus sign, and a sign in any case. */
export function signed(points: number): string {
  return `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(2)}`;
}
