import { isOptionLine } from './option-line.ts';
import type { RawOption } from './raw-question.ts';

/** The options of a task list and where the list ends. */
export interface OptionScan {
  readonly options: readonly RawOption[];
  readonly end: number;
  readonly endLine: number;
}

interface OpenOption {
  readonly line: number;
  readonly right: boolean;
  text: string;
  rationale: string;
  rationaleLine: number;
  last: 'text' | 'rationale' | 'blank';
}

/** Reads `- [x] text` lines, with the indented lines below each; `>` lines are the option's rationale. */
export function scanOptions(text: string, from: number, firstLine: number): OptionScan {
  const options: RawOption[] = [];
  let open: OpenOption | null = null;
  let start = from;
  let line = firstLine;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (isOptionLine(text, start)) {
      if (open !== null) options.push(open);
      open = openOption(text, start, end, line);
    } else if (open === null || !takeLine(open, text, start, end, line)) break;
    start = end + 1;
    line++;
  }
  if (open !== null) options.push(open);
  return { options, end: start, endLine: line };
}

function openOption(text: string, start: number, end: number, line: number): OpenOption {
  const right = text.charCodeAt(start + 3) !== 32;
  return { line, right, text: text.slice(start + 6, end), rationale: '', rationaleLine: line, last: 'text' };
}

/** Adds a line to the option; false when the line stands outside of the list. */
function takeLine(open: OpenOption, text: string, start: number, end: number, line: number): boolean {
  const at = skipBlanks(text, start, end);
  if (at === end) {
    open.last = 'blank';
    // The blank line stays in the text only if more of the option follows.
    return true;
  }
  if (at > start && text.charCodeAt(at) === 62)
    addRationale(open, text.slice(at + (text.charCodeAt(at + 1) === 32 ? 2 : 1), end), line);
  else if (at === start && (open.last === 'blank' || text.charCodeAt(at) === 62)) return false;
  else if (open.last === 'rationale') open.rationale += `\n${text.slice(at, end)}`;
  else {
    const indent = Math.min(at, start + 6) - start > 2 ? 2 : at - start;
    open.text += `${open.last === 'blank' ? '\n\n' : '\n'}${text.slice(start + indent, end)}`;
    open.last = 'text';
  }
  return true;
}

function addRationale(open: OpenOption, text: string, line: number): void {
  if (open.rationale === '') {
    open.rationale = text;
    open.rationaleLine = line;
  } else open.rationale += `${open.last === 'rationale' ? '\n' : '\n\n'}${text}`;
  open.last = 'rationale';
}

function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  return at;
}
