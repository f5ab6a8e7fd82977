import { hasErrors } from '../../model/diagnostic.ts';
import type { Place } from '../../model/diagnostic-codes.ts';
import { isCloze, type Kind, type Question, type QuestionBase } from '../../model/question.ts';
import { proveMutants } from '../../questions/proof/prove-mutants.ts';
import type { AnswerBlock, QuestionReader } from '../../questions/question-kind.ts';
import { questionReaders } from '../../questions/reader-registry.ts';
import { isOptionLine } from '../answers/option-line.ts';
import type { RawQuestion } from '../answers/raw-question.ts';
import { belowOf, readAnswer } from '../answers/read-answer.ts';
import { type Compilation, report } from '../compilation.ts';
import type { QuestionHead } from '../heads/question-head.ts';
import { checkCards } from '../lock/check-cards.ts';
import { correctionOf } from '../lock/ids-lock.ts';
import { type ClozeText, idleDeletion, markDeletions } from '../markdown/cloze-marks.ts';
import { noDeletions } from '../markdown/fragment.ts';
import { renderFragment } from '../markdown/render-fragment.ts';
import { fragmentOf, renderSlice } from '../markdown/render-part.ts';
import { warnOfCues } from '../rules/rules-for-cues.ts';
import { warnOfOptions } from '../rules/rules-for-options.ts';
import { warnOfParts } from '../rules/rules-for-parts.ts';
import { warnOfQuestion } from '../rules/rules-for-questions.ts';
import { kindOf } from './kind-of-question.ts';
import type { QuestionRead } from './question-read.ts';
import type { CaseRead } from './read-case.ts';
import { revOf } from './rev-of-question.ts';
import { traceOf } from './trace-question.ts';

/** What the pack declares and single questions may use. */
export interface AuthorChoices {
  /** Null when the pack could not be asked. */
  readonly beliefs: ReadonlySet<string> | null;
}

/** Renders a question's fragments, reads it as its kind and lets it prove itself; null when it cannot be used. */
export function readQuestion(
  compilation: Compilation,
  raw: RawQuestion,
  head: QuestionHead,
  author: AuthorChoices,
  owner: CaseRead | null,
): QuestionRead | null {
  const kind = kindOf(compilation, raw, head);
  if (kind === null) return null;
  const { file } = head.place;
  const promptPlace = { file, line: raw.prompt.line, column: 1 };
  const cloze = isCloze(kind) ? markDeletions(raw.prompt.text, promptPlace) : null;
  if (cloze !== null && cloze.diagnostics.length > 0) {
    compilation.diagnostics.push(...cloze.diagnostics);
    return null;
  }
  // An author who says kind=recall says that braces are text.
  const idle = cloze === null && head.kind !== 'recall' ? idleDeletion(raw.prompt.text, promptPlace) : null;
  if (idle !== null) compilation.diagnostics.push(idle);
  if (raw.prompt.text === '')
    report(compilation, 'E105', head.place, 'The question has no prompt.', 'Ask something before the answer.');
  if (raw.strayAnswer !== null) reportStrayAnswer(compilation, file, raw);
  for (const line of raw.strayLines) reportStrayLine(compilation, { file, line, column: 1 });
  refuseOddAttributes(compilation, kind, head);
  const base = readBase(compilation, raw, head, cloze, kind, owner);
  const reader: QuestionReader<Kind> = questionReaders[kind];
  const answer = readAnswer(compilation, raw, file, reader.form, cloze);
  const { place, shuffle, check, letterCase } = head;
  const source = { base, place, promptPlace, promptText: raw.prompt.text, shuffle, check, letterCase, answer };
  const { value, diagnostics } = reader.read(source);
  compilation.diagnostics.push(...diagnostics);
  if (value === null) return null;
  if (!hasErrors(diagnostics)) {
    const proof = reader.prove(value, place);
    compilation.diagnostics.push(...(proof.length > 0 ? proof : proveMutants(value, place)));
  }
  const question = withCorrection(compilation, value, head);
  const trace = traceOf(value, head, raw.prompt.line, raw.prompt.text);
  const read = { question, name: head.name, promptPlace, trace };
  if (value.status !== 'retired') warn(compilation, read, answer, author);
  checkCards(compilation, read);
  return read;
}

