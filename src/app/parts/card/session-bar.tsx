import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useSession } from '../../store/stores.tsx';
import { Icon } from '../frame/icon.tsx';
import { ScreenHeading } from '../frame/screen-heading.tsx';
import { HelpLink } from '../frame/shell.tsx';
import { SaveMark } from '../record/save-state.tsx';
import { ProgressStrip } from './progress-strip.tsx';
import { UndoButton } from './undo-button.tsx';

/** Exit, what this is, progress, Undo and, last as everywhere, Help. A summary has a heading of its own. */
export function SessionBar({ title, exit }: SessionBarProps): ReactNode {
  const session = useSession((state) => state.session);
  return (
    <header className="session-bar">
      {exit ?? (
        <Link href="/" className="top-link">
          <ExitWords />
        </Link>
      )}
      {title === null ? null : <ScreenHeading title={title} takesFocus={false} />}
      {session === null ? null : session.cards.length < 2 ? (
        <SaveMark />
      ) : (
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

interface SessionBarProps {
  readonly title: string | null;
  /** In place of the way to Today. */
  readonly exit?: ReactNode;
}

export function ExitWords(): ReactNode {
  return (
    <>
      <Icon name="back" /> Exit
    </>
  );
}
