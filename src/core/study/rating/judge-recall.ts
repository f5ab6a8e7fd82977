import type { CardState } from '../../model/card-state.ts';
import type { StudyDay } from '../../model/id.ts';
import { type HabitsRequest, measureHabits } from '../../scheduler/grading/measure-habits.ts';
import { keptPosterior } from '../../scheduler/grading/posterior-rating.ts';
import { recallPosterior } from '../../scheduler/grading/recall-posterior.ts';
import type { Scheduler } from '../../scheduler/memory/fsrs.ts';
import type { Showing } from '../showing.ts';

/** What is known of the learner and of the card's memory when an answer is judged. */
export interface JudgedBy extends HabitsRequest {
  readonly today: StudyDay;
  readonly scheduler: Pick<Scheduler, 'recallAfter'>;
}

/**
 * Chance, with two digits, that an answer was recalled and not guessed. Undefined where it is no question: of what is not
 * right, cannot be guessed, or was right at the second try, and from 0.95 on if the learner did not call it a guess.
 */
export function judgeRecall(showing: Showing, by: JudgedBy): number | undefined {
  const { kind, question, verdict, missed, isGuess, tookMs, card } = showing;
  const guessRate = verdict?.score === 1 && missed === null ? kind.guessRate(question) : 0;
  if (guessRate === 0) return undefined;
  const recall = recallOf(by.states.get(card), by);
  const answer = { recall, guessRate, kind: question.kind, isGuess, tookMs };
  return keptPosterior(recallPosterior(answer, measureHabits(by)), isGuess);
}

/** Null of a card that was never answered. */
function recallOf(state: CardState | undefined, { today, scheduler }: JudgedBy): number | null {
  if (state === undefined || state.due === null) return null;
  return scheduler.recallAfter(state.stability, Math.max(0, today - state.lastDay));
}
