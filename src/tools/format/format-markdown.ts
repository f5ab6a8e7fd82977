import { isOptionLine } from '../../core/compiler/answers/option-line.ts';
import { linesStart } from '../../core/compiler/answers/scan-lines.ts';
import { attributeParts, attributeSpan, headingKeys, spellAttributes } from '../../core/compiler/grammar.ts';
import { slipsIn } from '../../core/compiler/rules/report-slips.ts';
import { fenceAfter, infoOfFence, isAnswerFence } from '../../core/compiler/text/code-fence.ts';
import { isBlank, trimBlanks } from '../../core/compiler/text/line-marks.ts';
import { splitHeadings } from '../../core/compiler/text/split-headings.ts';
import { trimBlankLines } from '../../core/compiler/text/trim-blank-lines.ts';
import { formatOptions } from './format-options.ts';
import { stripTrailingBlanks, type WrittenLine } from './strip-trailing-blanks.ts';

/** What has been found of the answer block of the question that is being read. */
type Answer = 'none' | 'fences' | 'break' | 'done';

interface Writing {
  /** The part that is being read. */
  text: string;
  readonly asQuestions: boolean;
  readonly lines: WrittenLine[];
  answer: Answer;
  /** What `kind=` says in the heading. */
  kind: string;
  /** Whether each `###` starts a question, too. */
  inCase: boolean;
  /** Blank lines that wait for what follows them. */
  blanks: number;
}

/**
 * Formats Markdown below the front matter: one blank line between blocks, boxes and rationales in one spelling, no
 * trailing blanks. Code keeps every character; where a fence stands inside a list, all of the section does, for what is
 * code there depends on all around it, and likewise where a question has a slip. `asQuestions`: each `##` starts a question with an answer block.
 */
export function formatMarkdown(text: string, asQuestions: boolean): string {
  const writing: Writing = { text, asQuestions, lines: [], answer: 'done', kind: '', inCase: false, blanks: 0 };
  const parts = splitHeadings({ path: '', text, firstLine: 1 }, 2);
  // Where a fence is not closed nobody knows what is code.
  if (parts.some(({ openFence }) => openFence !== null)) return text.replace(/^(?:[ \t]*\n)+/, '');
  for (const { heading, body } of parts) {
    if (heading !== null) writeHeading(writing, `## ${heading}`);
    if (fenceInList.test(body.text) || (asQuestions && hasSlip(writing, body.text))) writeExactly(writing, body.text);
    else writeBody(writing, body.text);
  }
  return stripTrailingBlanks(writing.lines)
    .map((line) => `${line}\n`)
    .join('');
}

/** Whether something is written otherwise than meant: only its author knows where it belongs. */
function hasSlip({ inCase }: Writing, text: string): boolean {
  const parts = inCase ? splitHeadings({ path: '', text, firstLine: 1 }, 3).map(({ body }) => body.text) : [text];
  return parts.some((part) => slipsIn(part).some((slip) => slip !== null));
}

