import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { type NoteAddress, noteKey } from '../../../core/model/address.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { practiceOfNotePath } from '../practice/practice-path.ts';
import { usePlan } from '../today/use-plan.ts';
import { NoteSquares } from './note-squares.tsx';

/** How many questions a note has and how many are known, with their squares and the way to practise them. */
export function NoteTally({ note }: { readonly note: NoteAddress }): ReactNode {
  const key = noteKey({ ...note, section: null });
  const row = usePlan(({ notebook }) => notebook.rows.find((each) => each.key === key));
  if (row === undefined) return null;
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
