import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { NotebookRow, Tally } from '../../../core/study/notebook.ts';
import { titleOfAddress } from '../../store/deck-store.ts';
import { useStores } from '../../store/stores.tsx';
import { usePackTitles, withPack } from '../frame/use-pack-titles.ts';
import { practiceOfNotePath } from '../practice/practice-path.ts';
import { usePlan } from '../today/use-plan.ts';
import { NoteSquares, NoteSquaresKey } from './note-squares.tsx';
import { notebookWords } from './notebook-words.ts';

/** Everything there is to learn: a row a note, a square a question, inked as it is learnt. A row leads to its practice. */
export function WholeNotebook(): ReactNode {
  const notebook = usePlan((plan) => plan.notebook);
  const headingId = useId();
  if (notebook.all.questions === 0) return null;
  return (
    <section className="sheet notebook" aria-labelledby={headingId}>
      <h2 id={headingId}>Your notebook</h2>
      <p>{notebookWords(notebook)}</p>
      <ol className="notebook-rows">
        {notebook.rows.map((row) => (
          <Row key={row.key} row={row} />
        ))}
      </ol>
      <NoteSquaresKey />
    </section>
  );
}

function Row({ row }: { readonly row: NotebookRow }): ReactNode {
  const { decks } = useStores();
  const state = useStore(decks);
  const packTitle = usePackTitles()(row.pack);
  const title = row.note === null ? 'Other questions' : titleOfAddress(state, row.note);
  return (
    <li>
      <span className="notebook-title">
        {row.note === null ? (
          withPack(packTitle, title)
        ) : (
          <Link href={practiceOfNotePath(row.note)} aria-label={`Practise ${withPack(packTitle, title)}`}>
            {withPack(packTitle, title)}
          </Link>
        )}
      </span>
      <NoteSquares squares={row.squares} />
      <span className="notebook-count">{rowWords(row)}</span>
    </li>
  );
}

/** "7 of 26 known"; the missed ones are in red and in these words. */
function rowWords({ questions, known, missed }: Tally): string {
  const words = `${known} of ${questions} known`;
  return missed === 0 ? words : `${words}, ${missed} missed`;
}
