import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { NoteSummary } from '../../core/model/deck.ts';
import type { NoteId, PackId } from '../../core/model/id.ts';
import type { Note as NoteText } from '../../core/model/pack.ts';
import { InlinePrompts } from '../parts/inline-prompts.tsx';
import { LoadFailure, Loading } from '../parts/loading.tsx';
import { NoteView } from '../parts/note-view.tsx';
import { OnThisPage } from '../parts/on-this-page.tsx';
import { ScreenHeading } from '../parts/screen-heading.tsx';
import { useStores } from '../store/stores.tsx';
import { NotFound } from './not-found.tsx';

/** One note, with questions on each section below it. The address names the note and may name a section. */
export function Note({ id }: { readonly id: NoteId }): ReactNode {
  const { pack, summary, note, failure, retry } = useNote(id);
  if (failure !== '') return <LoadFailure what="This note" failure={failure} onRetry={retry} />;
  if (note === null) return <NotFound />;
  if (note === undefined || summary === undefined || pack === undefined) return <Loading what="the note" />;
  return <NotePage pack={pack} note={note} />;
}

function NotePage({ pack, note }: { readonly pack: PackId; readonly note: NoteText }): ReactNode {
  const { record } = useStores();
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const markSeen = useCallback(
    (section: string) => {
      setSeen((before) => (before.has(section) ? before : new Set([...before, section])));
      record.getState().remember('reading', `${note.id}#${section}`);
    },
    [record, note.id],
  );
  useSectionInAddress();
  return (
    <article className="note-page">
      <ScreenHeading title={note.title} takesFocus={location.hash === ''} />
      <OnThisPage sections={note.sections} seen={seen} />
      <div>
        <NoteView
          note={note}
          onSeen={markSeen}
          under={(section) => <InlinePrompts pack={pack} note={note.id} section={section.id} />}
        />
        <NextNote pack={pack} note={note.id} />
      </div>
    </article>
  );
}

function NextNote({ pack, note }: { readonly pack: PackId; readonly note: NoteId }): ReactNode {
  const { decks } = useStores();
  const notes = useStore(decks, ({ indexes }) => indexes.get(pack)?.notes) ?? [];
  const next = nextInOrder(notes, note);
  return (
    <p>
      {next === undefined ? (
        <Link href="/notes">All notes</Link>
      ) : (
        <>
          Next: <Link href={`/notes/${next.id}`}>{next.title}</Link>
        </>
      )}
    </p>
  );
}

function nextInOrder(notes: readonly NoteSummary[], id: NoteId): NoteSummary | undefined {
  const order = notes.find((note) => note.id === id)?.order ?? 0;
  return [...notes].sort((a, b) => a.order - b.order).find((note) => note.order > order);
}

/** Goes to the section that the address names, once the text is there, and whenever the address changes. */
function useSectionInAddress(): void {
  useEffect(() => {
    const go = () => {
      const heading = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      heading?.scrollIntoView();
      heading?.focus({ preventScroll: true });
    };
    if (location.hash !== '') go();
    addEventListener('hashchange', go);
    return () => removeEventListener('hashchange', go);
  }, []);
}

/** `note` is undefined while it loads and null when no pack has it. */
interface LoadedNote {
  readonly pack: PackId | undefined;
  readonly summary: NoteSummary | undefined;
  readonly note: NoteText | null | undefined;
  readonly failure: string;
  retry(): void;
}

function useNote(id: NoteId): LoadedNote {
  const { decks } = useStores();
  const { status, failure, indexes, revision, loadIndexes, loadNote } = useStore(decks);
  const [loaded, setLoaded] = useState<Pick<LoadedNote, 'note' | 'failure'>>({ note: undefined, failure: '' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => void loadIndexes(), [loadIndexes]);
  const index = [...indexes.values()].find(({ notes }) => notes.some((note) => note.id === id));
  const pack = index?.pack.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed pack or another try reads the note again
  useEffect(() => {
    if (pack === undefined) return;
    loadNote(pack, id).then(
      (note) => setLoaded({ note, failure: '' }),
      (error: unknown) => setLoaded({ note: undefined, failure: String(error) }),
    );
  }, [pack, id, revision, attempt, loadNote]);
  const isUnknown = status === 'ready' && pack === undefined;
  return {
    pack,
    summary: index?.notes.find((note) => note.id === id),
    note: isUnknown ? null : loaded.note,
    failure: status === 'failed' ? failure : loaded.failure,
    retry: () => {
      setAttempt((n) => n + 1);
      void loadIndexes();
    },
  };
}
