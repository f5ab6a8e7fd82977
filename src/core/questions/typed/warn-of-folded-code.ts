import type { Diagnostic } from '../../model/diagnostic.ts';
import { complain } from '../../model/diagnostic-codes.ts';
import type { AcceptedAnswer } from '../../model/question.ts';
import type { QuestionSource } from '../question-kind.ts';
import { readQuantity } from './quantity.ts';

/** W222: every text that is accepted looks like code, and the heading does not say whether capitals count. */
export function warnOfFoldedCode(
  { letterCase, place }: QuestionSource,
  accepted: readonly AcceptedAnswer[],
): readonly Diagnostic[] {
  const texts = accepted.flatMap((answer) => (answer.form === 'text' ? [answer.text] : []));
  const [first] = texts;
  if (letterCase !== null || first === undefined || !texts.every(isCode)) return [];
  return [complain('W222', place, `"${first}" looks like code, and is accepted in any case.`)];
}

/** A variable (`ECS_CLUSTER`), a name in camel case (`valueFrom`), or nothing but capitals (`AWS`). */
function isCode(text: string): boolean {
  if (readQuantity(text) !== null) return false;
  return /[A-Za-z]_[A-Za-z]|[a-z][A-Z]/.test(text) || (/[A-Z]{2}/.test(text) && !/[a-z]/.test(text));
}
