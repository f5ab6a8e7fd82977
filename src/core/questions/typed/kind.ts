import type { AcceptedAnswer, AcceptedNumber } from '../../model/question.ts';
import type { Verdict } from '../../model/verdict.ts';
import { hintsOf } from '../hints.ts';
import type { QuestionKind } from '../question-kind.ts';
import { writtenKind } from '../written-kind.ts';
import { answerSpellings } from './answer-spellings.ts';
import { foldText, longestTyped } from './folded-text.ts';
import { isMeant, isSlipOf, isSpelt } from './match-answer.ts';
import { knownUnits, measureWords, readWrittenQuantity, sameMeasure } from './quantity.ts';
import { plainPunctuation, smartPunctuationIn } from './smart-punctuation.ts';

/** A word, a line or a number that the learner types. */
export const typed: QuestionKind<'typed'> = {
  ...writtenKind('Type an answer first.'),
  kind: 'typed',
  grade: (question, response) => gradeTyped(question, response.text),
  rightResponse: ({ accepted }) => ({ kind: 'typed', text: exampleOf(accepted) }),
  written: { nothing: () => ({ kind: 'typed', text: '' }), hints: hintsOf },
};

/** How the first of the accepted answers may be typed. */
export function exampleOf([first]: readonly AcceptedAnswer[] = []): string {
  if (first === undefined) return '';
  return first.form === 'text' ? first.text : `${first.value} ${first.unit}`.trim();
}

/** What a typed text is held against. */
export interface TypedKey {
  readonly accepted: readonly AcceptedAnswer[];
  readonly wrong: readonly string[];
  readonly exactCase?: true;
}

/**
 * Holds a typed text against what is accepted: first as it stands, then without what does no harm. What the author
 * calls wrong is refused before anything is forgiven.
 */
export function gradeTyped({ accepted, wrong, exactCase: exact }: TypedKey, text: string): Verdict {
  const exactCase = exact === true;
  if (text.length > longestTyped) {
    return verdict(false, [`The text has ${text.length} characters; an answer has ${longestTyped} at most.`]);
  }
  const given = foldText(text, exactCase);
  const spelt = accepted.find((answer) => isSpelt(answer, given, exactCase));
  if (spelt !== undefined) return verdict(true, readAs(spelt, given));
  const refused = wrong.map((line) => foldText(line, exactCase));
  if (refused.includes(given)) return verdict(false, []);
  const meant = accepted.find((answer) => isMeant(answer, given, exactCase));
  if (meant !== undefined) return verdict(true, []);
  if (refused.some((line) => answerSpellings(given, line).includes(line))) return verdict(false, []);
  const slipped = accepted.find((answer) => isSlipOf(answer, given, exactCase));
  if (slipped?.form === 'text') return verdict(true, [`It is spelt "${slipped.text}".`]);
  return verdict(false, adviceOn(accepted, text, exactCase));
}

function verdict(right: boolean, advice: readonly string[]): Verdict {
  return { score: right ? 1 : 0, parts: [{ part: 'text', state: right ? 'right' : 'wrong' }], advice };
}

/** A bare number is taken in the unit of the answer, which is said. */
function readAs(answer: AcceptedAnswer, given: string): readonly string[] {
  const quantity = readWrittenQuantity(given);
  if (answer.form === 'text' || !knownUnits.includes(answer.unit) || quantity?.unit !== '') return [];
  return [`It is read as ${quantity.value} ${answer.unit}.`];
}

function adviceOn(accepted: readonly AcceptedAnswer[], text: string, exactCase: boolean): readonly string[] {
  const smart = smartPunctuationIn(text);
  const straight = foldText(plainPunctuation(text), exactCase);
  if (smart.length > 0 && accepted.some((answer) => isMeant(answer, straight, exactCase))) {
    return [...new Set(smart.map(({ name, instead }) => `You typed ${name}; a computer wants ${instead}.`))];
  }
  const folded = foldText(text);
  if (exactCase && accepted.some((answer) => isMeant(answer, folded, false))) {
    return ['Small and capital letters differ here.'];
  }
  return accepted.flatMap((answer) => (answer.form === 'number' ? unitAdvice(answer, text) : [])).slice(0, 1);
}

function unitAdvice(answer: AcceptedNumber, text: string): readonly string[] {
  const given = readWrittenQuantity(text);
  if (given === null) return [];
  if (given.unit === '') return answer.needsUnit && given.value === answer.value ? ['Give the unit, too.'] : [];
  return sameMeasure(given, answer) ? [] : [`What is asked for is ${measureWords(answer.unit)}.`];
}
