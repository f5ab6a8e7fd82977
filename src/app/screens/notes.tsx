import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { noteKey, notePath } from '../../core/model/address.ts';
import type { DeckIndex, NoteSummary } from '../../core/model/deck.ts';
import type { NotebookRow } from '../../core/study/notebook.ts';
import { countWords } from '../../core/text/count-words.ts';
import { LoadFailure } from '../parts/frame/load-failure.tsx';
import { Loading } from '../parts/frame/loading.tsx';
import { NoPackOn } from '../parts/frame/pack-notices.tsx';
import { ScreenHeading } from '../parts/frame/screen-heading.tsx';
import { usePackTitles } from '../parts/frame/use-pack-titles.ts';
import { NoteSquares } from '../parts/notebook/note-squares.tsx';
import { minutesWords } from '../parts/text/interval-words.ts';
import { usePlan } from '../parts/today/use-plan.ts';
import { indexesOn } from '../store/packs-on.ts';
import { sectionsRead } from '../store/reading.ts';
import { useRecord, useStores } from '../store/stores.tsx';

/** Every note of the packs that are on, in reading order. */
export function Notes(): ReactNode {
  const { decks, record } = useStores();
  const { status, failure, loadIndexes } = useStore(decks);
  useRecord((state) => state.packs);
  useEffect(() => void loadIndexes(), [loadIndexes]);
  return (
    <div className="column">
      <ScreenHeading title="Notes" />
      {status === 'failed' ? (
        <LoadFailure what="The list of notes" failure={failure} onRetry={() => void loadIndexes()} />
      ) : status === 'ready' ? (
        <AllNotes indexes={indexesOn({ record, decks })} />
      ) : (
        <Loading what="the notes" />
      )}
    </div>
  );
}

function AllNotes({ indexes }: { readonly indexes: readonly DeckIndex[] }): ReactNode {
  if (indexes.length === 0) {
    return (
      <div className="sheet">
        <NoPackOn headingId="no-packs" />
      </div>
    );
  }
  return (
    <>
      {indexes.map((index) => (
        <PackNotes key={index.pack.id} index={index} />
      ))}
      <p className="aside">
        What the notes tell can be tried out in the <Link href="/labs">Labs</Link>, step by step.
      </p>
    </>
  );
}

/** With several packs each has a heading, and those of its notes stand below it. */
function PackNotes({ index }: { readonly index: DeckIndex }): ReactNode {
  const title = usePackTitles()(index.pack.id);
  const notes = [...index.notes].sort((a, b) => a.order - b.order);
  const { rows } = usePlan(({ notebook }) => notebook);
  const rowOf = new Map(rows.map((row) => [row.key, row]));
  return (
    <section className="sheet" aria-label={index.pack.title} lang={index.pack.language}>
      {title === null ? null : <h2>{title}</h2>}
      <p>{index.pack.summary}</p>
      <ol className="note-list">
        {notes.map((note) => (
          <li key={note.id}>
            <NoteEntry
              note={note}
              index={index}
              row={rowOf.get(noteKey({ pack: index.pack.id, note: note.id, section: null }))}
              Heading={title === null ? 'h2' : 'h3'}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

function NoteEntry({ note, index, row, Heading }: NoteEntryProps): ReactNode {
  const registers = useRecord((state) => state.registers);
  const read = sectionsRead(registers, index.pack.id, note);
  return (
    <>
      <Heading>
        <Link href={notePath({ pack: index.pack.id, note: note.id, section: null })} className="note-link">
          {note.title}
        </Link>
      </Heading>
      <p>
        {progressWords(read.size, note.sections.length)} · {minutesWords(note.minutes)} ·{' '}
        {countWords(row?.questions ?? 0, 'question')}
        {row === undefined || row.known === 0 ? null : `, ${row.known} known`}
      </p>
      {row === undefined ? null : <NoteSquares squares={row.squares} />}
    </>
  );
}

interface NoteEntryProps {
  readonly note: NoteSummary;
  readonly index: DeckIndex;
  /** Missing where no question asks about the note. */
  readonly row: NotebookRow | undefined;
  readonly Heading: 'h2' | 'h3';
}

/** "5 sections", "2 of 5 sections read", "All 5 sections read". */
function progressWords(read: number, all: number): string {
  if (read === 0) return countWords(all, 'section');
  return read < all ? `${read} of ${countWords(all, 'section')} read` : all === 1 ? 'Read' : `All ${all} sections read`;
}
