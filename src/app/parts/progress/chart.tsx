import type { ReactNode } from 'react';

/** A line or a set of strokes over the plane of a chart: x and y from 0 to 100, y upwards. */
export interface Stroke {
  readonly className: string;
  /** A stroke from one to the next of each list; a single point is a dot. */
  readonly lines: readonly (readonly Point[])[];
}

export type Point = readonly [x: number, y: number];

/**
 * Strokes on the paper of a notebook, stretched to the width that there is. Words and a table say the same: hidden from
 * screen readers.
 */
export function Chart({ strokes, rules, edges }: ChartProps): ReactNode {
  return (
    <div className="chart" aria-hidden="true">
      <span className="chart-most">{edges.most}</span>
      <span className="chart-least">{edges.least}</span>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {rules.map((y) => (
          <path key={y} className="chart-rule" d={`M0 ${round(100 - y)}H100`} />
        ))}
        {strokes.map(({ className, lines }) => (
          <path key={className} className={className} d={lines.map(lineOf).join('')} />
        ))}
      </svg>
      <span className="chart-from">{edges.from}</span>
      <span className="chart-to">{edges.to}</span>
    </div>
  );
}

interface ChartProps {
  readonly strokes: readonly Stroke[];
  /** Heights of level lines. */
  readonly rules: readonly number[];
  /** What stands at the ends of the axes. */
  readonly edges: { readonly most: string; readonly least: string; readonly from: string; readonly to: string };
}

function lineOf([first, ...others]: readonly Point[]): string {
  if (first === undefined) return '';
  const rest = others.length === 0 ? [first] : others;
  return `M${pointOf(first)}L${rest.map(pointOf).join('L')}`;
}

function pointOf([x, y]: Point): string {
  return `${round(x)} ${round(100 - y)}`;
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}
