import type { ReactNode } from 'react';
import type { QuestionId } from '../../../core/model/id.ts';
import { usePlan } from '../today/use-plan.ts';
import { NoteSquares } from './note-squares.tsx';
import { notebookWords } from './notebook-words.ts';
import { SquaresKey } from './squares.tsx';

/** Beyond as many, large squares would fill the window. */
const mostLarge = 500;

/** The whole notebook at a glance, without its notes. The questions just answered are framed in that order. */
export function AllSquares({ answered }: { readonly answered: readonly QuestionId[] }): ReactNode {
  const notebook = usePlan((plan) => plan.notebook);
  // The packs are being read, or there are none.
  if (notebook.all.questions === 0) return null;
  const placeOf = new Map(notebook.rows.flatMap(({ ids }) => ids).map((id, place) => [id, place]));
  const squares = notebook.rows.flatMap((row) => row.squares);
  const fresh = [...new Set(answered)].flatMap((id) => placeOf.get(id) ?? []);
  return (
    <div className={squares.length > mostLarge ? 'all-squares' : 'all-squares all-squares-large'}>
      <NoteSquares squares={squares} fresh={fresh} />
      {fresh.length === 0 ? null : <SquaresKey entries={keyOfFresh} />}
      <p>{notebookWords(notebook)}</p>
    </div>
  );
}

const keyOfFresh = [
  ['cell-1 cell-fresh', 'just now'],
  ['cell-again', 'missed last time'],
] as const;
