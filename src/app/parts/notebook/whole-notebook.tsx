import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { NotebookRow, Tally } from '../../../core/study/notebook.ts';
import { titleOfAddress } from '../../store/deck-store.ts';
import { useStores } from '../../store/stores.tsx';
import { usePackTitles, withPack } from '../frame/use-pack-titles.ts';
import { practiceOfNotePath } from '../practice/practice-path.ts';
import { RichTable } from '../text/rich-elements.tsx';
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
      <p>
        {notebookWords(notebook)} {notebook.all.seen === 0 ? null : <Link href="/stats">See your progress</Link>}
      </p>
      <ol className="notebook-rows">
        {notebook.rows.map((row) => (
          <Row key={row.key} row={row} />
        ))}
      </ol>
      <NoteSquaresKey />
      <NotebookTable rows={notebook.rows} />
    </section>
  );
}

/** The note's title, with that of its pack where there are several. */
function useTitle(): (row: NotebookRow) => string {
  const { decks } = useStores();
  const state = useStore(decks);
  const titleOfPack = usePackTitles();
  return ({ pack, note }) =>
    withPack(titleOfPack(pack), note === null ? 'Other questions' : titleOfAddress(state, note));
}

function Row({ row }: { readonly row: NotebookRow }): ReactNode {
  const title = useTitle()(row);
  return (
    <li>
      <span className="notebook-title">
        {row.note === null ? (
          title
        ) : (
          <Link href={practiceOfNotePath(row.note)} aria-label={`Practise ${title}`}>
            {title}
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

/** The squares in numbers, for whoever cannot see them or wants to know exactly. */
function NotebookTable({ rows }: { readonly rows: readonly NotebookRow[] }): ReactNode {
  const titleOf = useTitle();
  return (
    <details className="notebook-table">
      <summary>The same as a table</summary>
      <RichTable>
        <thead>
          <tr>
            {['Note', 'Questions', 'Seen', 'Known', 'Missed last time'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{titleOf(row)}</th>
              <td>{row.questions}</td>
              <td>{row.seen}</td>
              <td>{row.known}</td>
              <td>{row.missed}</td>
            </tr>
          ))}
        </tbody>
      </RichTable>
    </details>
  );
}
