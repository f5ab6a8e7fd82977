import { type ReactNode, useEffect, useRef } from 'react';
import type { Note, NoteSection, Source } from '../../../core/model/pack.ts';
import { RichTextView } from '../text/rich-text.tsx';
import { SourceList } from '../text/source-list.tsx';

/** A note to read: lead, sections with permalinks, what the caller hangs under each section, sources. */
export function NoteView({ note, under, onSeen }: NoteViewProps): ReactNode {
  return (
    <div className="note-body" dir="auto">
      <RichTextView rich={note.lead} />
      {note.sections.map((section) => (
        <NoteSectionView key={section.id} section={section} onSeen={onSeen}>
          {under(section)}
        </NoteSectionView>
      ))}
      <Sources sources={note.sources} />
    </div>
  );
}

interface NoteViewProps {
  readonly note: Note;
  /** What stands below a section: its questions. */
  readonly under: (section: NoteSection) => ReactNode;
  /** Called when the end of a section has come into view. */
  readonly onSeen: (section: string) => void;
}

function NoteSectionView({ section, onSeen, children }: NoteSectionProps): ReactNode {
  return (
    <section aria-labelledby={section.id}>
      <div className="note-heading">
        <h2 id={section.id} tabIndex={-1}>
          {section.title}
        </h2>
        <a className="permalink" href={`#${section.id}`} aria-label={`Link to “${section.title}”`}>
          #
        </a>
      </div>
      <RichTextView rich={section.body} />
      <SeenMark section={section.id} onSeen={onSeen} />
      {children}
    </section>
  );
}

interface NoteSectionProps {
  readonly section: NoteSection;
  readonly onSeen: (section: string) => void;
  readonly children: ReactNode;
}

/** An empty line at the end of a section; seeing it means that the section was read to its end. */
function SeenMark({
  section,
  onSeen,
}: {
  readonly section: string;
  readonly onSeen: (section: string) => void;
}): ReactNode {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = mark.current;
    if (element === null) return;
    const observer = new IntersectionObserver((seen) => {
      if (seen.some((entry) => entry.isIntersecting)) onSeen(section);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [section, onSeen]);
  return <div ref={mark} />;
}

function Sources({ sources }: { readonly sources: readonly Source[] }): ReactNode {
  if (sources.length === 0) return null;
  return (
    <footer className="sources">
      <h2>Sources</h2>
      <SourceList sources={sources} />
    </footer>
  );
}
