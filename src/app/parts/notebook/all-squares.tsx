import type { ReactNode } from 'react';
import { usePlan } from '../today/use-plan.ts';
import { NoteSquares } from './note-squares.tsx';
import { tallyWords } from './tally-words.ts';

/** The whole notebook at a glance, without its notes. */
export function AllSquares(): ReactNode {
  const { rows, all, square } = usePlan(({ notebook }) => notebook);
  // The packs are being read, or there are none.
  if (all.questions === 0) return null;
  return (
    <div className="all-squares">
      <NoteSquares squares={rows.flatMap(({ squares }) => squares)} />
      <p>
        {tallyWords(all)} {square === 'section' ? 'A square is a section.' : ''}
      </p>
    </div>
  );
}
