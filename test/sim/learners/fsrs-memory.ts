import type { Rating } from '../../../src/core/model/verdict.ts';
import { createScheduler } from '../../../src/core/scheduler/memory/fsrs.ts';
import type { KeptMemory } from '../../../src/core/scheduler/memory/memory-kernel.ts';
import type { HiddenMemory } from './learner.ts';

/** Hidden numbers of a learner that remembers by FSRS-6. */
export interface FsrsTraits {
  /** w0 to w20. */
  readonly parameters: readonly number[];
  /** Factor of the first stability of a card. */
  stabilityFactor(card: number): number;
  /** Added to the first difficulty of a card. */
  difficultyShift(card: number): number;
}

/** A learner whose memory is FSRS-6 itself, with parameters and cards that the policies do not know. */
export function createFsrsMemory(traits: FsrsTraits, cards: number): HiddenMemory {
  const { remember, recallAfter } = createScheduler({ desiredRetention: 0.9, parameters: traits.parameters });
  const memories: KeptMemory[] = Array.from({ length: cards }, () => ({ stability: 0, difficulty: 0 }));
  const lastDay = new Int32Array(cards);
  const elapsed = (card: number, day: number) => day - lastDay[card]!;
  const take = (card: number, day: number, rating: Rating, afterFirst?: (memory: KeptMemory) => void) => {
    const memory = memories[card]!;
    remember(memory, elapsed(card, day), rating);
    afterFirst?.(memory);
    // The re-test: one Good on the same day.
    if (rating === 1) remember(memory, 0, 3);
    lastDay[card] = day;
  };
  return {
    ease: () => null,
    recall: (card, day) => recallAfter(memories[card]!.stability, elapsed(card, day)),
    reviewed: take,
    studied: (card, day, rating) =>
      take(card, day, rating, (memory) => {
        memory.stability = Math.max(0.01, memory.stability * traits.stabilityFactor(card));
        memory.difficulty = Math.min(10, Math.max(1, memory.difficulty + traits.difficultyShift(card)));
      }),
  };
}
