import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { notePath } from '../../core/model/address.ts';
import type { DeckIndex, NoteSummary } from '../../core/model/deck.ts';
import { LoadFailure, Loading } from '../parts/loading.tsx';
import { ScreenHeading } from '../parts/screen-heading.tsx';
import { useStores } from '../store/stores.tsx';

/** Every note of every pack, in reading order. */
export function Notes(): ReactNode {
  const { decks } = useStores();
  const { status, failure, indexes, loadIndexes } = useStore(decks);
  useEffect(() => void loadIndexes(), [loadIndexes]);
  return (
    <div className="column">
      <ScreenHeading title="Notes" />
      {status === 'failed' ? (
        <LoadFailure what="The list of notes" failure={failure} onRetry={() => void loadIndexes()} />
      ) : status === 'ready' ? (
        [...indexes.values()].map((index) => <PackNotes key={index.pack.id} index={index} />)
      ) : (
        <Loading what="the notes" />
      )}
    </div>
  );
}

function PackNotes({ index }: { readonly index: DeckIndex }): ReactNode {
  const notes = [...index.notes].sort((a, b) => a.order - b.order);
  return (
    <section aria-label={index.pack.title} lang={index.pack.language}>
      <p>{index.pack.summary}</p>
      <ol className="note-list">
        {notes.map((note) => (
          <li key={note.id}>
            <NoteEntry note={note} index={index} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function NoteEntry({ note, index }: { readonly note: NoteSummary; readonly index: DeckIndex }): ReactNode {
  const questions = index.questions.filter(
    (question) => question.note?.note === note.id && question.status !== 'retired',
  );
  return (
    <>
      <h2>
        <Link href={notePath({ pack: index.pack.id, note: note.id, section: null })} className="note-link">
          {note.title}
        </Link>
      </h2>
      <p>
        {count(note.sections.length, 'section')} · {count(questions.length, 'question')}
      </p>
    </>
  );
}

function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}
