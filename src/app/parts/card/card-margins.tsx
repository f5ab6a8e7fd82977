import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { type NoteAddress, notePath } from '../../../core/model/address.ts';
import { plainText, type RichNode } from '../../../core/model/rich-text.ts';
import { isSelfGraded } from '../../../core/study/rate.ts';
import type { Showing } from '../../../core/study/showing.ts';
import { findNote } from '../../store/deck-store.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { NoteSquares } from '../notebook/note-squares.tsx';
import { startOf } from '../text/start-of-text.ts';
import { usePlan } from '../today/use-plan.ts';

/** Beside the card where there is room: where it belongs, and what helps now. Nothing here is needed to go on. */
export function CardMargins({ showing }: { readonly showing: Showing }): ReactNode {
  const { note } = showing.question;
  const [hasRoom] = useState(hasRoomBeside);
  if (!hasRoom) return null;
  return (
    <>
      {note === null ? null : <Topic note={note} />}
      {showing.phase === 'asking' ? <Keys showing={showing} /> : note === null ? null : <Excerpt note={note} />}
    </>
  );
}

/** As the style sheet has it. Asked when a card comes: a window that is made wider has them with the next one. */
function hasRoomBeside(): boolean {
  const { fontSize } = getComputedStyle(document.documentElement);
  const rem = fontSize.endsWith('px') ? Number.parseFloat(fontSize) : 16;
  return innerWidth >= 70 * rem;
}

/** The note and the section that the card is about, with the squares of the note. */
function Topic({ note }: { readonly note: NoteAddress }): ReactNode {
  const { decks } = useStores();
  const summary = useStore(decks, (state) => findNote(state, note.pack, note.note));
  const row = usePlan((plan) => plan.rowOfNote(note));
  const section = summary?.sections.find(({ id }) => id === note.section);
  if (summary === undefined) return null;
  return (
    <section className="aside card-topic" aria-label="Topic">
      <p className="aside-title">{summary.title}</p>
      {section === undefined ? null : <p>{section.title}</p>}
      {row === null ? null : (
        <p>
          <NoteSquares squares={row.squares} />
          <span className="visually-hidden">{`${row.known} of ${row.questions} questions known`}</span>
        </p>
      )}
    </section>
  );
}

/** The keys that act on a card that is asked, where they are on. */
function Keys({ showing }: { readonly showing: Showing }): ReactNode {
  const shortcuts = useRecord((state) => state.settings.shortcuts);
  if (!shortcuts) return null;
  const rows: readonly (readonly [key: string, words: string])[] = [
    ...('options' in showing.question ? ([['A to E', 'choose']] as const) : []),
    [showing.kind.written === null ? 'Enter' : 'Ctrl+Enter', isSelfGraded(showing) ? 'show answer' : 'check'],
    ['F', 'flag'],
    ['?', 'all keys'],
  ];
  return (
    <section className="aside card-help" aria-label="Keys">
      <p className="aside-title">Keys</p>
      <dl>
        {rows.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const longestExcerpt = 260;

/** What the notes say about it, once the card is answered. */
function Excerpt({ note }: { readonly note: NoteAddress }): ReactNode {
  const text = useSectionText(note);
  if (text === '') return null;
  return (
    <section className="aside card-help" aria-label="From the notes">
      <p className="aside-title">From the notes</p>
      <p dir="auto">{startOf(text, longestExcerpt)}</p>
      <p>
        <Link href={notePath(note)}>Read the section</Link>
      </p>
    </section>
  );
}

/** The plain words of a section, or of the note's beginning; empty until they are read. */
function useSectionText({ pack, note, section }: NoteAddress): string {
  const { decks } = useStores();
  const loadNote = useStore(decks, (state) => state.loadNote);
  const [text, setText] = useState('');
  useEffect(() => {
    let isStale = false;
    loadNote(pack, note).then(
      (found) => {
        const body = found?.sections.find(({ id }) => id === section)?.body ?? found?.lead ?? [];
        if (!isStale) setText(plainText(body.filter(isParagraph)));
      },
      () => {},
    );
    return () => {
      isStale = true;
    };
  }, [loadNote, pack, note, section]);
  return text;
}

/** Tables, lists and code cannot be told in a line or two. */
function isParagraph(node: RichNode): boolean {
  return typeof node !== 'string' && node[0] === 'p';
}
