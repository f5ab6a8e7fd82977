import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { isSittingPath } from '../../../core/exam/exam-path.ts';
import { readQuestionPath } from '../../../core/model/address.ts';
import { questionOfCard } from '../../../core/model/id.ts';
import { startsWithCard } from '../../store/first-visit.ts';
import { noteOfTopic } from '../../store/note-of-topic.ts';
import type { SessionState } from '../../store/session/session-state.ts';
import { type Stores, useStores } from '../../store/stores.tsx';
import { isSessionPath } from '../../store/trail.ts';
import { readBrowsePractice } from '../browse/browse-path.ts';
import { readPracticeCards } from '../practice/practice-path.ts';

/**
 * Whether the screen can be interrupted: no card is on it, nor about to come. A summary, a card that cannot be shown
 * and packs that cannot be read may be.
 */
export function useMayInterrupt(): boolean {
  const stores = useStores();
  const [path] = useLocation();
  useStore(stores.session);
  useStore(stores.practice);
  useStore(stores.decks);
  useStore(stores.record, (state) => state.opening);
  if (path === '/') return !startsWithCard(stores) || isAtRest(stores.session.getState());
  if (!isSessionPath(path)) return true;
  if (isSittingPath(path)) return false;
  const run = [stores.session, stores.practice].map((store) => store.getState()).find(isOf(path));
  return run === undefined ? isNowhere(stores, path) : isAtRest(run);
}

function isOf(path: string) {
  return ({ session, place }: SessionState) => session !== null && place.split('?')[0] === path;
}

function isAtRest({ session, trouble }: SessionState): boolean {
  return session?.done === true || trouble !== null;
}

/** Whether no run will begin: the packs cannot be read, or none has what the address names. */
function isNowhere({ decks }: Stores, path: string): boolean {
  const { status, summaries } = decks.getState();
  if (status !== 'ready' || path === '/review') return status === 'failed';
  const question = readQuestionPath(path);
  const parameters = new URLSearchParams(location.search);
  if (question === null && readBrowsePractice(parameters) !== null) return false;
  const topic = parameters.get('topic');
  if (question === null && topic !== null) return noteOfTopic(decks, topic) === null;
  const named = readPracticeCards(parameters.get('cards') ?? '');
  return !(question === null ? named.map(questionOfCard) : [question]).some((id) => summaries.has(id));
}
