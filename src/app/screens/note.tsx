import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Link, Redirect } from 'wouter';
import { useStore } from 'zustand';
import { type LooseAddress, type NoteAddress, noteKey, notePath, settleAddress } from '../../core/model/address.ts';
import type { NoteSummary } from '../../core/model/deck.ts';
import type { NoteId } from '../../core/model/id.ts';
import type { Note as NoteText } from '../../core/model/pack.ts';
import { LoadFailure } from '../parts/frame/load-failure.tsx';
import { Loading } from '../parts/frame/loading.tsx';
import { PackOffNotice } from '../parts/frame/pack-notices.tsx';
import { ScreenHeading } from '../parts/frame/screen-heading.tsx';
import { usePackTitles } from '../parts/frame/use-pack-titles.ts';
import { NoteTally } from '../parts/notebook/note-tally.tsx';
import { InlinePrompts } from '../parts/reading/inline-prompts.tsx';
import { NoteView } from '../parts/reading/note-view.tsx';
import { OnThisPage } from '../parts/reading/on-this-page.tsx';
import { useSectionInAddress } from '../parts/reading/use-section-in-address.ts';
import { minutesWords } from '../parts/text/interval-words.ts';
import { findNote } from '../store/deck-store.ts';
import { readingKey, readKey, sectionsRead } from '../store/reading.ts';
import { useRecord, useStores } from '../store/stores.tsx';
import { NotFound } from './not-found.tsx';

/** One note, with questions on each section below it. The address bar may name a section. */
export function Note({ address }: { readonly address: LooseAddress }): ReactNode {
  const { decks } = useStores();
  const { status, failure, indexes, loadIndexes } = useStore(decks);
  useEffect(() => void loadIndexes(), [loadIndexes]);
  if (status === 'failed') return <NoteFailure failure={failure} onRetry={() => void loadIndexes()} />;
  if (status !== 'ready') return <Loading what="the note" />;
  const settled = settleAddress(address, indexes.values());
  if (settled === null) return <NotFound />;
  if (address.pack === null) return <Redirect to={notePath(settled) + location.hash} replace />;
  return <OpenNote address={settled} />;
}

function OpenNote({ address }: { readonly address: NoteAddress }): ReactNode {
  const { note, failure, retry } = useNote(address);
  if (failure !== '') return <NoteFailure failure={failure} onRetry={retry} />;
  if (note === null) return <NotFound />;
  if (note === undefined) return <Loading what="the note" />;
  return <NotePage address={address} note={note} />;
}

function NoteFailure({ failure, onRetry }: { readonly failure: string; readonly onRetry: () => void }): ReactNode {
  return <LoadFailure what="This note" failure={failure} onRetry={onRetry} />;
}

function NotePage({ address, note }: { readonly address: NoteAddress; readonly note: NoteText }): ReactNode {
  const { decks } = useStores();
  const packTitle = usePackTitles()(address.pack);
  const minutes = useStore(decks, (state) => findNote(state, address.pack, note.id)?.minutes);
  const registers = useRecord((state) => state.registers);
  const seen = sectionsRead(registers, address.pack, note);
  const markSeen = useReading(address);
  const page = useRef<HTMLElement>(null);
  useSectionInAddress(page);
  return (
    <article className="note-page" ref={page}>
      <OnThisPage place="beside" sections={note.sections} seen={seen} />
      <div className="sheet">
        <p className="note-facts">
          {packTitle === null ? '' : `${packTitle} · `}
          {minutes === undefined ? '' : `${minutesWords(minutes)} to read`}
        </p>
        <ScreenHeading title={note.title} takesFocus={location.hash === ''} />
        <OnThisPage place="above" sections={note.sections} seen={seen} />
        <PackOffNotice pack={address.pack} />
        <NoteView
          note={note}
          onSeen={markSeen}
          under={(section) => <InlinePrompts address={{ ...address, section: section.id }} />}
        />
        <NoteTally note={address} />
        <NextNote address={address} />
      </div>
    </article>
  );
}

/** Remembers what comes into view, as soon as the record can say what it knows already. */
function useReading({ pack, note }: NoteAddress): (section: string) => void {
  const { record } = useStores();
  const [seen, setSeen] = useState<readonly string[]>([]);
  const isOpen = useRecord(({ opening }) => opening !== 'opening');
  useEffect(() => {
    if (!isOpen) return;
    const { remember } = record.getState();
    for (const section of new Set(seen)) remember(readKey({ pack, note, section }), true);
    const last = seen.at(-1);
    if (last !== undefined) remember(readingKey, noteKey({ pack, note, section: last }));
  }, [record, seen, isOpen, pack, note]);
  return useCallback((section) => setSeen((before) => [...before, section]), []);
}

function NextNote({ address }: { readonly address: NoteAddress }): ReactNode {
  const { decks } = useStores();
  const notes = useStore(decks, ({ indexes }) => indexes.get(address.pack)?.notes) ?? [];
  const next = nextInOrder(notes, address.note);
  return (
    <p>
      {next === undefined ? (
        <Link href="/notes">All notes</Link>
      ) : (
        <>
          Next: <Link href={notePath({ ...address, note: next.id })}>{next.title}</Link>
        </>
      )}
    </p>
  );
}

/** By order and then by id, as the compiler sorts them: notes without an order all have the same. */
function nextInOrder(notes: readonly NoteSummary[], id: NoteId): NoteSummary | undefined {
  const sorted = [...notes].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  return sorted[sorted.findIndex((note) => note.id === id) + 1];
}

interface LoadedNote {
  /** Undefined while it loads, null when the pack does not have it any more. */
  readonly note: NoteText | null | undefined;
  readonly failure: string;
}

function useNote({ pack, note: id }: NoteAddress): LoadedNote & { readonly retry: () => void } {
  const { decks } = useStores();
  const { revision, loadNote } = useStore(decks);
  const [loaded, setLoaded] = useState<LoadedNote>({ note: undefined, failure: '' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed pack or another try reads the note again
  useEffect(() => {
    loadNote(pack, id).then(
      (note) => setLoaded({ note, failure: '' }),
      (error: unknown) => setLoaded({ note: undefined, failure: String(error) }),
    );
  }, [pack, id, revision, attempt, loadNote]);
  return { ...loaded, retry: () => setAttempt((n) => n + 1) };
}
