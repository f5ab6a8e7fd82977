import type { Slice } from '../../questions/raw-answer.ts';
import { questionReaders } from '../../questions/reader-registry.ts';
import { isBlank } from '../text/line-marks.ts';

/** A block of lines as it was written, and where the text goes on. */
export interface LinesScan {
  readonly form: LinesForm;
  readonly start: number;
  readonly slice: Slice;
  readonly end: number;
  readonly endLine: number;
}

type LinesForm = 'list' | 'table';

const forms: ReadonlyMap<string, LinesForm> = new Map(
  Object.values(questionReaders).flatMap(({ name, form }): [string, LinesForm][] => {
    if (form === 'steps') return [[name, 'list']];
    return form === 'pairs' ? [[name, 'table']] : [];
  }),
);

/** The list or the table that answers a question of the kind that is named, if it starts with this line. */
export function linesStart(named: string | null, text: string, start: number): LinesForm | null {
  const form = forms.get(named ?? '');
  if (form === 'list') return startsList(text, start) ? form : null;
  return form === 'table' && startsTable(text, start) ? form : null;
}

/** All of it: a table's rows; of a list what is indented below its lines, too. Blank lines between belong to it. */
export function scanLines(named: string | null, text: string, start: number, line: number): LinesScan | null {
  const form = linesStart(named, text, start);
  if (form === null) return null;
  const belongs = (row: string, at: number) => {
    return form === 'list' ? startsList(text, at) || /^[ \t]/.test(row) : startsTable(text, at);
  };
  return { form, start, ...scan(text, start, line, belongs) };
}

/** `1. ` or `1) ` at the start of a line. */
function startsList(text: string, start: number): boolean {
  return /^\d{1,9}[.)](?:[ \t]|$)/.test(lineFrom(text, start).slice(0, 12));
}

/** `|` at the start of a line. */
function startsTable(text: string, start: number): boolean {
  return text.charCodeAt(start) === 124;
}

/** Lines that belong to the block; a blank line belongs to it when one that does comes after. */
function scan(
  text: string,
  start: number,
  firstLine: number,
  belongs: (row: string, at: number) => boolean,
): Omit<LinesScan, 'form' | 'start'> {
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
