/** Something measured beside a floor in one run. */
export interface Bench {
  readonly name: string;
  run(): Promise<readonly BenchRow[]>;
}

/** One figure; `ratio` is ours over the floor, `goal` the most it should be. */
export interface BenchRow {
  readonly what: string;
  readonly ours: string;
  readonly floor: string;
  readonly ratio: number;
  readonly goal: number;
}

/** The middle one of several figures. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
