import type { Kind } from '../../model/question.ts';
import type { GuessHabits } from './guess-habits.ts';
import { timeRatio } from './time-ratio.ts';

/** A right answer at the first try, and what speaks for and against that it was recalled. */
export interface RightAnswer {
  /** Chance of recall before it by the memory model, 0 to 1; null for a card that was never answered. */
  readonly recall: number | null;
  /** Chance, more than 0 and at most 1, that a learner who knows nothing is right. */
  readonly guessRate: number;
  readonly kind: Kind;
  /** The learner said that it was a guess. */
  readonly isGuess: boolean;
  readonly tookMs: number;
}

/** No memory model is surer than this of one answer. */
const [leastRecall, mostRecall] = [0.01, 0.99];

/**
 * Chance, 0 to 1, that a right answer was recalled and not guessed (scheduling §5.1): the odds of recall before it, divided
 * by the chance of a lucky guess, times how much better what the learner said and how long it took fit to recall.
 */
export function recallPosterior(answer: RightAnswer, habits: GuessHabits): number {
  const recall = Math.min(mostRecall, Math.max(leastRecall, answer.recall ?? habits.knownShare));
  const before = recall / ((1 - recall) * answer.guessRate);
  const odds = before * confidenceRatio(answer, habits) * timeRatio(answer.tookMs, habits.timesOf(answer.kind));
  return odds / (1 + odds);
}

/** How many times as likely the learner says that, or says nothing, of a recalled answer as of a guessed one. */
function confidenceRatio({ isGuess }: RightAnswer, { unsure, usesButton }: GuessHabits): number {
  if (isGuess) return unsure.recalled / unsure.guessed;
  return usesButton ? (1 - unsure.recalled) / (1 - unsure.guessed) : 1;
}
