import { fenceAfter } from './code-fence.ts';
import { isOptionLine } from './option-line.ts';
import { report, type Session } from './session.ts';
import type { HeadingPart } from './split-headings.ts';
import type { TextFile } from './text-file.ts';

/**
 * Complains about what an author meant as something else and Markdown takes for text: a fence that is not closed,
 * headings and boxes in another spelling. Whether there was any: then the rest says nothing for certain.
 */
export function reportSlips(session: Session, part: HeadingPart): boolean {
  const { body, openFence } = part;
  let found = openFence !== null;
  if (openFence !== null) reportOpenFence(session, body.path, openFence);
  if (found) session.unsure.add(body.path);
  if (!mayHoldSlip.test(body.text)) return found;
  forEachPlainLine(body, (row, line, before) => {
    const slip = slipIn(row, before);
    if (slip === null) return;
    found = true;
    session.unsure.add(body.path);
    report(session, 'E108', { file: body.path, line, column: 1 }, slip.message, slip.fix);
  });
  return found;
}

function reportOpenFence(session: Session, file: string, line: number): void {
  const fix = 'Close it with a line of the marks that opened it.';
  report(session, 'E101', { file, line, column: 1 }, 'This block is not closed.', fix);
}

interface Slip {
  readonly message: string;
  readonly fix: string;
}

const mayHoldSlip =
  /^ {0,3}(?:#|(?:[-*+\u2013\u2014\u2022]|\d{1,9}[.)])[ \t\u00a0]*[[(\u2610-\u2612\uff3b])|\{#[\w-]+[^{}\n]*\}[ \t]*$/m;

/** A line that ends as the headings of questions do. Lists and what is indented below an option may end so, too. */
const endsAsHeading = /^(?![-*+][ \t]|\d{1,9}[.)][ \t]|[ \t]+[^\s#]).*\{#[a-z0-9][a-z0-9-]+(?: [^{}]*)?\}[ \t]*$/;

/** A box that is none: without its blank, with the wrong one or another sign, indented, numbered. A link is a link. */
const oddBox =
  /^ {0,3}(?:[-*+\u2013\u2014\u2022]|\d{1,9}[.)])[ \t\u00a0]*(?:\[[ \t\u00a0]*[xXvVyYoO*\u00d7\u0425\u0445\u2713\u2714-]?[ \t\u00a0]*\](?![([:])|\((?:[ \t\u00a0]+|[xX\u2713\u2714])\)|[\u2610-\u2612]|\uff3b[\s\u3000xX]*\uff3d)(.*)$/;

/** Above all a heading that carries an id; without one it must at least look like a heading of this level. */
const oddHeading = /^ {0,3}(#{1,6})([ \t]+|[^\S \t\n]+|)([^#\s].*)$/;

function slipIn(row: string, before: string): Slip | null {
  const box = oddBox.exec(row);
  if (box !== null) return isOptionLine(row, 0) ? null : slipOfBox(row, box[1] ?? '');
  const heading = oddHeading.exec(row);
  if (heading !== null) return slipOfHeading(row, heading[1] ?? '', heading[2] ?? '', heading[3] ?? '');
  const isAlone = before.trim() === '' && endsAsHeading.test(row) && !row.includes('`');
  return isAlone ? slipOfLine(row) : null;
}

/** Two marks that are escaped, quoted, indented, bold, of full width or not there at all. */
function slipOfLine(row: string): Slip {
  const title = row.replace(/^[\s>\\*_=:#\uff03]+/, '').slice(0, 60);
  return {
    message: `"${row.trim().slice(0, 60)}" starts no question: is it meant as one?`,
    fix: `Write "## ${title.trim()}" at the start of the line, or take the {#…} away.`,
  };
}

function slipOfBox(row: string, rest: string): Slip {
  const mark = /^\W*[[(\uff3b][ \t\u00a0]*[^\s\])\uff3do-]|^[^\w[]*[\u2611\u2612]/.test(row) ? 'x' : ' ';
  const words = rest.trim().slice(0, 40) || 'text';
  return {
    message: `"${row.trim().slice(0, 60)}" is not an option. Was it meant as one?`,
    fix: `Write "- [${mark}] ${words}" at the start of the line, with one blank on each side of the brackets.`,
  };
}

/** The headings of questions and sections are split off before; what is left here is text of a question. */
function slipOfHeading(row: string, marks: string, gap: string, words: string): Slip | null {
  const hasId = /\{(?:[^{}]* )?#[^{}\s]+[^{}]*\}\s*$/.test(words);
  const isClose = marks.length === 2 || (marks.length > 2 && gap !== '' && !/^[ \t]+$/.test(gap));
  if (!hasId && !isClose && !(marks.length > 1 && gap === '')) return null;
  const message = `"${row.trim().slice(0, 60)}" does not start a question. Was it meant to?`;
  const title = `## ${words.trim().slice(0, 60)}${hasId ? '' : ' {#id}'}`;
  const fix =
    marks.length === 3 && gap === ' '
      ? `Write "${title}", or give the heading above kind=case.`
      : `Write "${title}" at the start of the line, with one plain blank behind the two marks.`;
  return { message, fix };
}

/** The lines outside code fences. */
function forEachPlainLine(
  { text, firstLine }: TextFile,
  look: (row: string, line: number, before: string) => void,
): void {
  let fence = '';
  let before = '';
  for (const [index, row] of text.split('\n').entries()) {
    const after = fenceAfter(fence, row, 0, row.length);
    if (fence === '' && after === '') look(row, firstLine + index, before);
    fence = after;
    before = row;
  }
}

/** The same for a part of a note, whose sections start at a level: headings of that level in another spelling. */
export function reportNoteSlips(session: Session, part: HeadingPart, level: number): boolean {
  const { body, openFence } = part;
  let found = openFence !== null;
  if (openFence !== null) reportOpenFence(session, body.path, openFence);
  if (found) session.unsure.add(body.path);
  if (!/^ {0,3}##/m.test(body.text)) return found;
  forEachPlainLine(body, (row, line) => {
    const [, marks = '', gap = '', words = ''] = oddHeading.exec(row) ?? [];
    const isHeading = /^[ \t]+$/.test(gap);
    if (marks.length < 2 || (isHeading && marks.length !== level)) return;
    found = true;
    session.unsure.add(body.path);
    const message = `"${row.trim().slice(0, 60)}" does not start a section. Was it meant to?`;
    const fix = `Write "${marks} ${words.trim().slice(0, 60)}" at the start of the line, with one plain blank behind the marks.`;
    report(session, 'E108', { file: body.path, line, column: 1 }, message, fix);
  });
  return found;
}
