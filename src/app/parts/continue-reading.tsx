import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { useRecord, useStores } from '../store/stores.tsx';

/** Leads back to the section where reading stopped, or to the first note. */
export function ContinueReading(): ReactNode {
  const { decks } = useStores();
  const reading = useRecord((state) => state.registers.get('reading'));
  const indexes = useStore(decks, (state) => state.indexes);
  const notes = [...indexes.values()].flatMap((index) => index.notes);
  const [id, section] = typeof reading === 'string' ? reading.split('#') : [];
  const note = notes.find((candidate) => candidate.id === id);
  const first = [...notes].sort((a, b) => a.order - b.order)[0];
  if (first === undefined) return null;
  const title = note?.sections.find((candidate) => candidate.id === section)?.title;
  return (
    <section aria-labelledby="reading">
      <h2 id="reading">{note === undefined ? 'Start reading' : 'Continue reading'}</h2>
      <p>
        <Link
          href={
            note === undefined ? `/notes/${first.id}` : `/notes/${note.id}${title === undefined ? '' : `#${section}`}`
          }
        >
          {note === undefined ? first.title : title === undefined ? note.title : `${note.title} › ${title}`}
        </Link>
      </p>
    </section>
  );
}
