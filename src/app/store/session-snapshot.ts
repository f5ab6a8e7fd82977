import type { CardId, EntryId } from '../../core/model/id.ts';
import type { Question, Response } from '../../core/model/question.ts';
import type { Rating, Verdict } from '../../core/model/verdict.ts';
import type { KindParts } from '../questions/registry.ts';

/** One showing of a card: what was asked and what the learner has done with it so far. */
export interface Showing {
  readonly card: CardId;
  /** As the deck has it. */
  readonly source: Question;
  /** Draws the order of the options. */
  readonly seed: number;
  /** As shown: options in the order on screen. */
  readonly question: Question;
  /** How its kind is drawn and graded. */
  readonly parts: KindParts;
  readonly phase: 'asking' | 'answered';
  readonly response: Response | null;
  readonly verdict: Verdict | null;
  readonly isGuess: boolean;
  /** The written answer that was refused before the one that counts. */
  readonly missed: Missed | null;
  /** Study time until the answer, ms; pauses of over a minute count as one minute. */
  readonly tookMs: number;
  /** What is missing or wrong with the response, to be read beside it. */
  readonly message: string;
}

/** An answer that was not right and may be mended once. */
export interface Missed {
  readonly response: Response;
  readonly verdict: Verdict;
}

/** What undo can take back. A rated showing is kept whole, so that it comes back as it was. */
export type PastStep = RatedStep | { readonly kind: 'skipped' | 'suspended'; readonly card: CardId };

export interface RatedStep {
  readonly kind: 'rated';
  readonly showing: Showing;
  readonly rating: Rating;
  /** The log entry; null in practice that does not count. */
  readonly entry: EntryId | null;
  /** Whether the card left the session with this rating. */
  readonly hasLeft: boolean;
}

/** Whether the learner rates the answer alone. */
export function isSelfGraded({ parts }: Showing): boolean {
  return parts.view.lacks === null;
}

/** Ratings that fit what happened: a wrong answer grades itself. */
export function ratingsFor(showing: Showing, twoButtons: boolean): readonly Rating[] {
  if (isSelfGraded(showing)) return twoButtons ? [1, 3] : [1, 2, 3, 4];
  if (!isRight(showing)) return [1];
  return twoButtons ? [defaultRating(showing)] : [2, 3, 4];
}

/** What Enter gives: Good, or Again after a wrong answer, or Hard after a guess that happened to be right. */
export function defaultRating(showing: Showing): Rating {
  if (isSelfGraded(showing)) return 3;
  if (!isRight(showing)) return 1;
  return showing.isGuess || showing.missed !== null ? 2 : 3;
}

export function isRight({ verdict }: Showing): boolean {
  return verdict?.score === 1;
}
