import { type PackId, packOf } from '../../../core/model/id.ts';
import { defaultRating } from '../../../core/study/rate.ts';
import type { SessionStore } from './session-state.ts';

/**
 * Ends a run that would, or may, still ask for cards of a pack, which is being switched off; the next one is planned anew.
 * A graded answer that waits for Continue counts as if it had been pressed.
 */
export function endRunOfPack(store: SessionStore, pack: PackId): void {
  const { session, showing, sequence, rate, close } = store.getState();
  const toCome = session === null ? [] : [session.current, ...session.waiting, ...session.spare];
  if (!toCome.some((card) => card !== null && packOf(card) === pack)) return;
  const isPending = showing?.phase === 'answered' && showing.verdict !== null;
  if (isPending) rate(defaultRating(showing), sequence);
  close();
}