const fenceInList = /^[ \t]+(?:`{3,}|~{3,})/m;

function writeBody(writing: Writing, text: string): void {
  writing.text = text;
  for (let at = 0; at < text.length; ) at = writeBlock(writing, at);
}

function writeExactly(writing: Writing, text: string): void {
  const body = trimBlankLines(text, 1).text;
  for (const [n, line] of (body === '' ? [] : body.split('\n')).entries()) {
    if (n === 0) write(writing, line, true);
    else writing.lines.push({ text: line, exact: true });
  }
}

/** Writes what starts with the line at an offset; gives the offset at which the text goes on. */
function writeBlock(writing: Writing, at: number): number {
  const { text, asQuestions } = writing;
  const row = lineAt(text, at);
  const next = at + row.length + 1;
  const fenceEnd = endOfFence(text, at, row);
  if (fenceEnd !== null) return writeFence(writing, at, fenceEnd);
  if (isBlank(row)) writing.blanks += 1;
  else if (/^#{1,6} /.test(row)) writeHeading(writing, row);
  else if (asQuestions && writing.answer === 'none' && isOptionLine(text, at)) return writeOptions(writing, at);
  else if (asQuestions && isBreakOfQuestion(writing, row)) writeBreak(writing);
  else {
    if (startsAnswer(writing, at)) writing.answer = 'done';
    write(writing, row, /^(?: {4}|\t|\s*>)/.test(row));
  }
  return next;
}

function write(writing: Writing, text: string, exact: boolean): void {
  const { lines } = writing;
  // Between lines of indented code every blank line counts, also when a footnote, which goes elsewhere, stands there.
  const keepsAll = isIndented(text) && /^(?: {4}|\t|\[\^)/.test(lines.at(-1)?.text ?? '');
  const blanks = lines.length === 0 ? 0 : keepsAll ? writing.blanks : Math.min(1, writing.blanks);
  for (let n = 0; n < blanks; n++) lines.push({ text: '', exact });
  lines.push({ text, exact });
  writing.blanks = 0;
}

function isIndented(line: string): boolean {
  return /^(?: {4}|\t)/.test(line);
}

/** Writes lines with a blank one before and after them. */
function writeApart(writing: Writing, lines: readonly string[]): void {
  writing.blanks = 1;
  for (const [n, line] of lines.entries()) {
    if (n === 0) write(writing, line, false);
    else writing.lines.push({ text: line, exact: true });
  }
  writing.blanks = 1;
}

function writeHeading(writing: Writing, row: string): void {
  const [mark = ''] = /^#+/.exec(row) ?? [];
  const heading = trimBlanks(row.slice(mark.length));
  const isQuestion = mark.length === 2 || (mark.length === 3 && writing.inCase);
  // Any other heading is Markdown, in which a U+00A0 at its end is text.
  writeApart(writing, [`${mark} ${isQuestion ? spellAttributes(heading, headingKeys) : heading}`]);
  if (!isQuestion) return;
  writing.kind = kindIn(heading);
  if (mark.length === 2) writing.inCase = writing.kind === 'case';
  // The scenario of a case has no answer; its questions have.
  writing.answer = mark.length === 2 && writing.inCase ? 'done' : 'none';
}

function kindIn(heading: string): string {
  const parts = attributeParts(attributeSpan(heading)?.inside ?? '');
  return parts.flatMap((part) => (part.form === 'value' && part.key === 'kind' ? [part.value] : []))[0] ?? '';
}

function writeOptions(writing: Writing, at: number): number {
  const { lines, end } = formatOptions(writing.text, at);
  writeApart(writing, lines);
  writing.answer = 'done';
  return end;
}

/** The break above the back of a recall question, and the one above its take-away; later ones are only lines. */
function isBreakOfQuestion({ answer }: Writing, row: string): boolean {
  return (answer === 'none' || answer === 'break') && /^-{3,}[ \t]*$/.test(row);
}

function writeBreak(writing: Writing): void {
  writeApart(writing, ['---']);
  writing.answer = writing.answer === 'none' ? 'break' : 'done';
}

/** Whether a list or a table that is the answer starts here. */
function startsAnswer({ text, kind, answer }: Writing, at: number): boolean {
  return answer === 'none' && linesStart(kind, text, at) !== null;
}

function writeFence(writing: Writing, at: number, end: number): number {
  const { text, asQuestions, answer } = writing;
  const lines = text.slice(at, end).replace(/\n$/, '').split('\n');
  const isAnswer = asQuestions && (answer === 'none' || answer === 'fences') && opensAnswer(text, at);
  if (isAnswer) {
    writeApart(writing, respelt(lines));
    writing.answer = 'fences';
  } else {
    write(writing, lines[0] ?? '', true);
    for (const line of lines.slice(1)) writing.lines.push({ text: line, exact: true });
    if (answer === 'fences') writing.answer = 'done';
  }
  return end;
}

function opensAnswer(text: string, at: number): boolean {
  const row = lineAt(text, at);
  return fenceAfter('', text, at, at + row.length) !== '' && isAnswerFence(row);
}

/** The fence of an answer as three backticks, unless its content needs other marks; the content as it is. */
function respelt(lines: readonly string[]): readonly string[] {
  const [open = '', ...rest] = lines;
  const content = rest.slice(0, -1);
  const close = rest.at(-1) ?? '';
  const info = infoOfFence(open);
  const isClosed = /^ {0,3}(?:`{3,}|~{3,}) *$/.test(close);
  const needsOther = !isClosed || info.includes('`') || content.some((line) => /^[ \t]*(?:`{3,}|~{3,})/.test(line));
  return needsOther ? lines : [`\`\`\`${info}`, ...content, '```'];
}

/** Where the fence that this line opens is over, its last line included; null when it opens none. */
function endOfFence(text: string, start: number, row: string): number | null {
  const [, indent = '', marks = '', info = ''] = /^(\s*)(`{3,}|~{3,})(.*)$/.exec(row) ?? [];
  if (marks === '' || (marks[0] === '`' && info.includes('`'))) return null;
  const isTopLevel = indent.length <= 3;
  const closing = new RegExp(`^( *)${marks[0]}{${marks.length},}\\s*$`);
  for (let at = start + row.length + 1; at < text.length; ) {
    const line = lineAt(text, at);
    at += line.length + 1;
    const closed = closing.exec(line)?.[1];
    if (closed !== undefined && (isTopLevel ? closed.length <= 3 : closed === indent)) return Math.min(at, text.length);
  }
  // A fence that is not closed runs to the end, unless it is indented code or belongs to a list.
  return isTopLevel ? text.length : null;
}

function lineAt(text: string, start: number): string {
  const newline = text.indexOf('\n', start);
  return text.slice(start, newline < 0 ? text.length : newline);
}
