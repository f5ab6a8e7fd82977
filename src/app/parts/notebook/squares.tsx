import type { ReactNode } from 'react';

/** Squares in a row, each with the class of its ink. The words beside them say the same: hidden from screen readers. */
export function Squares({ inks, isLarge = false }: SquaresProps): ReactNode {
  return (
    <span className={isLarge ? 'cells cells-large' : 'cells'} aria-hidden="true">
      {inks.map((ink, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a square has no identity but its place
        <span key={place} className={`cell ${ink}`} />
      ))}
    </span>
  );
}

interface SquaresProps {
  readonly inks: readonly string[];
  readonly isLarge?: boolean;
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
