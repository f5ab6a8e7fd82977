import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { type NoteAddress, notePath } from '../../../core/model/address.ts';
import type { DeckIndex } from '../../../core/model/deck.ts';
import { isPackOn } from '../../../core/model/pack-switches.ts';
import { titleOfAddress } from '../../store/deck-store.ts';
import { placeOfReading } from '../../store/reading.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { usePackTitles } from '../frame/use-pack-titles.ts';

/** Leads back to the section where reading stopped, or to the first note. */
export function ContinueReading(): ReactNode {
  const { decks } = useStores();
  const { registers, packs } = useRecord((state) => state);
  const state = useStore(decks);
  const titleOfPack = usePackTitles();
  const last = placeOfReading({ registers, indexes: state.indexes.values() });
  const kept = last !== null && isPackOn(packs, last.pack) ? last : null;
  const place = kept ?? firstNote([...state.indexes.values()].filter(({ pack }) => isPackOn(packs, pack.id)));
  if (place === null) return null;
  const packTitle = titleOfPack(place.pack);
  return (
    <section aria-labelledby="reading">
      <h2 id="reading">{kept === null ? 'Start reading' : 'Continue reading'}</h2>
      <p>
        <Link href={notePath(place)}>{titleOfAddress(state, place)}</Link>
        {packTitle === null ? null : ` · ${packTitle}`}
      </p>
    </section>
  );
}

function firstNote(indexes: readonly DeckIndex[]): NoteAddress | null {
  for (const { pack, notes } of indexes) {
    const [first] = [...notes].sort((a, b) => a.order - b.order);
    if (first !== undefined) return { pack: pack.id, note: first.id, section: null };
  }
  return null;
}
