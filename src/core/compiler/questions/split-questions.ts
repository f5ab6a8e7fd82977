import type { RawFence, Slice } from '../../questions/raw-answer.ts';
import { isOptionLine } from '../answers/option-line.ts';
import type { RawQuestion } from '../answers/raw-question.ts';
import { type LinesScan, scanLines } from '../answers/scan-lines.ts';
import { type OptionScan, scanOptions } from '../answers/scan-options.ts';
import { fenceAfter, infoOfFence, isAnswerFence, readInfo } from '../text/code-fence.ts';
import { isBlank } from '../text/line-marks.ts';
import type { HeadingPart } from '../text/split-headings.ts';
import { trimBlankLines } from '../text/trim-blank-lines.ts';

const noLines: readonly number[] = [];

/**
 * Finds the answer block of a question and what stands before and after it. One pass over the lines; the first
 * of a task list, a thematic break or an answer fence is the answer block; of an `order` the first numbered list, of a
 * `match` the first table.
 */
export function splitQuestion({ heading, line, body }: HeadingPart, named: string | null): RawQuestion {
  const { text, firstLine } = body;
  const found = findAnswer(text, firstLine, named);
  const prompt = trimBlankLines(text.slice(0, found.start), firstLine);
  const base = { heading: heading ?? '', line, prompt, takeAway: null, strayAnswer: null, strayLines: noLines };
  if (found.form === 'options') {
    const { options, end, endLine, strayLines } = found.scan;
    const takeAway = sliceOf(text, end, endLine);
    const strayAnswer = strayOptionIn(takeAway) ?? strayFenceIn(takeAway);
    return { ...base, answer: { form: 'options', options }, takeAway, strayAnswer, strayLines };
  }
  if (found.form === 'fences') {
    const { fences } = found;
    const takeAway = sliceOf(text, found.end, found.endLine);
    return { ...base, answer: { form: 'fences', fences }, takeAway, strayAnswer: strayFenceIn(takeAway) };
  }
  if (found.form === 'none') return { ...base, answer: { form: 'none' } };
  if (found.form === 'break') {
    const { below, takeAway } = splitBelow(text.slice(found.end), found.line + 1);
    return { ...base, answer: { form: 'break', below }, takeAway };
  }
  const { form, slice, end, endLine } = found;
  return { ...base, answer: { form, slice }, takeAway: sliceOf(text, end, endLine) };
}

type Found =
  | { readonly form: 'none'; readonly start: number }
  | { readonly form: 'break'; readonly start: number; readonly end: number; readonly line: number }
  | { readonly form: 'options'; readonly start: number; readonly scan: OptionScan }
  | FencesFound
  | ({ readonly start: number } & LinesScan);

interface FencesFound {
  readonly form: 'fences';
  readonly start: number;
  readonly fences: readonly RawFence[];
  readonly end: number;
  readonly endLine: number;
}

function findAnswer(text: string, firstLine: number, named: string | null): Found {
  let fence = '';
  for (let start = 0, line = firstLine; start < text.length; line++) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const after = fenceAfter(fence, text, start, end);
    const found =
      fence === '' ? (scanLines(named, text, start, line) ?? answerAt(text, start, end, line, after)) : null;
    if (found !== null) return found;
    fence = after;
    start = end + 1;
  }
  return { form: 'none', start: text.length };
}

/** The answer block that starts with this line, if one does; `fence` is the fence that the line opens. */
function answerAt(text: string, start: number, end: number, line: number, fence: string): Found | null {
  if (isOptionLine(text, start)) return { form: 'options', start, scan: scanOptions(text, start, line) };
  if (isBreak(text, start, end)) return { form: 'break', start, end: end + 1, line };
  return fence !== '' && isAnswerFence(text.slice(start, end)) ? readFences(text, start, line) : null;
}

/** The answer fence that starts here and those that follow with nothing but blank lines between. */
function readFences(text: string, start: number, firstLine: number): FencesFound {
  const fences: RawFence[] = [];
  let [at, line] = [start, firstLine];
  let [end, endLine] = [start, firstLine];
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 ? text.length : newline;
    const row = text.slice(at, lineEnd);
    if (isBlank(row)) [at, line] = [lineEnd + 1, line + 1];
    else {
      const open = fenceAfter('', text, at, lineEnd);
      if (open === '' || !isAnswerFence(row)) break;
      const read = readFence(text, at, lineEnd, line, open);
      fences.push(read.fence);
      [at, line] = [read.end, read.endLine];
      [end, endLine] = [at, line];
    }
  }
  return { form: 'fences', start, fences, end, endLine };
}

function isBreak(text: string, start: number, end: number): boolean {
  return text.startsWith('---', start) && /^-{3,}[ \t]*$/.test(text.slice(start, end));
}

interface FenceRead {
  readonly fence: RawFence;
  readonly end: number;
  readonly endLine: number;
}

function readFence(text: string, start: number, end: number, line: number, open: string): FenceRead {
  const info = infoOfFence(text.slice(start, end));
  const lines: string[] = [];
  let at = end + 1;
  let endLine = line + 1;
  for (let fence = open; at < text.length && fence !== ''; endLine++) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 ? text.length : newline;
    fence = fenceAfter(fence, text, at, lineEnd);
    if (fence !== '') lines.push(text.slice(at, lineEnd));
    at = lineEnd + 1;
  }
  return { fence: { info, ...readInfo(info), line, lines }, end: at, endLine };
}

function sliceOf(text: string, start: number, line: number): Slice | null {
  if (start >= text.length) return null;
  const slice = trimBlankLines(text.slice(start), line);
  return slice.text === '' ? null : slice;
}

/** Below a break stands the back; below a second break the take-away. */
function splitBelow(text: string, firstLine: number): { readonly below: Slice; readonly takeAway: Slice | null } {
  const second = text.startsWith('---') || text.includes('\n---') ? findBreak(text, firstLine) : null;
  if (second === null) return { below: trimBlankLines(text, firstLine), takeAway: null };
  return {
    below: trimBlankLines(text.slice(0, second.start), firstLine),
    takeAway: sliceOf(text, second.end, second.line + 1),
  };
}

function findBreak(
  text: string,
  firstLine: number,
): { readonly start: number; readonly end: number; readonly line: number } | null {
  let fence = '';
  for (let start = 0, line = firstLine; start < text.length; line++) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (fence === '' && isBreak(text, start, end)) return { start, end: end + 1, line };
    fence = fenceAfter(fence, text, start, end);
    start = end + 1;
  }
  return null;
}

function strayOptionIn(takeAway: Slice | null): number | null {
  if (takeAway === null || !takeAway.text.includes(' [')) return null;
  const index = takeAway.text.split('\n').findIndex((line) => isOptionLine(line, 0));
  return index < 0 ? null : takeAway.line + index;
}

function strayFenceIn(takeAway: Slice | null): number | null {
  if (takeAway === null || !/[`~]{3}/.test(takeAway.text)) return null;
  const lines = takeAway.text.split('\n');
  let fence = '';
  for (const [index, row] of lines.entries()) {
    const after = fenceAfter(fence, row, 0, row.length);
    if (fence === '' && after !== '' && isAnswerFence(row)) return takeAway.line + index;
    fence = after;
  }
  return null;
}
