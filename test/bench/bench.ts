import type { Turns } from './take-turns.ts';

/** Something measured beside a floor in one run. */
export interface Bench {
  readonly name: string;
  /** Whatever is timed takes its turns by `turns`, so that noisy rounds are repeated. */
  run(turns: Turns): Promise<readonly BenchRow[]>;
}

/** A line of the table. */
export interface BenchRow {
  readonly what: string;
  readonly ours: string;
  readonly floor: string;
  /** Ours over the floor; null where no quotient is meant. */
  readonly ratio: number | null;
  /** In words such as `≤ 1.1 ×`; empty where there is none. */
  readonly goal: string;
  readonly verdict: 'met' | 'missed' | 'told';
}

export type Unit = 'ms' | 's' | 'MB' | 'kB' | 'B' | 'files' | '';

/** Ours and the floor in one unit. */
export interface Figures {
  readonly unit: Unit;
  readonly ours: number;
  readonly floor: number;
}

/** A quotient with the most that it should be; without that it is only told. */
export function ratioRow(what: string, { unit, ours, floor }: Figures, most?: number): BenchRow {
  const ratio = ours / floor;
  const goal = most === undefined ? '' : `≤ ${most} ×`;
  const verdict = most === undefined ? 'told' : verdictOf(ratio <= most);
  return { what, ours: figure(ours, unit), floor: figure(floor, unit), ratio, goal, verdict };
}

/** A figure that may be so much more than the floor, in its unit. */
export function moreRow(what: string, { unit, ours, floor }: Figures, mostMore: number): BenchRow {
  const goal = `≤ floor + ${mostMore} ${unit}`;
  const verdict = verdictOf(ours - floor <= mostMore);
  return { what, ours: figure(ours, unit), floor: figure(floor, unit), ratio: ours / floor, goal, verdict };
}

/** A figure beside a bound that was fixed beforehand. */
export function boundRow(what: string, unit: Unit, ours: number, most: number): BenchRow {
  const verdict = verdictOf(ours <= most);
  return { what, ours: figure(ours, unit), floor: '–', ratio: null, goal: `≤ ${figure(most, unit)}`, verdict };
}

/** Something that holds or does not. */
export function holdsRow(what: string, holds: boolean): BenchRow {
  return { what, ours: holds ? 'yes' : 'no', floor: '–', ratio: null, goal: 'yes', verdict: verdictOf(holds) };
}

/** One figure of the same thing at some size. */
export interface Sized {
  readonly size: number;
  readonly ours: number;
  /** None where the floor does not grow. */
  readonly floor?: number;
}

/** How a figure grows between two sizes: 0 is not at all, 1 in step with the size. */
export function growthRow(what: string, small: Sized, large: Sized, most?: number): BenchRow {
  const steps = Math.log(large.size / small.size);
  const ours = Math.log(large.ours / small.ours) / steps;
  const floor = small.floor && large.floor ? Math.log(large.floor / small.floor) / steps : null;
  return {
    what: `${what}: exponent from ${small.size.toLocaleString('en')} to ${large.size.toLocaleString('en')}`,
    ours: ours.toFixed(3),
    floor: floor === null ? '–' : floor.toFixed(3),
    ratio: null,
    goal: most === undefined ? '' : `≤ ${most}`,
    verdict: most === undefined ? 'told' : verdictOf(ours <= most),
  };
}

/** The middle one of several figures. */
export function medianOf(values: readonly number[]): number {
  return shareOf(values, 0.5);
}

/** The figure below which a share of several lies: 0.95 for the 95th percentile. */
export function shareOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** How long some work took, in ms. */
export async function msOf(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function verdictOf(isMet: boolean): BenchRow['verdict'] {
  return isMet ? 'met' : 'missed';
}

function figure(value: number, unit: Unit): string {
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const written = value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return unit === '' ? written : `${written} ${unit}`;
}
