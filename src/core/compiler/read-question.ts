import { hasErrors, type Outcome } from '../model/diagnostic.ts';
import { complain, type Place } from '../model/diagnostic-codes.ts';
import type { Kind, Question, QuestionBase } from '../model/question.ts';
import type { RichText } from '../model/rich-text.ts';
import type { AnswerBlock, SourceOption } from '../questions/question-kind.ts';
import { questionReaders } from '../questions/reader-registry.ts';
import { type ClozeText, markDeletions } from './cloze-marks.ts';
import { type Fragment, noDeletions, noFootnotes } from './fragment.ts';
import { limits } from './limits.ts';
import { suggestName } from './nearest-name.ts';
import type { QuestionHead } from './question-head.ts';
import type { RawOption, RawQuestion, Slice } from './raw-question.ts';
import { idProblem, readAttributes } from './read-attributes.ts';
import { renderFragment, withoutParagraph } from './render-fragment.ts';
import { warnOfOptions } from './rules-for-options.ts';
import { warnOfQuestion } from './rules-for-questions.ts';
import { report, type Session } from './session.ts';
import { addToHash, endHash, startHash, textHash } from './text-hash.ts';

/** A question with what the rules for whole packs still want to know of its source. */
export interface QuestionRead {
  readonly question: Question;
  readonly place: Place;
  readonly promptPlace: Place;
  /** The prompt as it was written. */
  readonly promptText: string;
}

/** What the pack declares and single questions may use. */
export interface AuthorChoices {
  readonly beliefs: ReadonlySet<string>;
  readonly hasDomains: boolean;
}

/** Renders a question's fragments, reads it as its kind and lets it prove itself; null when it cannot be used. */
export function readQuestion(
  session: Session,
  raw: RawQuestion,
  head: QuestionHead,
  author: AuthorChoices,
): QuestionRead | null {
  const kind = kindOf(session, raw, head);
  if (kind === null) return null;
  const { file } = head.place;
  const promptPlace = { file, line: raw.prompt.line, column: 1 };
  const cloze = kind === 'cloze' ? markDeletions(raw.prompt.text, promptPlace) : null;
  if (cloze !== null) session.diagnostics.push(...cloze.diagnostics);
  if (raw.prompt.text === '')
    report(session, 'E101', head.place, 'The question has no prompt.', 'Ask something before the answer.');
  if (raw.strayOption !== null) reportStrayOption(session, file, raw.strayOption);
  const base = readBase(session, raw, head, cloze, kind);
  const answer = readAnswer(session, raw, file, kind, cloze);
  const { place, shuffle } = head;
  const source = { base, place, promptPlace, promptText: raw.prompt.text, shuffle, answer };
  const reader = questionReaders[kind];
  const { value, diagnostics }: Outcome<Question> = reader.read(source);
  session.diagnostics.push(...diagnostics);
  if (value === null) return null;
  if (!hasErrors(diagnostics)) session.diagnostics.push(...prove(value, place));
  const read = { question: value, place, promptPlace, promptText: raw.prompt.text };
  if (value.status !== 'retired') {
    warnOfQuestion(session, read, author.hasDomains);
    if (answer.form === 'options') warnOfOptions(session, answer.options, author.beliefs);
  }
  return read;
}

function prove(question: Question, place: Place) {
  // The question's kind picked its reader, so the two agree; TypeScript cannot follow that.
  const run = questionReaders[question.kind].prove as (
    question: Question,
    place: Place,
  ) => Outcome<null>['diagnostics'];
  return run(question, place);
}

const laterKinds = ['order', 'match', 'command', 'config', 'json', 'lab', 'case'];

/** The kind that the answer block makes, which `kind=` may only confirm. */
function kindOf(session: Session, raw: RawQuestion, { kind: named, place }: QuestionHead): Kind | null {
  const found = kindFound(raw, named);
  if (named !== null && !Object.hasOwn(questionReaders, named)) {
    const later = laterKinds.includes(named);
    const message = later
      ? `This version has no questions of the kind "${named}".`
      : `There is no kind "${named.slice(0, 40)}".`;
    session.diagnostics.push(complain('E103', place, message, suggestName(named, Object.keys(questionReaders))));
    return null;
  }
  if (found !== null && (named === null || named === found || bothOptions(named, found)))
    return (named as Kind | null) ?? found;
  const message = found === null ? missingAnswer(raw) : `kind=${named}, but the answer block is that of "${found}".`;
  report(session, 'E103', place, message);
  return null;
}

function bothOptions(named: string, found: string): boolean {
  return [named, found].every((kind) => kind === 'choice' || kind === 'multi');
}

function kindFound(raw: RawQuestion, named: string | null): Kind | null {
  if (raw.options.length > 0) return raw.options.filter((option) => option.right).length > 1 ? 'multi' : 'choice';
  if (raw.fence !== null) return raw.fence.info.split(/\s+/)[0] === 'answer' ? 'typed' : null;
  if (named !== 'recall' && raw.prompt.text.includes('{{')) return 'cloze';
  return raw.below === null ? null : 'recall';
}

