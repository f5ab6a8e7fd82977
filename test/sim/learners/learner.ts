import type { Rating } from '../../../src/core/model/verdict.ts';

/** A simulated person with one deck. Policies never see it: they see the ratings of its answers. */
export interface Learner {
  /** True chance, 0 to 1, that the card is recalled at the start of `day`; 0 if it was never studied. */
  recall(card: number, day: number): number;
  /**
   * The answer of that day; the first one of a card is its first study. What it leaves in memory is in the learner
   * afterwards, and so is the one re-test of the same day that follows upon Again.
   */
  answer(card: number, day: number): Rating;
}

/** How one family of learners remembers: the part of a learner that differs between families. */
export interface HiddenMemory {
  /** As that of a learner, of a card that was studied. */
  recall(card: number, day: number): number;
  /** The card was read and asked for the first time; Again is followed by its re-test. */
  studied(card: number, day: number, rating: Rating): void;
  /** The card was asked on a later day; Again is followed by its re-test. */
  reviewed(card: number, day: number, rating: Rating): void;
  /** How easy the card is, standard normal: it shifts its ratings. Null where the rating moves memory, and not the ease. */
  ease(card: number): number | null;
}
