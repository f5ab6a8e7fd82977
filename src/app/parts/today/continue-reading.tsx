import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { type NoteAddress, notePath } from '../../../core/model/address.ts';
import type { DeckIndex, NoteSummary } from '../../../core/model/deck.ts';
import { isPackOn } from '../../../core/model/pack-switches.ts';
import { findNote, titleOfAddress } from '../../store/deck-store.ts';
import { placeOfReading, sectionsRead } from '../../store/reading.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { usePackTitles } from '../frame/use-pack-titles.ts';
import { SectionMark } from '../reading/section-mark.tsx';

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
  const note = findNote(state, place.pack, place.note);
  return (
    <section className="sheet reading" aria-labelledby="reading">
      <div>
        <h2 id="reading">{kept === null ? 'Start reading' : 'Continue reading'}</h2>
        <p className="reading-place">
          <Link href={notePath(place)}>{titleOfAddress(state, place)}</Link>
          {packTitle === null ? null : ` · ${packTitle}`}
        </p>
      </div>
      {note === undefined ? null : <Sections place={place} note={note} />}
    </section>
  );
}

/** The sections of the note, each a way to it. */
function Sections({ place, note }: { readonly place: NoteAddress; readonly note: NoteSummary }): ReactNode {
  const registers = useRecord((state) => state.registers);
  const read = sectionsRead(registers, place.pack, note);
  return (
    <ol className="reading-sections">
      {note.sections.map(({ id, title }) => (
        <li key={id}>
          <Link href={notePath({ ...place, section: id })} aria-current={id === place.section ? 'step' : undefined}>
            <SectionMark title={title} isRead={read.has(id)} isHere={id === place.section} />
          </Link>
        </li>
      ))}
    </ol>
  );
}

function firstNote(indexes: readonly DeckIndex[]): NoteAddress | null {
  for (const { pack, notes } of indexes) {
    const [first] = [...notes].sort((a, b) => a.order - b.order);
    if (first !== undefined) return { pack: pack.id, note: first.id, section: null };
  }
  return null;
}
