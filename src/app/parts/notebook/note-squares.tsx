import type { ReactNode } from 'react';
import type { Ink, NotebookRow } from '../../../core/study/notebook.ts';

/** A square each, as far as they are learnt. The words beside them say the same, so they are hidden from screen readers. */
export function NoteSquares({ squares }: Pick<NotebookRow, 'squares'>): ReactNode {
  return (
    <span className="cells" aria-hidden="true">
      {squares.map((ink, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a square has no identity but its place
        <span key={place} className={`cell ${classOf(ink)}`} />
      ))}
    </span>
  );
}

function classOf(ink: Ink): string {
  if (ink === 'open') return '';
  return ink === 'missed' ? 'cell-again' : `cell-${ink}`;
}

const inks: readonly (readonly [ink: Ink, words: string])[] = [
  [1, 'just seen'],
  [2, 'remembered for days'],
  [3, 'a week or more'],
  [4, 'a month or more'],
  ['missed', 'missed last time'],
  ['open', 'to come'],
];

/** What the inks mean. */
export function SquaresKey(): ReactNode {
  return (
    <ul className="cell-key" aria-hidden="true">
      {inks.map(([ink, words]) => (
        <li key={words}>
          <span className={`cell ${classOf(ink)}`} /> {words}
        </li>
      ))}
    </ul>
  );
}
