import type { ReactNode } from 'react';
import { usePlan } from '../today/use-plan.ts';
import { NoteSquares } from './note-squares.tsx';
import { notebookWords } from './notebook-words.ts';

/** The whole notebook at a glance, without its notes. */
export function AllSquares(): ReactNode {
  const notebook = usePlan((plan) => plan.notebook);
  // The packs are being read, or there are none.
  if (notebook.all.questions === 0) return null;
  return (
    <div className="all-squares">
      <NoteSquares squares={notebook.rows.flatMap(({ squares }) => squares)} />
      <p>{notebookWords(notebook)}</p>
    </div>
  );
}
