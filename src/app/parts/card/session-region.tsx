import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { notePath } from '../../../core/model/address.ts';
import { runCommand } from '../../store/session/run-command.ts';
import { readSessionKey } from '../../store/session/session-keys.ts';
import { useLater, useRecord, useSessionStore, useStores } from '../../store/stores.tsx';
import { useCue } from './use-cue.ts';

/**
 * The part of the page whose keys belong to the session: those that are pressed in it, or while nothing has the
 * focus. They do nothing while it is elsewhere.
 */
export function SessionRegion({ label, takesFocus = true, children }: SessionRegionProps): ReactNode {
  const { record } = useStores();
  const session = useSessionStore();
  const shortcuts = useRecord((state) => state.settings.shortcuts);
  const mayChoose = useLater() !== null;
  const [, navigate] = useLocation();
  const region = useRef<HTMLElement>(null);
  useCue(region, takesFocus);
  const openNote = () => {
    const reference = session.getState().showing?.question.note ?? null;
    if (reference !== null) navigate(notePath(reference));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    session.getState().touch();
    const command = readSessionKey(event, event.target as Element, shortcuts);
    if (command !== null && runCommand(command, { session, record, mayChoose, openNote })) event.preventDefault();
  };
  useUnfocusedKeys(region, onKeyDown);
  return (
    // Focusable by script and click alone, so that a click beside the controls does not lose the keys.
    <section
      ref={region}
      className="session"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={({ nativeEvent }) => onKeyDown(nativeEvent)}
      onPointerUp={() => session.getState().touch()}
    >
      {children}
    </section>
  );
}

/** Hears the keys that are pressed around the region: on the page itself, before anything has the focus. */
function useUnfocusedKeys(region: RefObject<HTMLElement | null>, onKeyDown: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKeyDown);
  useEffect(() => {
    latest.current = onKeyDown;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { target } = event;
      const isAround = target instanceof Element && target !== region.current && target.contains(region.current);
      if (isAround && document.querySelector('dialog[open]') === null) latest.current(event);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [region]);
}

interface SessionRegionProps {
  readonly label: string;
  /** Whether the first card takes the focus at once; on a first visit the page keeps it. */
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
}
