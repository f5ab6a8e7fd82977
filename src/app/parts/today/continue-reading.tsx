import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { type NoteAddress, notePath } from '../../../core/model/address.ts';
import type { DeckIndex } from '../../../core/model/deck.ts';
import { isPackOn } from '../../../core/model/pack-switches.ts';
import { findNote, titleOfAddress } from '../../store/deck-store.ts';
import { placeOfReading, readKey } from '../../store/reading.ts';
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
      {note === undefined ? null : (
        <ol className="reading-sections">
          {note.sections.map((section) => (
            <ReadingSection
              key={section.id}
              address={{ pack: place.pack, note: place.note, section: section.id }}
              title={section.title}
              isHere={section.id === place.section}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

function ReadingSection({ address, title, isHere }: ReadingSectionProps): ReactNode {
  const isRead = useRecord(({ registers }) => registers.get(readKey(address)) === true);
  const state = [...(isRead ? ['cell-done'] : []), ...(isHere ? ['cell-current'] : [])].join(' ');
  return (
    <li>
      <Link href={notePath(address)} aria-current={isHere ? 'step' : undefined}>
        <span className={`cell ${state}`} aria-hidden="true" />
        <span>
          {title}
          {isRead ? <span className="visually-hidden"> (read)</span> : null}
        </span>
      </Link>
    </li>
  );
}

interface ReadingSectionProps {
  readonly address: NoteAddress;
  readonly title: string;
  /** Whether reading stopped here. */
  readonly isHere: boolean;
}

function firstNote(indexes: readonly DeckIndex[]): NoteAddress | null {
  for (const { pack, notes } of indexes) {
    const [first] = [...notes].sort((a, b) => a.order - b.order);
    if (first !== undefined) return { pack: pack.id, note: first.id, section: null };
  }
  return null;
}
