import type { CardId, Timestamp } from '../../../core/model/id.ts';
import type { MarkStore } from '../../../core/model/mark-store.ts';
import { fromEarlier } from '../../../core/study/earlier-run.ts';
import { type KeptRun, keptRun } from '../../../core/study/kept-run.ts';
import type { PastStep, ReviewState } from '../../../core/study/review-state.ts';

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

/** The run that an earlier page left, of whatever version; null for none, and for a mark that no version wrote. */
export function readKeptSession(marks: MarkStore): KeptRun | null {
  try {
    const kept: unknown = JSON.parse(marks.get(sessionMark) ?? 'null');
    return isKept(kept) ? fromEarlier(kept) : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is KeptRun {
  const { v, savedAt, day, run, past, place, showing } = (value ?? {}) as Partial<KeptRun>;
  if (v !== 1 || !Number.isFinite(savedAt) || !Number.isSafeInteger(day) || typeof place !== 'string') return false;
  if (!isCards(run?.cards) || !isCards(run?.spare) || !Array.isArray(run?.added)) return false;
  return isSteps(past) && (showing === null || typeof showing?.card === 'string');
}

function isCards(value: unknown): value is readonly CardId[] {
  return Array.isArray(value) && value.every((card) => typeof card === 'string');
}

function isSteps(value: unknown): value is readonly PastStep[] {
  return Array.isArray(value) && value.every((step) => typeof (step as PastStep | null)?.card === 'string');
}
