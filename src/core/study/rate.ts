import { type CardId, deletionOfCard } from '../model/id.ts';
import type { Rating } from '../model/verdict.ts';
import { posteriorRating } from '../scheduler/grading/posterior-rating.ts';
import type { SessionRating } from './session.ts';
import type { Showing, ShowingMemo } from './showing.ts';

/** Whether the learner rates the answer alone. */
export function isSelfGraded({ kind }: Showing): boolean {
  return kind.grading === 'self';
}

/** Ratings that fit what happened: a wrong answer grades itself. */
export function ratingsFor(showing: Showing, twoButtons: boolean): readonly Rating[] {
  if (isSelfGraded(showing)) return twoButtons ? [1, 3] : [1, 2, 3, 4];
  if (!isRight(showing)) return [1];
  const usual = defaultRating(showing);
  // Whoever knew what was taken for a guess may say so.
  if (usual === 1) return twoButtons ? [1, 3] : [1, 2, 3, 4];
  return twoButtons ? [usual] : [2, 3, 4];
}

/** What the ratings to choose from depend on, beside the answer. */
interface RatingWishes {
  readonly settings: { readonly twoButtons: boolean };
  /** Days until the card comes back after that rating; `posterior` where it counts by that. */
  daysAfter(card: CardId, rating: Rating, posterior?: number): number;
}

/**
 * The ratings to choose from. Those that are more than Again are one where they make no difference: all bring the
 * card back on the same day, or, in practice, none moves it. Where the usual one counts by its posterior, no worse rating
 * is offered that would come back later.
 */
export function offeredRatings(showing: Showing, wishes: RatingWishes, moves: boolean): readonly Rating[] {
  const fitting = ratingsFor(showing, wishes.settings.twoButtons);
  const usual = defaultRating(showing);
  const daysOf = (rating: Rating) => wishes.daysAfter(showing.card, rating, posteriorFor(showing, rating));
  const days = new Set(fitting.filter((rating) => rating > 1).map(daysOf));
  if (!moves || days.size <= 1) return fitting.filter((rating) => rating === 1 || rating === (usual === 1 ? 3 : usual));
  return fitting.filter((rating) => rating >= usual || daysOf(rating) <= daysOf(usual));
}

/** The posterior by which that rating counts: the usual one's; another is the learner's own word. */
export function posteriorFor(showing: ShowingMemo, rating: Rating): number | undefined {
  return isRight(showing) && rating === defaultRating(showing) ? showing.posterior : undefined;
}

/**
 * What Enter gives: Good, or Again after a wrong answer; Hard at most after what the learner called a guess or got at the
 * second try; and whatever the posterior of a right answer makes of it, down to Again.
 */
export function defaultRating(showing: ShowingMemo): Rating {
  if (showing.verdict === null) return 3;
  if (!isRight(showing)) return 1;
  const likely = posteriorRating(showing.posterior ?? 1);
  return likely === 3 && (showing.isGuess || isSecondTry(showing)) ? 2 : likely;
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

/** What that rating of an answer says to the session. */
export function ratingOf(memo: ShowingMemo, rating: Rating): SessionRating {
  return { rating, isMiss: rating === 1 && !isRight(memo) };
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
