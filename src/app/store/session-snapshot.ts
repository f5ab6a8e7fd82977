import { type CardId, deletionOfCard, type EntryId } from '../../core/model/id.ts';
import type { Kind, Question, Response } from '../../core/model/question.ts';
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
export function isSelfGraded(question: Question): boolean {
  return question.kind === 'recall' || (question.kind === 'cloze' && !question.typed);
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
  return showing.isGuess || showing.missed !== null ? 2 : 3;
}

export function isRight({ verdict }: Showing): boolean {
  return verdict?.score === 1;
}

/** Kinds whose answer is written. They may be tried twice, and the answer may be asked for. */
export function isWritten(question: Question): boolean {
  return writtenKinds.has(question.kind) && !isSelfGraded(question);
}

const writtenKinds: ReadonlySet<Kind> = new Set<Kind>(['typed', 'command', 'config', 'json', 'cloze']);

/** The answer of a learner who asks for the right one without writing any: a file is as it was found. */
export function nothingWritten({ question, card }: Showing): Response {
  if (question.kind === 'cloze') return { kind: 'cloze', text: '', card: deletionOfCard(card) };
  const text = question.kind === 'config' || question.kind === 'json' ? question.start : '';
  return { kind: question.kind, text } as Response;
}

/** Whether there is anything to grade. A file or an order that is as it was found is no answer. */
export function isEmpty(question: Question, response: Response | null): boolean {
  if (response === null) return true;
  switch (response.kind) {
    case 'multi':
      return response.options.length === 0;
    case 'match':
      return question.kind !== 'match' || question.lefts.some(({ id }) => response.pairs[id] === undefined);
    case 'typed':
    case 'cloze':
    case 'command':
    case 'config':
    case 'json':
      return (response.text ?? '').trim() === '';
    default:
      return false;
  }
}
