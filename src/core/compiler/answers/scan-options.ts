import type { RawOption } from '../../questions/raw-answer.ts';
import { fenceAfter } from '../text/code-fence.ts';
import { isBlank, opensBlock, skipBlanks } from '../text/line-marks.ts';
import { isOptionLine } from './option-line.ts';

/** The options of a task list and where the list ends. */
export interface OptionScan {
  readonly options: readonly RawOption[];
  readonly end: number;
  readonly endLine: number;
  /** Indented lines below a rationale: they belong neither to it nor to the option. One for each block of them. */
  readonly strayLines: readonly number[];
}

interface OpenOption {
  readonly line: number;
  readonly right: boolean;
  text: string;
  rationale: string;
  rationaleLine: number;
  /** The code fence that is open in its text, or empty. */
  fence: string;
  last: 'text' | 'rationale' | 'blank' | 'stray';
}

interface Scan {
  readonly text: string;
  readonly options: RawOption[];
  readonly strayLines: number[];
  open: OpenOption | null;
}

/**
 * Reads `- [x] text` lines, with the indented lines below each; `>` lines are the option's rationale. A line at the
 * margin goes on with a text or a rationale only as one of its paragraph would in Markdown: a heading, a fence, a
 * rule or another list ends the options.
 */
export function scanOptions(text: string, from: number, firstLine: number): OptionScan {
  const scan: Scan = { text, options: [], strayLines: [], open: null };
  let start = from;
  let line = firstLine;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (isOptionLine(text, start)) startOption(scan, start, end, line);
    else if (scan.open === null || !takeLine(scan, scan.open, start, end, line)) break;
    start = end + 1;
    line++;
  }
  if (scan.open !== null) scan.options.push(scan.open);
  return { options: scan.options, end: start, endLine: line, strayLines: scan.strayLines };
}

function startOption(scan: Scan, start: number, end: number, line: number): void {
  if (scan.open !== null) scan.options.push(scan.open);
  const right = scan.text.charCodeAt(start + 3) !== 32;
  const text = scan.text.slice(start + 6, end);
  scan.open = { line, right, text, rationale: '', rationaleLine: line, fence: '', last: 'text' };
}

/** Adds a line to the option; false when the line stands outside of the list. */
function takeLine(scan: Scan, open: OpenOption, start: number, end: number, line: number): boolean {
  const { text } = scan;
  const at = skipBlanks(text, start, end);
  if (open.fence !== '' && (at === end || at > start)) addText(open, text, start, end);
  // A blank line stays in the text only if more of the option follows.
  else if (at === end) open.last = 'blank';
  else if (at === start) return takeLineAtMargin(open, text.slice(start, end));
  else if (text.charCodeAt(at) === 62) addRationale(open, withoutMark(text.slice(at, end)), line);
  else if (open.rationale === '') addText(open, text, start, end);
  else if (open.last === 'rationale' && !opensBlock(text.slice(at, end))) open.rationale += `\n${text.slice(at, end)}`;
  else {
    if (open.last !== 'stray') scan.strayLines.push(line);
    open.last = 'stray';
  }
  return true;
}

function takeLineAtMargin(open: OpenOption, row: string): boolean {
  if (open.last === 'blank' || open.last === 'stray' || open.fence !== '') return false;
  if (row.charCodeAt(0) === 62 || opensBlock(row)) return false;
  if (open.last === 'rationale') open.rationale += `\n${row}`;
  else open.text += `\n${row}`;
  return true;
}

function addText(open: OpenOption, text: string, start: number, end: number): void {
  const at = skipBlanks(text, start, end);
  const row = text.slice(start + Math.min(2, at - start), end);
  const gap = open.last === 'blank' ? '\n\n' : '\n';
  open.text += `${gap}${isBlank(row) ? '' : row}`;
  open.fence = fenceAfter(open.fence, row, 0, row.length);
  open.last = 'text';
}

function withoutMark(row: string): string {
  return row.slice(row.charCodeAt(1) === 32 ? 2 : 1);
}

function addRationale(open: OpenOption, text: string, line: number): void {
  if (open.rationale === '') {
    open.rationale = text;
    open.rationaleLine = line;
  } else open.rationale += `${open.last === 'rationale' ? '\n' : '\n\n'}${text}`;
  open.last = 'rationale';
}
