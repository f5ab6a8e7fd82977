import type { Prediction } from '../exam-plan/recalibrate.ts';
import type { Scheduler } from '../memory/fsrs.ts';
import { type AnyDraft, addToDraft } from './card-draft.ts';
import type { CardEntry } from './entry-kinds.ts';

/**
 * What the memory model expected of the answers among a card's entries, given on a later day than the one before, and
 * what came of them. `draft` is what the card was before the entries, and is what it is after them when this returns.
 */
export function predictionsOf(
  draft: AnyDraft,
  entries: readonly CardEntry[],
  scheduler: Scheduler,
): readonly Prediction[] {
  const predictions: Prediction[] = [];
  for (const entry of entries) {
    const { reps } = draft;
    addToDraft(draft, entry, scheduler);
    if (entry.t !== 'answer' || draft.reps === reps) continue;
    const { stabilityBefore, elapsedDays } = draft;
    if (stabilityBefore === 0 || elapsedDays === null || elapsedDays === 0) continue;
    predictions.push({ recall: scheduler.recallAfter(stabilityBefore, elapsedDays), isRecalled: entry.r > 1 });
  }
  return predictions;
}
