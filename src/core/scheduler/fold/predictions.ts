import type { Prediction } from '../exam-plan/recalibrate.ts';
import type { Scheduler } from '../memory/fsrs.ts';
import type { AnyDraft } from './card-draft.ts';
import type { CardEntry, EntryOf } from './entry-kinds.ts';
import { type CardStep, walkCard } from './walk-card.ts';

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
  walkCard(draft, entries, { scheduler, voids: null }, (step) => {
    const prediction = predictionOf(step);
    if (prediction !== null) predictions.push(prediction);
  });
  return predictions;
}

/** Null where nothing was expected. Of practice the misses alone would count, and it would seem harder than it is. */
export function predictionOf({ entry, recall, elapsedDays }: CardStep): Prediction | null {
  if (recall === null || entry.t !== 'answer' || entry.how === 'practice' || entry.how === 'exam') return null;
  return { recall, elapsedDays, recalled: recalledIn(entry) };
}

/** Chance that it was recalled, by the posterior of a right answer that may have been guessed, whatever its rating; S85. */
function recalledIn({ r, score, p }: EntryOf<'answer'>): number {
  return score === 1 && p !== undefined ? p : Number(r > 1);
}
