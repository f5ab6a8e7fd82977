import type { AcceptedAnswer } from '../../model/question.ts';
import type { Verdict } from '../../model/verdict.ts';
import { withinOneSlip } from '../../text/one-slip.ts';
import { hintsOf } from '../hints.ts';
import type { QuestionKind } from '../question-kind.ts';
import { writtenKind } from '../written-kind.ts';
import { inBase, readQuantity, sameMeasure } from './quantity.ts';
import { plainPunctuation, smartPunctuationIn } from './smart-punctuation.ts';

/** A word, a line or a number that the learner types. */
export const typed: QuestionKind<'typed'> = {
  ...writtenKind('Type an answer first.'),
  kind: 'typed',
  grade: (question, response) => gradeTyped(question.accepted, response.text),
  rightResponse: ({ accepted }) => ({ kind: 'typed', text: exampleOf(accepted) }),
  written: { nothing: () => ({ kind: 'typed', text: '' }), hints: hintsOf },
};

/** How the first of the accepted answers may be typed. */
export function exampleOf([first]: readonly AcceptedAnswer[] = []): string {
  if (first === undefined) return '';
  return first.form === 'text' ? first.text : `${first.value} ${first.unit}`.trim();
}

/** Case, spacing and compatibility forms do not count: NFKC, lower case, single spaces. */
export function foldText(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Holds a typed text against what is accepted. */
export function gradeTyped(accepted: readonly AcceptedAnswer[], text: string): Verdict {
  const folded = foldText(text);
  if (accepted.some((answer) => matches(answer, folded))) return verdict(true, []);
  const slipped = accepted.find((answer) => answer.form === 'text' && matchesWithSlip(answer, folded));
  if (slipped?.form === 'text') return verdict(true, [`It is spelt "${slipped.text}".`]);
  return verdict(false, adviceOn(accepted, text));
}

function verdict(right: boolean, advice: readonly string[]): Verdict {
  return { score: right ? 1 : 0, parts: [{ part: 'text', state: right ? 'right' : 'wrong' }], advice };
}

function matches(answer: AcceptedAnswer, folded: string): boolean {
  if (answer.form === 'text') return foldText(answer.text) === folded;
  const given = readQuantity(folded);
  if (given === null || !sameMeasure(given, answer)) return false;
  const allowed = inBase({ value: answer.tolerance, unit: answer.unit });
  const wanted = inBase(answer);
  // Binary fractions must not decide at the edge of the tolerance.
  const rounding = Math.max(Math.abs(wanted), allowed) * 1e-9;
  return Math.abs(inBase(given) - wanted) <= allowed + rounding;
}

function matchesWithSlip(answer: AcceptedAnswer, folded: string): boolean {
  return answer.form === 'text' && answer.allowsSlip && withinOneSlip(foldText(answer.text), folded);
}

function adviceOn(accepted: readonly AcceptedAnswer[], text: string): readonly string[] {
  const smart = smartPunctuationIn(text);
  const straight = foldText(plainPunctuation(text));
  if (smart.length > 0 && accepted.some((answer) => matches(answer, straight))) {
    return [...new Set(smart.map(({ name, instead }) => `You typed ${name}; a computer wants ${instead}.`))];
  }
  return accepted.some((answer) => isNumberWithoutUnit(answer, text)) ? ['Give the unit, too.'] : [];
}

function isNumberWithoutUnit(answer: AcceptedAnswer, text: string): boolean {
  const given = readQuantity(text);
  return answer.form === 'number' && answer.unit !== '' && given?.unit === '' && given.value === answer.value;
}
