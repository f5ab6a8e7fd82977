import type { ReactNode } from 'react';

/** Milliseconds after which the last of today's squares is inked, and between two of them at most. */
const [longestMs, stepMs] = [760, 40];

/** Squares in a row, each with the class of its ink. The words beside them say the same: hidden from screen readers. */
export function Squares({ inks, isLarge = false, fresh = [] }: SquaresProps): ReactNode {
  const step = Math.min(stepMs, longestMs / Math.max(1, fresh.length));
  return (
    <span className={isLarge ? 'cells cells-large' : 'cells'} aria-hidden="true">
      {inks.map((ink, place) => {
        const turn = fresh.indexOf(place);
        const [mark, style] = turn === -1 ? ['', undefined] : ['cell-fresh', { animationDelay: `${turn * step}ms` }];
        // biome-ignore lint/suspicious/noArrayIndexKey: a square has no identity but its place
        return <span key={place} className={`cell ${ink} ${mark}`.trimEnd()} style={style} />;
      })}
    </span>
  );
}

interface SquaresProps {
  readonly inks: readonly string[];
  readonly isLarge?: boolean;
  /** Places of the squares that were inked just now, in that order: they are framed, and inked one after another. */
  readonly fresh?: readonly number[];
}

/** What the inks of a drawing mean. */
export function SquaresKey({ entries }: SquaresKeyProps): ReactNode {
  return (
    <ul className="cell-key" aria-hidden="true">
      {entries.map(([ink, words]) => (
        <li key={words}>
          <span className={`cell ${ink}`} /> {words}
        </li>
      ))}
    </ul>
  );
}

interface SquaresKeyProps {
  readonly entries: readonly (readonly [ink: string, words: string])[];
}
