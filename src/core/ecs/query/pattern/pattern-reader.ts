import type { PatternProblem } from './pattern.ts';

/** A pattern that is read from left to right, by code points; the first problem is the one that is told. */
export interface PatternReader {
  readonly points: readonly string[];
  at: number;
  problem: PatternProblem | null;
}

export function peek({ points, at }: PatternReader): string {
  return points[at] ?? '';
}

export function take(reader: PatternReader): string {
  const point = peek(reader);
  reader.at += 1;
  return point;
}

export function hasEnded({ points, at }: PatternReader): boolean {
  return at >= points.length;
}

export function isFailed({ problem }: PatternReader): boolean {
  return problem !== null;
}

/** Notes a problem at the place that was reached, counted in UTF-16 units. */
export function fail(reader: PatternReader, standing: PatternProblem['standing'], message: string, fix: string): void {
  const offset = reader.points.slice(0, reader.at).join('').length;
  reader.problem ??= { standing, offset, message, fix };
}
