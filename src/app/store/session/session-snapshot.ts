import type { CardId, EntryId, ShowingId } from '../../../core/model/id.ts';
import type { Question, Response } from '../../../core/model/question.ts';
import type { Rating, Verdict } from '../../../core/model/verdict.ts';
import type { KindParts } from '../../questions/registry.ts';

/** One showing of a card: what was asked and what the learner has done with it so far. */
export interface Showing extends ShowingMemo {
  /** As the deck has it. */
  readonly source: Question;
  /** As shown: options in the order on screen. */
  readonly question: Question;
  /** How its kind is drawn and graded. */
  readonly parts: KindParts;
  /** What is missing or wrong with the response, to be read beside it. */
  readonly message: string;
}

/** What is kept of a showing beside its question: plain data that outlives a reload. */
export interface ShowingMemo {
  readonly card: CardId;
  /** The question's `rev` when it was shown. */
  readonly rev: string;
  /** Draws the order of the options. */
  readonly seed: number;
  readonly phase: 'asking' | 'answered';
  readonly response: Response | null;
  readonly verdict: Verdict | null;
  readonly isGuess: boolean;
  /** The written answer that was refused before the one that counts. */
  readonly missed: Missed | null;
  /** Study time until the answer, ms; pauses of over a minute count as one minute. */
  readonly tookMs: number;
  /** Minted when it is answered; an answer that two tabs rate counts once. */
  readonly at: ShowingId | null;
  /** The answer in the log: a wrong one is there as soon as it is checked. */
  readonly entry: EntryId | null;
  /** The learner counts as right what the grader refused. */
  readonly isOverruled: boolean;
}

/** An answer that was not right and may be mended once. */
export interface Missed {
  readonly response: Response;
  readonly verdict: Verdict;
}

/** What undo can take back. What was on screen is kept, so that it comes back as it was. */
export type PastStep = RatedStep | PassedStep;

export interface RatedStep {
  readonly kind: 'rated';
  readonly card: CardId;
  readonly memo: ShowingMemo;
  readonly rating: Rating;
  /** The log entry; null in practice that does not count. */
  readonly entry: EntryId | null;
  /** Whether the card left the session with this rating. */
  readonly hasLeft: boolean;
  /** The entry that leaves the card for tomorrow; absent where there is none, and in marks from before it was kept. */
  readonly buried?: EntryId;
}

interface PassedStep {
  readonly kind: 'skipped' | 'suspended';
  readonly card: CardId;
  /** The answer that was on screen; null for a card that was not answered. */
  readonly memo: ShowingMemo | null;
  /** The suspension in the log; absent for a skip, and in marks from before it was kept. */
  readonly entry?: EntryId;
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
