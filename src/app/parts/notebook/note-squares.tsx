import type { ReactNode } from 'react';
import type { Ink, NotebookRow } from '../../../core/study/notebook.ts';
import { Squares, SquaresKey } from './squares.tsx';

/** A square each, as far as they are learnt; `fresh` are the places of those that have just been answered. */
export function NoteSquares({ squares, fresh }: NoteSquaresProps): ReactNode {
  return <Squares inks={squares.map(classOf)} fresh={fresh ?? []} />;
}

interface NoteSquaresProps extends Pick<NotebookRow, 'squares'> {
  readonly fresh?: readonly number[];
}

function classOf(ink: Ink): string {
  if (ink === 'open') return '';
  return ink === 'missed' ? 'cell-again' : `cell-${ink}`;
}

const meanings: readonly (readonly [ink: Ink, words: string])[] = [
  [1, 'just seen'],
  [2, 'remembered for days'],
  [3, 'a week or more'],
  [4, 'a month or more'],
  ['missed', 'missed last time'],
  ['open', 'to come'],
];

export function NoteSquaresKey(): ReactNode {
  return <SquaresKey entries={meanings.map(([ink, words]) => [classOf(ink), words])} />;
}
