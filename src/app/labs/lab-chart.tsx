import type { ReactNode } from 'react';

/** Where the drawing ends and the words of its lines begin, in percent of the width. */
const plotWidth = 72;
const hatch = 'lab-hatch';

/**
 * A drawing as wide as its sheet: across in percent, down in pixels, so that its words keep their size on every screen.
 * Hidden from screen readers: the parts of the step say the same.
 */
export function LabChart({ height, children }: LabChartProps): ReactNode {
  return (
    <svg className="lab-chart" width="100%" height={height} aria-hidden="true" focusable="false">
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <path className="lab-hatch" d="M0 0V5" />
        </pattern>
      </defs>
      {children}
    </svg>
  );
}

interface LabChartProps {
  readonly height: number;
  readonly children: ReactNode;
}

/** The middle of a column, in percent; there is room for eight of them before they are drawn closer. */
export function columnAt(place: number, columns: number): number {
  return (place + 0.5) * slotOf(columns);
}

function slotOf(columns: number): number {
  return plotWidth / Math.max(8, columns);
}

/** Height of a task in pixels, so that `most` of them fit. */
export function taskHeight(most: number, height: number): number {
  return Math.min(12, height / Math.max(1, most));
}

/** Tasks upon each other, a square each as long as squares can be told apart. */
export function TaskColumn({ place, columns, foot, each, tasks }: TaskColumnProps): ReactNode {
  const slot = slotOf(columns);
  const frame = { x: `${(place + 0.15) * slot}%`, width: `${0.7 * slot}%` };
  let below = 0;
  return tasks.map(({ ink, count }) => {
    const [from, squares] = [below, each < 4 ? Math.min(1, count) : count];
    below += count;
    const height = squares === 0 ? 0 : (count * each) / squares;
    return Array.from({ length: squares }, (_, at) => (
      <rect
        // biome-ignore lint/suspicious/noArrayIndexKey: a task is its place
        key={`${ink} ${at}`}
        className={ink}
        fill={ink === 'lab-starting' ? `url(#${hatch})` : undefined}
        {...frame}
        y={foot - from * each - (at + 1) * height + 1}
        height={Math.max(1, height - 2)}
      />
    ));
  });
}

interface TaskColumnProps {
  readonly place: number;
  readonly columns: number;
  /** Where the lowest task stands, in pixels from above. */
  readonly foot: number;
  /** Pixels of a task. */
  readonly each: number;
  /** From below to above, each with the class of its ink. */
  readonly tasks: readonly { readonly ink: string; readonly count: number }[];
}

/** The number of a column, under it; where columns are narrow only every so many have one. */
export function ColumnNumber({ place, columns, name, y }: ColumnNumberProps): ReactNode {
  if (place % Math.ceil(columns / 12) > 0) return null;
  return (
    <text x={`${columnAt(place, columns)}%`} y={y}>
      {name}
    </text>
  );
}

interface ColumnNumberProps {
  readonly place: number;
  readonly columns: number;
  readonly name: number;
  readonly y: number;
}

/** A level line with its words at its end: above it, or below it. */
export function Level({ y, words, isLow = false }: LevelProps): ReactNode {
  return (
    <>
      <line className={isLow ? 'lab-bound lab-bound-lower' : 'lab-bound'} x1="0" x2={`${plotWidth}%`} y1={y} y2={y} />
      <text className="lab-bound-words" x={`${plotWidth + 1}%`} y={isLow ? y + 11 : y - 1}>
        {words}
      </text>
    </>
  );
}

interface LevelProps {
  readonly y: number;
  readonly words: string;
  /** The lower one of two: dotted instead of dashed. */
  readonly isLow?: boolean;
}

/** The line that the columns stand on, or that a value of 0 lies on. */
export function Baseline({ y, words = '' }: { readonly y: number; readonly words?: string }): ReactNode {
  return (
    <>
      <line className="lab-axis" x1="0" x2={`${plotWidth}%`} y1={y} y2={y} />
      <text className="lab-bound-words" x={`${plotWidth + 1}%`} y={y + 4}>
        {words}
      </text>
    </>
  );
}

/** Marks the whole width of a column, so that neighbours make a band. */
export function ColumnBand({ place, columns, y, height }: ColumnBandProps): ReactNode {
  const slot = slotOf(columns);
  return <rect className="lab-band" x={`${place * slot}%`} width={`${slot}%`} y={y} height={height} />;
}

interface ColumnBandProps {
  readonly place: number;
  readonly columns: number;
  readonly y: number;
  readonly height: number;
}
