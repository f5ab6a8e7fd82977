import { isBlank } from '../text/line-marks.ts';
import type { Slice } from './raw-question.ts';

/** A block of lines as it was written, and where the text goes on. */
export interface LinesScan {
  readonly slice: Slice;
  readonly end: number;
  readonly endLine: number;
}

/** `1. ` or `1) ` at the start of a line. */
export function startsList(text: string, start: number): boolean {
  return /^\d{1,9}[.)](?:[ \t]|$)/.test(lineFrom(text, start).slice(0, 12));
}

/** `|` at the start of a line. */
export function startsTable(text: string, start: number): boolean {
  return text.charCodeAt(start) === 124;
}

/** A numbered list: its lines, what is indented below them, and blank lines between. */
export function scanList(text: string, start: number, line: number): LinesScan {
  return scan(text, start, line, (row, at) => startsList(text, at) || /^[ \t]/.test(row));
}

/** The lines of a table. */
export function scanTable(text: string, start: number, line: number): LinesScan {
  return scan(text, start, line, (row) => row.startsWith('|'));
}

/** Lines that belong to the block; a blank line belongs to it when one that does comes after. */
function scan(
  text: string,
  start: number,
  firstLine: number,
  belongs: (row: string, at: number) => boolean,
): LinesScan {
  let [end, endLine] = [start, firstLine];
  let [at, line] = [start, firstLine];
  while (at < text.length) {
    const row = lineFrom(text, at);
    const blank = isBlank(row);
    if (!blank && !belongs(row, at)) break;
    at += row.length + 1;
    line++;
    if (!blank) [end, endLine] = [Math.min(at, text.length), line];
  }
  return { slice: { text: text.slice(start, end).replace(/[ \t\n]+$/, ''), line: firstLine }, end, endLine };
}

function lineFrom(text: string, start: number): string {
  const newline = text.indexOf('\n', start);
  return text.slice(start, newline < 0 ? text.length : newline);
}
