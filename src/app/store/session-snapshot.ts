import type { CardId, EntryId } from '../../core/model/id.ts';
import type { Question, Response } from '../../core/model/question.ts';
import type { Rating, Verdict } from '../../core/model/verdict.ts';

/** One showing of a card: what was asked and what the learner has done with it so far. */
export interface Showing {
  readonly card: CardId;
  /** As the deck has it. */
  readonly source: Question;
  /** Draws the order of the options. */
  readonly seed: number;
  /** As shown: options in the order on screen. */
  readonly question: Question;
  readonly phase: 'asking' | 'answered';
  readonly response: Response | null;
  readonly verdict: Verdict | null;
  readonly isGuess: boolean;
  /** Typed answers that were refused before the one that counts. */
  readonly misses: number;
  /** Study time until the answer, ms; pauses of over a minute count as one minute. */
  readonly tookMs: number;
  /** What is missing or wrong with the response, to be read beside it. */
  readonly message: string;
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
export function isSelfGraded(question: Question): boolean {
  return question.kind === 'recall' || question.kind === 'cloze';
}

/** Ratings that fit what happened: a wrong answer grades itself. */
export function ratingsFor(showing: Showing, twoButtons: boolean): readonly Rating[] {
  if (isSelfGraded(showing.question)) return twoButtons ? [1, 3] : [1, 2, 3, 4];
  if (!isRight(showing)) return [1];
  return twoButtons ? [defaultRating(showing)] : [2, 3, 4];
}

/** What Enter gives: Good, or Again after a wrong answer, or Hard after a guess that happened to be right. */
export function defaultRating(showing: Showing): Rating {
  if (isSelfGraded(showing.question)) return 3;
  if (!isRight(showing)) return 1;
  return showing.isGuess || showing.misses > 0 ? 2 : 3;
}

export function isRight({ verdict }: Showing): boolean {
  return verdict?.score === 1;
}

/** What the log keeps of a response: option ids joined by a space, or the typed text. */
export function givenText(response: Response | null): string | undefined {
  if (response?.kind === 'choice') return response.option;
  if (response?.kind === 'multi') return response.options.join(' ');
  return response?.kind === 'typed' ? response.text : undefined;
}

/** Whether there is anything to grade. */
export function isEmpty(response: Response | null): boolean {
  if (response === null) return true;
  if (response.kind === 'multi') return response.options.length === 0;
  return response.kind === 'typed' && response.text.trim() === '';
}
