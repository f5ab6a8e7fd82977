import type { Timestamp } from '../../../core/model/id.ts';
import type { MarkStore } from '../../../core/model/mark-store.ts';
import { keptRun } from '../../../core/study/kept-run.ts';
import type { ReviewState } from '../../../core/study/review-state.ts';

/** The mark under which the run through cards waits for the page to be opened again. */
export const sessionMark = 'session';

/** Keeps what has begun; forgets the run before when a new one starts or this one is closed. */
export function keepSession(marks: MarkStore, state: ReviewState, savedAt: Timestamp): void {
  // While a card is being read the mark before says more.
  if (state.session !== null && state.session.current !== null && state.showing === null) return;
  const kept = keptRun(state, savedAt);
  if (kept === null) marks.remove(sessionMark);
  else marks.set(sessionMark, JSON.stringify(kept));
}
