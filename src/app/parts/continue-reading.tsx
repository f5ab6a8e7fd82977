import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { type NoteAddress, notePath } from '../../core/model/address.ts';
import { type DeckState, titleOfAddress } from '../store/deck-store.ts';
import { placeOfReading } from '../store/reading.ts';
import { useRecord, useStores } from '../store/stores.tsx';

/** Leads back to the section where reading stopped, or to the first note. */
export function ContinueReading(): ReactNode {
  const { decks } = useStores();
  const registers = useRecord((state) => state.registers);
  const state = useStore(decks);
  const kept = placeOfReading({ registers, indexes: state.indexes.values() });
  const place = kept ?? firstNote(state);
  if (place === null) return null;
  return (
    <section aria-labelledby="reading">
      <h2 id="reading">{kept === null ? 'Start reading' : 'Continue reading'}</h2>
      <p>
        <Link href={notePath(place)}>{titleOfAddress(state, place)}</Link>
      </p>
    </section>
  );
}

function firstNote({ indexes }: DeckState): NoteAddress | null {
  for (const { pack, notes } of indexes.values()) {
    const [first] = [...notes].sort((a, b) => a.order - b.order);
    if (first !== undefined) return { pack: pack.id, note: first.id, section: null };
  }
  return null;
}
