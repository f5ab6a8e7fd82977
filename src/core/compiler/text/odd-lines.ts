import { isTicked, wordsOfOddBox } from '../answers/odd-box.ts';

/** What is wrong with a line, and how to write it. */
export interface Slip {
  readonly message: string;
  readonly fix: string;
}

/** A line that ends as the headings of questions do. Lists and what is indented below an option may end so, too. */
const endsAsHeading = /^(?![-*+][ \t]|\d{1,9}[.)][ \t]|[ \t]+[^\s#]).*\{#[a-z0-9][a-z0-9-]+(?: [^{}]*)?\}[ \t]*$/;

/** Above all a heading that carries an id; without one it must at least look like a heading of this level. */
const oddHeading = /^ {0,3}(#{1,6})([ \t]+|[^\S \t\n]+|)([^#\s].*)$/;

/** A heading inside of a list or a quotation. */
const heldHeading = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]*)+(#{1,6})[ \t]+(\S.*)$/;

/** What is wrong with a line of a question, by itself; null when nothing is. `before` is the line above it. */
export function slipIn(row: string, before: string): Slip | null {
  const words = wordsOfOddBox(row);
  if (words !== null) return slipOfBox(row, words);
  if (/^ {0,3}##[ \t]*$/.test(row)) return wordless;
  const heading = oddHeading.exec(row);
  if (heading !== null) return slipOfHeading(row, heading[1] ?? '', heading[2] ?? '', heading[3] ?? '');
  const isAlone = before === '' && endsAsHeading.test(row) && !row.includes('`');
  return isAlone || isHeldHeading(row) ? slipOfLine(row) : null;
}

const wordless: Slip = {
  message: 'This heading has neither words nor an id.',
  fix: 'Write "## Title {#id}", or take the line out.',
};

function isHeldHeading(row: string): boolean {
  const [, marks = '', words = ''] = heldHeading.exec(row) ?? [];
  return /\{#[a-z0-9-]+[^{}]*\}[ \t]*$/.test(words) || (marks === '##' && !/^[ \t]*>/.test(row));
}

/** Two marks that are escaped, quoted, indented, bold, of full width or not there at all. */
function slipOfLine(row: string): Slip {
  const title = row.replace(/^[\s>\\*_=:#\uff03]+/, '').slice(0, 60);
  return {
    message: `"${row.trim().slice(0, 60)}" starts no question: is it meant as one?`,
    fix: `Write "## ${title.trim()}" at the start of the line, or take the {#…} away.`,
  };
}

function slipOfBox(row: string, words: string): Slip {
  const mark = isTicked(row, words) ? 'x' : ' ';
  return {
    message: `"${row.trim().slice(0, 60)}" is not an option. Was it meant as one?`,
    fix: `Write "- [${mark}] ${words.slice(0, 40) || 'text'}" at the start of the line, with one blank on each side of the brackets.`,
  };
}

/** An item without any box that stands where an option would. */
export function slipOfItem(row: string): Slip {
  const words = row.replace(/^\W*(?:[\dA-Za-z]{1,9}[.)\]}]\s)?\s*/, '').slice(0, 40);
  return {
    message: `"${row.trim().slice(0, 60)}" stands among the options and has no box.`,
    fix: `Write "- [ ] ${words}", or "- [x] ${words}" when it is right.`,
  };
}

/** A rationale at the margin. */
export function slipOfRationale(row: string): Slip {
  return {
    message: 'This rationale is not indented, so it belongs to no option.',
    fix: `Write two blanks in front of it: "  ${row.slice(0, 40)}".`,
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

/** A heading of a note's sections in another spelling: without its blank, indented, in a list, without words. */
export function slipOfSection(row: string, level: number): Slip | null {
  const held = heldHeading.exec(row);
  const [, marks = '', gap = '', words = ''] = oddHeading.exec(row) ?? [];
  const isHeading = /^[ \t]+$/.test(gap);
  if (
    held !== null
      ? held[1]?.length !== level || /^[ \t]*>/.test(row)
      : marks.length < 2 || (isHeading && marks.length !== level)
  )
    return new RegExp(`^ {0,3}#{${level}}[ \\t]*$`).test(row) ? wordless : null;
  const message = `"${row.trim().slice(0, 60)}" does not start a section. Was it meant to?`;
  const title = `${'#'.repeat(held === null ? marks.length : level)} ${(held?.[2] ?? words).trim().slice(0, 60)}`;
  return { message, fix: `Write "${title}" at the start of the line, with one plain blank behind the marks.` };
}
