import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { NoteAddress } from '../../../core/model/address.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { practiceOfNotePath } from '../practice/practice-path.ts';
import { usePlan } from '../today/use-plan.ts';
import { NoteSquares } from './note-squares.tsx';

/** How many questions a note has and how many are known, with their squares and the way to practise them. */
export function NoteTally({ note }: { readonly note: NoteAddress }): ReactNode {
  const row = usePlan((plan) => plan.rowOfNote(note));
  if (row === null) return null;
  return (
    <section className="note-tally" aria-label="Questions on this note">
      <NoteSquares squares={row.squares} />
      <p>
        {`${countWords(row.questions, 'question')}, ${row.known} known. `}
        <Link href={practiceOfNotePath(note)}>Practise them</Link>
      </p>
    </section>
  );
}
