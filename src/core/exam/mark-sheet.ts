import type { MultiQuestion, Response } from '../model/question.ts';
import type { Asked } from '../study/showing.ts';
import { isSameAnswer, type Mark, type Place } from './attempt.ts';

/** A question of an exam as it is shown. */
export interface ExamAsked extends Asked {
  /** The pack has another version by now than was drawn. */
  readonly isEdited?: boolean;
}

/**
 * Judges the answers of an exam as the exam does it: an answer is right as a whole or not at all, and what is not
 * answered is wrong.
 *
 * @param asked the questions as they were shown; null for one that no pack has any more, which cannot be right.
 */
export function markSheet(sheet: readonly Place[], asked: readonly (ExamAsked | null)[]): readonly Mark[] {
  return sheet.map((place, index) => markPlace(place, asked[index] ?? null));
}

function markPlace({ response, leftWith, spentMs }: Place, asked: ExamAsked | null): Mark {
  const isRight = isRightIn(asked, response);
  const first = leftWith[0] ?? null;
  const isChanged = first !== null && !isSameAnswer(first, response);
  const change = isChanged ? effect(isRightIn(asked, first), isRight) : null;
  return { isRight, isAnswered: isAnswered(asked, response), change, spentMs };
}

function isRightIn(asked: ExamAsked | null, response: Response | null): boolean {
  const given = fitting(asked, response);
  return asked !== null && given !== null && asked.kind.grade(asked.question, given).score === 1;
}

/** Whether a question is answered in full: of several options as many are ticked as are right. */
export function isAnswered(asked: ExamAsked | null, response: Response | null): boolean {
  const given = fitting(asked, response);
  if (asked === null || given === null || asked.kind.lacks(asked.question, given) !== '') return false;
  const { question } = asked;
  return given.kind !== 'multi' || question.kind !== 'multi' || given.options.length === rightOnes(question);
}

function rightOnes({ options }: MultiQuestion): number {
  return options.filter(({ right }) => right).length;
}

/** The response while it is one to that question, as the pack has it now. */
export function fitting(asked: ExamAsked | null, response: Response | null): Response | null {
  if (asked === null || response?.kind !== asked.question.kind) return null;
  return asked.isEdited !== true || asked.kind.fits(asked.question, response) ? response : null;
}

function effect(wasRight: boolean, isRight: boolean): Mark['change'] {
  if (wasRight === isRight) return 'same';
  return isRight ? 'helped' : 'hurt';
}
