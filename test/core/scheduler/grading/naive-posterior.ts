import type { GuessHabits } from '../../../../src/core/scheduler/grading/guess-habits.ts';
import type { RightAnswer } from '../../../../src/core/scheduler/grading/recall-posterior.ts';

/**
 * The posterior once more, by Bayes' rule from what happens: first it is recalled or not, then what is not recalled is
 * guessed, and each has its own chance of what the learner said and its own density of the time.
 */
export function naivePosterior(answer: RightAnswer, habits: GuessHabits): number {
  const prior = answer.recall ?? habits.knownShare;
  const recalled = prior * evidence(answer, habits, 'recalled');
  const guessed = (1 - prior) * answer.guessRate * evidence(answer, habits, 'guessed');
  return recalled / (recalled + guessed);
}

function evidence({ isGuess, tookMs, kind }: RightAnswer, habits: GuessHabits, how: 'recalled' | 'guessed'): number {
  const said = isGuess ? habits.unsure[how] : 1 - habits.unsure[how];
  const { [how]: median, spread } = habits.timesOf(kind);
  const seconds = tookMs / 1000;
  const z = (Math.log(seconds) - Math.log(median)) / spread;
  const density = Math.exp(-(z ** 2) / 2) / (seconds * spread * Math.sqrt(2 * Math.PI));
  return said * density;
}
