import type { Rating } from '../../../src/core/model/verdict.ts';
import type { GuessHabits } from '../../../src/core/scheduler/grading/guess-habits.ts';
import { keptPosterior, posteriorRating } from '../../../src/core/scheduler/grading/posterior-rating.ts';
import { recallPosterior } from '../../../src/core/scheduler/grading/recall-posterior.ts';
import { type Choice, guessRate } from './guesser.ts';

/** How an answer counts: by its rating, or by its posterior where there is one. */
export interface Grade {
  readonly rating: Rating;
  readonly posterior?: number | undefined;
}

/** A rule of how an answer counts. `recall`: chance of recall by the memory model, null for a new card. */
export type Grading = (choice: Choice, recall: number | null) => Grade;

/** From the simplest rule to the product's. */
export const gradings = {
  naive: ({ isRight }) => ({ rating: isRight ? 3 : 1 }),
  'a guess is Hard': ({ isRight, isUnsure }) => ({ rating: isRight ? (isUnsure ? 2 : 3) : 1 }),
  'ratings by posterior': (choice, recall) => ({
    rating: choice.isRight ? posteriorRating(posteriorOf(choice, recall)) : 1,
  }),
  'memory by posterior': (choice, recall) => {
    const posterior = keptPosterior(posteriorOf(choice, recall), choice.isUnsure);
    return choice.isRight ? { rating: posteriorRating(posterior ?? 1), posterior } : { rating: 1 };
  },
} as const satisfies Record<string, Grading>;

export type GradingName = keyof typeof gradings;

/** As the product has them of a learner whom it knows. */
const habits: GuessHabits = {
  knownShare: 0.68,
  unsure: { recalled: 0.15, guessed: 0.8 },
  usesButton: true,
  timesOf: () => ({ recalled: 8, guessed: 14, spread: 0.5, trust: 1 }),
};

function posteriorOf({ isUnsure, tookMs }: Choice, recall: number | null): number {
  return recallPosterior({ recall, guessRate, kind: 'choice', isGuess: isUnsure, tookMs }, habits);
}