function missingAnswer({ fence }: RawQuestion): string {
  if (fence === null) return 'The question has no answer block.';
  return `This version has no questions with a block \`\`\`${fence.info.slice(0, 40)}.`;
}

function reportStrayOption(session: Session, file: string, line: number): void {
  const fix = 'Indent everything that belongs to an option by two blanks, and leave no text between options.';
  report(
    session,
    'E101',
    { file, line, column: 1 },
    'A second list of options starts here; one question has one.',
    fix,
  );
}

function readBase(
  session: Session,
  raw: RawQuestion,
  head: QuestionHead,
  cloze: ClozeText | null,
  kind: Kind,
): QuestionBase {
  const { id, title, note, domain, tags, sources, status, difficulty, was, place } = head;
  const { file } = place;
  const { line } = raw.prompt;
  const text = cloze?.text ?? raw.prompt.text;
  const deletions = cloze?.deletions ?? noDeletions;
  const describe = () => ({ ...fragmentOf(text, { file, line, column: 1 }), deletions });
  const prompt = renderFragment(session, text, describe, deletions);
  const takeAway = render(session, cloze === null ? raw.takeAway : raw.below, file);
  const rev = revOf(raw, kind);
  return { id, title, rev, prompt, takeAway, note, domain, tags, sources, status, difficulty, was };
}

/** Hash of what decides the verdict: the kind, the prompt, and the options or answers with their key. */
function revOf(raw: RawQuestion, kind: Kind): string {
  const hash = startHash();
  addToHash(hash, kind);
  addToHash(hash, raw.prompt.text);
  for (const { right, text } of raw.options) {
    addToHash(hash, right ? 'x' : '');
    addToHash(hash, text);
  }
  for (const line of raw.fence?.lines ?? []) addToHash(hash, line);
  if (kind === 'recall') addToHash(hash, raw.below?.text ?? '');
  return endHash(hash);
}

function fragmentOf(text: string, place: Place): Fragment {
  return { text, place, scope: 'question', note: null, deletions: noDeletions, footnotes: noFootnotes, prefix: '' };
}

const empty: RichText = [];

function render(session: Session, slice: Slice | null, file: string): RichText {
  if (slice === null) return empty;
  const { text, line } = slice;
  return renderFragment(session, text, () => fragmentOf(text, { file, line, column: 1 }));
}

function readAnswer(
  session: Session,
  raw: RawQuestion,
  file: string,
  kind: Kind,
  cloze: ClozeText | null,
): AnswerBlock {
  if (cloze !== null) return { form: 'deletions', numbers: cloze.deletions.map(({ n }) => n) };
  if (kind === 'recall') return { form: 'back', back: render(session, raw.below, file) };
  if (raw.fence !== null) return readLines(session, raw.fence, file);
  if (raw.options.length > limits.options) {
    const place = { file, line: raw.options[0]?.line ?? raw.line, column: 1 };
    report(session, 'E104', place, `The question has ${raw.options.length} options; ${limits.options} are allowed.`);
  }
  const options = raw.options.slice(0, limits.options);
  return { form: 'options', options: options.map((option) => readOption(session, option, file)) };
}

function readLines(session: Session, fence: NonNullable<RawQuestion['fence']>, file: string): AnswerBlock {
  if (fence.lines.length > limits.answerLines) {
    const message = `The answer block has ${fence.lines.length} lines; ${limits.answerLines} are allowed.`;
    report(session, 'E104', { file, line: fence.line, column: 1 }, message);
  }
  const lines = fence.lines.slice(0, limits.answerLines);
  return {
    form: 'lines',
    lines: lines.map((text, index) => ({ text, place: { file, line: fence.line + 1 + index, column: 1 } })),
  };
}

const optionKeys = ['belief', 'pin'];

function readOption(session: Session, option: RawOption, file: string): SourceOption {
  const place = { file, line: option.line, column: 7 };
  const { text, id, idPlace, values } = readAttributes(session, option.text, place, optionKeys);
  const problem = id === null ? null : idProblem(id);
  if (problem !== null) report(session, 'E111', idPlace, problem);
  if (text === '') report(session, 'E101', place, 'An option has no text.', 'Write what the learner may choose.');
  const pin = values.get('pin');
  if (pin !== undefined && pin.text !== 'last' && pin.text !== 'first') {
    report(
      session,
      'E101',
      pin.place,
      `pin=${pin.text.slice(0, 20)} is neither first nor last.`,
      'Write pin=last or pin=first.',
    );
  }
  const rationale = option.rationale.trim();
  return {
    place,
    id: id ?? textHash(text),
    idIsWritten: id !== null,
    source: text,
    text: withoutParagraph(renderFragment(session, text, () => fragmentOf(text, place))),
    right: option.right,
    rationaleSource: rationale,
    rationale: renderFragment(session, rationale, () =>
      fragmentOf(rationale, { file, line: option.rationaleLine, column: 5 }),
    ),
    belief: values.get('belief')?.text ?? null,
    pinned: pin !== undefined,
  };
}
