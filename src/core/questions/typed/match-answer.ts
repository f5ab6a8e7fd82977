import type { AcceptedAnswer, AcceptedNumber, AcceptedText } from '../../model/question.ts';
import { withinOneSlip } from '../../text/one-slip.ts';
import { answerSpellings } from './answer-spellings.ts';
import { foldText } from './folded-text.ts';
import { jsonSpelling } from './json-spelling.ts';
import { inBase, type Quantity, readQuantity, readWrittenQuantity, sameMeasure } from './quantity.ts';

/** Whether a folded text is the accepted one, or the number in any unit of its measure. */
export function isSpelt(answer: AcceptedAnswer, given: string, exactCase: boolean): boolean {
  return answer.form === 'text' ? foldText(answer.text, exactCase) === given : isNumber(answer, given);
}

/** Whether a folded text is the accepted one but for marks round it, blanks in JSON, or the way a number is written. */
export function isMeant(answer: AcceptedAnswer, given: string, exactCase: boolean): boolean {
  const wanted = answer.form === 'text' ? answer.text : '';
  return answerSpellings(given, wanted).some((spelling) => {
    if (answer.form === 'number') return isNumber(answer, spelling);
    return (
      isSpelt(answer, spelling, exactCase) || isSameJson(answer, spelling, exactCase) || isSameNumber(answer, spelling)
    );
  });
}

/** Whether one letter of a folded text slipped, where the author allows it. A mark is no letter: `a-b` is not `ab`. */
export function isSlipOf(answer: AcceptedAnswer, given: string, exactCase: boolean): boolean {
  if (answer.form !== 'text' || !answer.allowsSlip) return false;
  const wanted = foldText(answer.text, exactCase);
  return answerSpellings(given, answer.text).some((spelling) => {
    return withinOneSlip(wanted, spelling) && marksIn(wanted) === marksIn(spelling);
  });
}

function marksIn(text: string): string {
  return text.replace(/[\p{L}\p{N} ]/gu, '');
}

function isNumber(answer: AcceptedNumber, given: string): boolean {
  const written = readWrittenQuantity(given);
  if (written === null) return false;
  const quantity = written.unit === '' && !answer.needsUnit ? { ...written, unit: answer.unit } : written;
  if (!sameMeasure(quantity, answer)) return false;
  const allowed = inBase({ value: answer.tolerance, unit: answer.unit });
  const wanted = inBase(answer);
  // Binary fractions must not decide at the edge of the tolerance.
  const rounding = Math.max(Math.abs(wanted), allowed) * 1e-9;
  return Math.abs(inBase(quantity) - wanted) <= allowed + rounding;
}

function isSameJson({ text }: AcceptedText, given: string, exactCase: boolean): boolean {
  const folded = foldText(text, exactCase);
  // A member without quotes: only where the author sets the value apart, for `ecs:Poll` has no blank to lose.
  if (/^[\w.-]+: \S/.test(folded)) return folded.replace(': ', ':') === given.replace(/ ?: ?/, ':').replace(/,$/, '');
  const wanted = jsonSpelling(folded);
  return wanted !== null && wanted === jsonSpelling(given);
}

/** `2,048` and `2GB` for `2048` and `2 GB`; not where the digits are a name (`007`, `3.10`). */
function isSameNumber({ text }: AcceptedText, given: string): boolean {
  const wanted = readQuantity(text);
  const isName = /^[\d.]+/.exec(text)?.[0] !== String(wanted?.value);
  const written = isName ? null : readWrittenQuantity(given);
  return wanted !== null && written !== null && isSameQuantity(wanted, written);
}

function isSameQuantity(a: Quantity, b: Quantity): boolean {
  return a.value === b.value && sameMeasure(a, b) && inBase(a) === inBase(b);
}