/** The question with all that is known of a corrected key. */
function withCorrection({ lock }: Compilation, question: Question, { name, corrected: on }: QuestionHead): Question {
  if (on === null && !lock.byId.has(name)) return question;
  const corrected = correctionOf(question, on, lock.byId);
  return corrected === null ? question : { ...question, corrected };
}

function warn(compilation: Compilation, read: QuestionRead, answer: AnswerBlock, author: AuthorChoices): void {
  warnOfQuestion(compilation, read);
  if (answer.form === 'options') {
    warnOfOptions(compilation, answer.options, author.beliefs);
    warnOfCues(compilation, answer.options, read.trace.promptText);
  } else warnOfParts(compilation, questionReaders[read.question.kind].texts(answer));
}

/** Attributes that only some kinds have would be passed over in silence by the others. */
function refuseOddAttributes(compilation: Compilation, kind: Kind, head: QuestionHead): void {
  const { typed, check, letterCase, place } = head;
  if (typed && !isCloze(kind)) {
    const fix = 'Leave typed out; for an answer to be typed write an ```answer block.';
    report(compilation, 'E102', place, `typed=true is for cloze questions; this one is of the kind ${kind}.`, fix);
  }
  if (letterCase !== null && kind !== 'typed' && kind !== 'typed-cloze') {
    const fix = 'Leave case out; it is for an ```answer block and for a cloze with typed=true.';
    report(compilation, 'E102', place, `case= is for answers that are typed; this one is of the kind ${kind}.`, fix);
  }
  if (check !== null && questionReaders[kind].check === null) {
    report(compilation, 'E102', check.place, `Questions of the kind ${kind} have no checker.`, 'Leave check out.');
  }
}

function reportStrayAnswer(
  compilation: Compilation,
  file: string,
  { strayAnswer, takeAway, answer }: RawQuestion,
): void {
  const line = strayAnswer ?? 1;
  const place = { file, line, column: 1 };
  const row = takeAway?.text.split('\n')[line - takeAway.line] ?? '';
  if (isOptionLine(row, 0)) {
    const fix = 'Indent everything that belongs to an option by two blanks, and leave no text between options.';
    report(compilation, 'E108', place, 'A second list of options starts here; one question has one.', fix);
  } else if (answer.form === 'options') {
    const fix = 'Give it a question of its own, or take the word behind the marks out of the block.';
    report(
      compilation,
      'E103',
      place,
      'A block of an answer stands below options, and one question has one of the two.',
      fix,
    );
  } else {
    const fix = 'Put the blocks of an answer together, with nothing but blank lines between them.';
    report(compilation, 'E103', place, 'A block of the answer stands behind other text.', fix);
  }
}

function reportStrayLine(compilation: Compilation, place: Place): void {
  const fix = 'Begin it with ">" as the lines above, or put it above the rationale when it belongs to the option.';
  report(compilation, 'E108', place, 'This line below a rationale belongs neither to it nor to the option.', fix);
}

function readBase(
  compilation: Compilation,
  raw: RawQuestion,
  head: QuestionHead,
  cloze: ClozeText | null,
  kind: Kind,
  owner: CaseRead | null,
): QuestionBase {
  const { id, title, note, domain, tags, sources, status, difficulty, forExam, was, place } = head;
  const { file } = place;
  const { line } = raw.prompt;
  const text = cloze?.text ?? raw.prompt.text;
  const deletions = cloze?.deletions ?? noDeletions;
  const describe = () => ({ ...fragmentOf(text, { file, line, column: 1 }), deletions });
  const prompt = renderFragment(compilation, text, describe, deletions);
  const takeAway = renderSlice(compilation, cloze === null ? raw.takeAway : belowOf(raw.answer), file);
  const rev = revOf(raw, kind, owner?.source ?? '');
  const shared = owner?.shared ?? null;
  const base = { id, title, rev, prompt, takeAway, note, domain, tags, sources, status, difficulty, was, case: shared };
  return forExam ? { ...base, forExam } : base;
}
