import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useRecord, useSession } from '../store/stores.tsx';
import { Icon } from './icon.tsx';
import { ProgressStrip } from './progress-strip.tsx';
import { SaveMark } from './save-state.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { HelpLink } from './shell.tsx';

/** Exit, what this is, progress, Undo and, last as everywhere, Help. A summary has a heading of its own. */
export function SessionBar({ title }: { readonly title: string | null }): ReactNode {
  const session = useSession((state) => state.session);
  return (
    <header className="session-bar">
      <Link href="/" className="top-link">
        <Icon name="back" /> Exit
      </Link>
      {title === null ? null : <ScreenHeading title={title} takesFocus={false} />}
      {session === null || session.cards.length < 2 ? null : (
        <ProgressStrip session={session}>
          <SaveMark />
        </ProgressStrip>
      )}
      <div className="session-tools">
        <UndoButton />
        <HelpLink />
      </div>
    </header>
  );
}

export function UndoButton(): ReactNode {
  const undo = useSession((state) => state.undo);
  const isPossible = useSession((state) => state.past.length > 0);
  const shortcuts = useRecord((state) => state.settings.shortcuts);
  return (
    <button
      type="button"
      className="top-link undo-button"
      aria-disabled={!isPossible}
      aria-keyshortcuts={shortcuts ? 'U Z Control+Z' : 'Control+Z'}
      onClick={undo}
    >
      <Icon name="undo" /> Undo
    </button>
  );
}
