import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import { complain, type Place } from '../../model/diagnostic-codes.ts';
import type { AcceptedAnswer, TypedQuestion } from '../../model/question.ts';
import { fenceIn } from '../find-answer.ts';
import { noTexts } from '../no-texts.ts';
import type { QuestionReader, QuestionSource, SourceLine } from '../question-kind.ts';
import { foldText } from './folded-text.ts';
import { exampleOf, typed } from './kind.ts';
import { canBeCounted, knownUnits, readQuantity } from './quantity.ts';
import { warnOfFoldedCode } from './warn-of-folded-code.ts';

/** An ```answer block: accepted answers, `~` for one slip, `=` for a number, `wrong:` for what must be refused. */
export const typedReader: QuestionReader<'typed'> = {
  kind: 'typed',
  name: 'typed',
  form: 'lines',
  fix: undefined,
  check: null,
  recognises: ({ answer }) => fenceIn(answer, ''),
  decides: (answer) => (answer.form === 'fences' ? answer.fences.flatMap(({ lines }) => lines) : []),
  read: readTyped,
  prove: proveTyped,
  mutants: null,
  rightOptions: () => [],
  texts: () => noTexts,
};

function readTyped(source: QuestionSource): Outcome<TypedQuestion> {
  const accepted: AcceptedAnswer[] = [];
  const wrong: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const line of source.answer.form === 'lines' ? source.answer.lines : []) {
    const refused = wrongText(line.text);
    if (refused !== null) wrong.push(refused);
    else if (line.text.trim() !== '') collect(readAnswer(line), accepted, diagnostics);
  }
  if (accepted.length === 0 && diagnostics.length === 0) {
    diagnostics.push(
      complain('E120', source.place, 'The answer block accepts nothing.', 'Write one accepted answer a line.'),
    );
  }
  if (diagnostics.length > 0) return { value: null, diagnostics };
  const exact = source.letterCase === 'exact' ? { exactCase: true as const } : {};
  const value: TypedQuestion = { ...source.base, kind: 'typed', accepted, wrong, ...exact };
  return { value, diagnostics: warnOfFoldedCode(source, accepted) };
}

function collect(answer: AcceptedAnswer | Diagnostic, accepted: AcceptedAnswer[], diagnostics: Diagnostic[]): void {
  if ('form' in answer) accepted.push(answer);
  else diagnostics.push(answer);
}

function wrongText(line: string): string | null {
  return /^\s*wrong:/i.test(line) ? line.slice(line.indexOf(':') + 1).trim() : null;
}

const longestAnswer = 200;
const tooLong = `An accepted answer is longer than ${longestAnswer} characters.`;
const shortestWithSlip = 4;

function readAnswer(line: SourceLine): AcceptedAnswer | Diagnostic {
  const text = line.text.trim();
  // Longer lines are not even folded: that is not linear.
  if (text.length > longestAnswer + 1) return complain('E170', line.place, tooLong);
  if (text.startsWith('=')) return readNumber(text.slice(1).trim(), line.place);
  // A tilde alone is the home folder.
  const allowsSlip = text.startsWith('~') && text !== '~';
  const answer = allowsSlip ? text.slice(1).trim() : text;
  const problem = problemOf(answer, allowsSlip);
  return problem === null ? { form: 'text', text: answer, allowsSlip } : complain('E170', line.place, problem);
}

function problemOf(answer: string, allowsSlip: boolean): string | null {
  if (answer.length > longestAnswer) return tooLong;
  if (foldText(answer) === '') return 'An accepted answer is empty.';
  if (!allowsSlip) return null;
  if (readQuantity(answer) !== null) return `One slip in the number "${answer}" makes another number.`;
  return answer.length < shortestWithSlip
    ? `"${answer}" is too short to allow a slip: another word is one slip away.`
    : null;
}

/** `12 GiB`, `12 ± 0.5 GiB` (`+-` will do) or `6 ± 0 tasks`; the unit counts for both numbers. */
function readNumber(text: string, place: Place): AcceptedAnswer | Diagnostic {
  const [amount = '', margin, ...more] = text.split(/±|\+\/?-/);
  if (margin?.trim().startsWith('-')) {
    const message = `The tolerance "${margin.trim().slice(0, 40)}" is negative, and an answer cannot be nearer than exact.`;
    return complain('E170', place, message, 'Write the tolerance without its sign.');
  }
  const spread = readQuantity(margin ?? '0');
  const wanted = readQuantity(amount);
  if (wanted === null || spread === null || more.length > 0) return unreadable(text, place);
  const unit = wanted.unit === '' ? spread.unit : wanted.unit;
  if ((spread.unit !== '' && spread.unit !== unit) || !canBeCounted(unit)) return unreadable(text, place);
  return { form: 'number', value: wanted.value, tolerance: spread.value, unit: asWritten(unit, text) };
}

/** A noun keeps its capitals, for it is shown: `2 vCPU`. */
function asWritten(unit: string, text: string): string {
  const noun = /[a-z][a-z -]*$/i.exec(text.trim())?.[0] ?? '';
  return noun.toLowerCase() === unit ? noun : unit;
}

function unreadable(text: string, place: Place): Diagnostic {
  const fix = `Write = number ± tolerance unit, with no unit, one of ${knownUnits.join(', ')}, or what is counted: = 6 ± 0 tasks.`;
  return complain('E170', place, `"= ${text}" is not a number with a tolerance and a known unit.`, fix);
}

function proveTyped(question: TypedQuestion, place: Place): readonly Diagnostic[] {
  const refused = question.accepted
    .map((answer) => exampleOf([answer]))
    .filter((text) => scoreOf(question, text) !== 1);
  const admitted = question.wrong.filter((text) => scoreOf(question, text) !== 0);
  return [
    ...refused.map((text) => complain('E160', place, `The accepted answer "${text}" is graded wrong.`)),
    ...admitted.map((text) => complain('E160', place, `"${text}" stands under wrong: but is graded right.`)),
  ];
}

function scoreOf(question: TypedQuestion, text: string): number | null {
  return typed.grade(question, { kind: 'typed', text }).score;
}
