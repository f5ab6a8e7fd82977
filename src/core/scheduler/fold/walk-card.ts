import type { StudyDay } from '../../model/id.ts';
import type { Scheduler } from '../memory/fsrs.ts';
import { dayOfAnswer } from '../study-day.ts';
import { type AnyDraft, addToDraft } from './card-draft.ts';
import type { CardEntry, EntryOf } from './entry-kinds.ts';
import type { VoidAnswers } from './lineage.ts';

/** A showing of a card that was answered, or that the card was forgotten at the learner's wish. */
export interface CardStep {
  readonly entry: EntryOf<'answer'> | EntryOf<'reset'>;
  /**
   * Chance of recall that was expected of an answer on a later day than the last; null for a new card, for another
   * answer of the same day, for one that does not count because the key was wrong, and for a reset.
   */
  readonly recall: number | null;
  /** Since the last day on which it was answered; whole, and 0 where there was none. */
  readonly elapsedDays: number;
  /** Whether it changed the schedule. */
  readonly moved: boolean;
  /** Whether the card had no memory before it. */
  readonly isFirst: boolean;
}

/**
 * Adds a card's entries to its draft one by one, as a fold does, and tells of each step with the draft as it is after it.
 * A showing that was answered twice is told once.
 */
export function walkCard(
  draft: AnyDraft,
  entries: readonly CardEntry[],
  { scheduler, voids }: { readonly scheduler: Scheduler; readonly voids: VoidAnswers | null },
  onStep: (step: CardStep) => void,
): void {
  for (const entry of entries) {
    if (entry.t === 'answer' && draft.showings.includes(entry.at)) continue;
    const { reps, voided, stability } = draft;
    const elapsedDays = entry.t === 'answer' ? daysSince(draft, dayOfAnswer(entry)) : 0;
    const recall = elapsedDays === 0 ? null : scheduler.recallAfter(stability, elapsedDays);
    addToDraft(draft, entry, scheduler, voids);
    if (entry.t !== 'answer' && entry.t !== 'reset') continue;
    const moved = entry.t === 'reset' || draft.reps > reps;
    onStep({ entry, recall: draft.voided > voided ? null : recall, elapsedDays, moved, isFirst: stability === 0 });
  }
}

function daysSince({ stability, lastDay }: AnyDraft, day: StudyDay): number {
  return stability === 0 || lastDay === null ? 0 : Math.max(0, day - lastDay);
}
