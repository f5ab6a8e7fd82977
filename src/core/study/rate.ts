import { type CardId, deletionOfCard } from '../model/id.ts';
import type { Rating } from '../model/verdict.ts';
import type { Showing, ShowingMemo } from './showing.ts';

/** Whether the learner rates the answer alone. */
export function isSelfGraded({ kind }: Showing): boolean {
  return kind.grading === 'self';
}

/** Ratings that fit what happened: a wrong answer grades itself. */
export function ratingsFor(showing: Showing, twoButtons: boolean): readonly Rating[] {
  if (isSelfGraded(showing)) return twoButtons ? [1, 3] : [1, 2, 3, 4];
  if (!isRight(showing)) return [1];
  return twoButtons ? [defaultRating(showing)] : [2, 3, 4];
}

/** What the ratings to choose from depend on, beside the answer. */
interface RatingWishes {
  readonly settings: { readonly twoButtons: boolean };
  /** Days until the card comes back after that rating. */
  daysAfter(card: CardId, rating: Rating): number;
}

/**
 * The ratings to choose from. Those that are more than Again are one where they make no difference: all bring the
 * card back on the same day, or, in practice, none moves it.
 */
export function offeredRatings(showing: Showing, wishes: RatingWishes, moves: boolean): readonly Rating[] {
  const fitting = ratingsFor(showing, wishes.settings.twoButtons);
  const days = new Set(fitting.filter((rating) => rating > 1).map((rating) => wishes.daysAfter(showing.card, rating)));
  const usual = defaultRating(showing);
  return moves && days.size > 1 ? fitting : fitting.filter((rating) => rating === 1 || rating === usual);
}

/** What Enter gives: Good, or Again after a wrong answer, or Hard after a guess that happened to be right. */
export function defaultRating(showing: ShowingMemo): Rating {
  if (showing.verdict === null) return 3;
  if (!isRight(showing)) return 1;
  return showing.isGuess || isSecondTry(showing) ? 2 : 3;
}

/** The same text once more is no other try: where the grader was wrong, it was right from the start. */
function isSecondTry({ missed, response, isOverruled }: ShowingMemo): boolean {
  if (missed === null) return false;
  return !(isOverruled && JSON.stringify(missed.response) === JSON.stringify(response));
}

/** Whether the grader said so, or the learner against the grader. */
export function isRight({ verdict, isOverruled }: ShowingMemo): boolean {
  return isOverruled || verdict?.score === 1;
}

/** A graded answer that is not right: it is Again without being asked. */
export function isWrong(showing: ShowingMemo): boolean {
  return showing.phase === 'answered' && showing.verdict !== null && !isRight(showing);
}

/** Only what was written can be right in a way that no grader knew of. */
export function mayOverrule({ question, card, response, given, verdict, kind }: Showing): boolean {
  const { written } = kind;
  if (written === null || verdict === null || verdict.score === 1) return false;
  const untouched = kind.given(written.nothing(question, deletionOfCard(card)));
  return given !== untouched && kind.lacks(question, response) === '';
}
