import type { Kind } from '../../model/question.ts';
import type { AnswerTimes } from './time-ratio.ts';

/** How one learner answers what is recalled, and what is guessed. */
export interface GuessHabits {
  /** Share, 0 to 1, of new cards of which the answer is known at the first try. */
  readonly knownShare: number;
  /** Chance, more than 0 and less than 1, that the learner says "I'm guessing" of a recalled answer, and of a guess. */
  readonly unsure: { readonly recalled: number; readonly guessed: number };
  /** Whether the learner says so at all: only then does it mean something to say nothing. */
  readonly usesButton: boolean;
  /** How long answers to a kind take. */
  timesOf(kind: Kind): AnswerTimes;
}
