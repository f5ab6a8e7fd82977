import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useLocation } from 'wouter';
import { notePath } from '../../core/model/address.ts';
import { runCommand } from '../store/run-command.ts';
import { readSessionKey } from '../store/session-keys.ts';
import { useRecord, useSessionStore, useStores } from '../store/stores.tsx';
import { useCue } from './use-cue.ts';

/**
 * The part of the page whose keys belong to the session. Keys are heard here and not on the window, so
 * that they do nothing while the focus is elsewhere.
 */
export function SessionRegion({ label, takesFocus = true, children }: SessionRegionProps): ReactNode {
  const { record } = useStores();
  const session = useSessionStore();
  const shortcuts = useRecord((state) => state.settings.shortcuts);
  const [, navigate] = useLocation();
  const region = useRef<HTMLElement>(null);
  useCue(region, takesFocus);
  const openNote = () => {
    const reference = session.getState().showing?.question.note ?? null;
    if (reference !== null) navigate(notePath(reference));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    session.getState().touch();
    const command = readSessionKey(event.nativeEvent, event.target as Element, shortcuts);
    if (command !== null && runCommand(command, { session, record, openNote })) event.preventDefault();
  };
  return (
    // Focusable by script and click alone, so that a click beside the controls does not lose the keys.
    <section
      ref={region}
      className="session"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onPointerUp={() => session.getState().touch()}
    >
      {children}
    </section>
  );
}

interface SessionRegionProps {
  readonly label: string;
  /** Whether the first card takes the focus at once; on a first visit the page keeps it. */
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
}
