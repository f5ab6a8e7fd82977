import { createScheduler } from '../../../src/core/scheduler/memory/fsrs.ts';
import type { KeptMemory } from '../../../src/core/scheduler/memory/memory-kernel.ts';
import type { Answer } from './policy.ts';

/** What was expected of a review on a later day than the last, and what came of it. */
export interface Prediction {
  readonly card: number;
  readonly day: number;
  readonly elapsedDays: number;
  /** Chance of recall, 0 to 1, by FSRS-6 with its own parameters. */
  readonly believed: number;
  /** Chance that it was recalled, 0 to 1. */
  readonly recalled: number;
}

/** What FSRS-6 with its own parameters believes of every card, from the answers alone. */
export interface BelievedMemories {
  /** By card; a stability of 0 stands for a card that was never answered. */
  readonly memories: readonly Readonly<KeptMemory>[];
  /** Day of the last answer by card; means nothing of a new card. */
  readonly lastDay: Int32Array;
  /** In the order of answers. */
  readonly predictions: readonly Prediction[];
  isNew(card: number): boolean;
  /** Chance of recall, 0 to 1, at the start of `day`; 0 of a new card. */
  recall(card: number, day: number): number;
  take(answer: Answer): void;
}

/** FSRS-6 with its own parameters. The kernel is pure, so all share one. */
export const fsrs = createScheduler({ desiredRetention: 0.9 });

/** Begins with what `history` says. */
export function createBelievedMemories(cards: number, history: readonly Answer[]): BelievedMemories {
  const memories: KeptMemory[] = Array.from({ length: cards }, () => ({ stability: 0, difficulty: 0 }));
  const lastDay = new Int32Array(cards);
  const predictions: Prediction[] = [];
  const isNew = (card: number) => memories[card]!.stability === 0;
  const recall = (card: number, day: number) =>
    isNew(card) ? 0 : fsrs.recallAfter(memories[card]!.stability, day - lastDay[card]!);
  const take = ({ card, day, rating, posterior }: Answer) => {
    const elapsedDays = day - lastDay[card]!;
    const recalled = posterior ?? Number(rating > 1);
    if (!isNew(card)) predictions.push({ card, day, elapsedDays, believed: recall(card, day), recalled });
    if (posterior === undefined) fsrs.remember(memories[card]!, elapsedDays, rating);
    else fsrs.rememberPerhaps(memories[card]!, elapsedDays, posterior);
    // The log would hold the re-test of the same day, too.
    if (rating === 1) fsrs.remember(memories[card]!, 0, 3);
    lastDay[card] = day;
  };
  for (const answer of history) take(answer);
  return { memories, lastDay, predictions, isNew, recall, take };
}
