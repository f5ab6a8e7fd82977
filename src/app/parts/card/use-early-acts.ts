import { useEffect } from 'react';
import type { OptionId } from '../../../core/model/id.ts';
import type { SessionStore } from '../../store/session/session-state.ts';
import { useSessionStore } from '../../store/stores.tsx';
import { announce } from '../frame/live-regions.ts';

declare global {
  interface Window {
    /** Kept by a script of `index.html` from the first paint on. */
    sveskaEarly?: { take(): readonly EarlyAct[] };
  }
}

/** What the learner did before the app was there, and what was picked by then; the last of them is no event. */
interface EarlyAct {
  readonly event: Event | null;
  readonly option: string | undefined;
  readonly isGuess: boolean | undefined;
}

/** Does what was done with the card while there was no app to hear of it: once, and in order. */
export function useEarlyActs(): void {
  const session = useSessionStore();
  useEffect(() => takeEarlyActs(session), [session]);
}

function takeEarlyActs(session: SessionStore): void {
  const acts = window.sveskaEarly?.take() ?? [];
  delete window.sveskaEarly;
  for (const { event, option, isGuess } of acts) {
    respond(session, option, isGuess);
    if (event !== null) repeat(event, session);
  }
}

function respond(session: SessionStore, option: string | undefined, isGuess = false): void {
  const { showing, respond, guess } = session.getState();
  if (showing?.phase !== 'asking') return;
  if (showing.question.kind === 'choice' && option !== undefined)
    respond({ kind: 'choice', option: option as OptionId });
  if (isGuess !== showing.isGuess) guess(isGuess);
}

function repeat(event: Event, session: SessionStore): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  if (event instanceof KeyboardEvent) target.dispatchEvent(again(event));
  else if (event.type === 'click') target.closest('button')?.click();
  else {
    // Both told that the press was heard.
    if (event instanceof SubmitEvent) event.submitter?.removeAttribute('aria-busy');
    announce('');
    session.getState().check();
  }
}

/** The same press: an event itself is sent only once. */
function again({ key, code, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing }: KeyboardEvent): KeyboardEvent {
  const press = { key, code, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing };
  return new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true });
}
