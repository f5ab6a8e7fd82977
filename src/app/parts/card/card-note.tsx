import { lazy, type ReactNode, Suspense, useEffect, useId, useRef, useState } from 'react';
import type { CardId } from '../../../core/model/id.ts';
import { useRecord } from '../../store/stores.tsx';
import { announce } from '../frame/live-regions.ts';
import { useInView } from '../frame/use-in-view.ts';
import { useOpener } from '../frame/use-opener.ts';

const RuntimeMarkdown = lazy(() =>
  import('../text/runtime-markdown.tsx').then(({ RuntimeMarkdown: component }) => ({ default: component })),
);

/** The learner's own note on a card, in Markdown. */
export function CardNote({ card, children }: CardNoteProps): ReactNode {
  const note = useRecord((state) => state.cards.get(card)?.note ?? '');
  const { isOpen, opener, open, close } = useOpener();
  if (isOpen) return <NoteEditor card={card} note={note} onDone={close} />;
  return (
    <div className="own-note">
      {note === '' ? null : (
        <div className="own-note-text" dir="auto">
          <h4>Your note</h4>
          <Suspense fallback={<p className="own-note-plain">{note}</p>}>
            <RuntimeMarkdown text={note} />
          </Suspense>
        </div>
      )}
      <div className="button-row quiet-row">
        <button ref={opener} type="button" className="button-quiet" onClick={open}>
          {note === '' ? 'Write a note on this card' : 'Change your note'}
        </button>
        {children}
      </div>
    </div>
  );
}

interface CardNoteProps {
  readonly card: CardId;
  /** Stands beside the button that opens the note. */
  readonly children?: ReactNode;
}

function NoteEditor({ card, note, onDone }: NoteEditorProps): ReactNode {
  const register = useRecord((state) => state.register);
  const [text, setText] = useState(note);
  const id = useId();
  const isCancelled = useRef(false);
  const editor = useInView<HTMLDivElement>();
  const keep = () => {
    if (!isCancelled.current && text.trim() !== note.trim()) register({ t: 'note', card, text: text.trim() });
  };
  useBeforeLeaving(keep);
  const save = () => {
    announce('Note saved');
    // Leaving keeps it.
    onDone();
  };
  const cancel = () => {
    isCancelled.current = true;
    onDone();
  };
  return (
    <div ref={editor} className="field note-editor">
      <label htmlFor={id}>Your note on this card (Markdown)</label>
      {/* biome-ignore lint/a11y/noAutofocus: the learner has just asked for this field */}
      <textarea id={id} rows={4} value={text} autoFocus dir="auto" onChange={(event) => setText(event.target.value)} />
      <div className="button-row">
        <button type="button" className="button" onClick={save}>
          Save note
        </button>
        <button type="button" className="button-quiet" onClick={cancel}>
          Cancel
        </button>
      </div>
    </div>
  );
}

/** Acts when the field goes away, whatever takes it: its buttons, the next card, another screen, a closed tab. */
function useBeforeLeaving(act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const actNow = () => latest.current();
    addEventListener('pagehide', actNow);
    return () => {
      removeEventListener('pagehide', actNow);
      actNow();
    };
  }, []);
}

interface NoteEditorProps {
  readonly card: CardId;
  readonly note: string;
  onDone(): void;
}
