import type { RichElement, RichNode, RichText } from '../model/rich-text.ts';
import { closeMark, openMark } from './cloze-marks.ts';
import { hasTypographicMark } from './typographic-code.ts';

/**
 * Reads a fragment that needs no Markdown parser: paragraphs of plain text with `code`, *emphasis* and
 * **strong emphasis** in their simplest form. Null for everything else; whatever is read here reads the same
 * through the parser (a property test holds the two together).
 */
export function readPlainFragment(text: string): RichText | null {
  if (text === '') return [];
  if (!text.includes('\n\n')) return readParagraph(text);
  const paragraphs: RichNode[] = [];
  for (const part of text.split(/\n{2,}/)) {
    const read = part === '' ? [] : readParagraph(part);
    if (read === null) return null;
    for (const node of read) paragraphs.push(node);
  }
  return paragraphs;
}

const openCode = openMark.charCodeAt(0);
const closeCode = closeMark.charCodeAt(0);
const [newLine, space, star, tick] = [10, 32, 42, 96];

/** What each ASCII character means here: 0 text, 1 a mark that this file reads, 2 a mark for the parser. */
const meanings = new Uint8Array(128);
for (const mark of '\\[]<&_~|\t\r\v\f') meanings[mark.charCodeAt(0)] = 2;
for (const mark of '*`\n') meanings[mark.charCodeAt(0)] = 1;

function readParagraph(text: string): RichText | null {
  if (!startsPlainly(text, 0) || text.trim().length !== text.length) return null;
  const nodes: RichNode[] = [];
  let from = 0;
  let index = nextMark(text, 0);
  while (index < text.length) {
    if (text.charCodeAt(index) === newLine) {
      if (text.charCodeAt(index - 1) <= space || !startsPlainly(text, index + 1)) return null;
      index = nextMark(text, index + 1);
      continue;
    }
    const mark = readMark(text, index);
    if (mark === null) return null;
    if (index > from) nodes.push(text.slice(from, index));
    nodes.push(mark.element);
    from = mark.end;
    index = nextMark(text, from);
  }
  if (from < text.length) nodes.push(text.slice(from));
  return [['p', 0, ...nodes]];
}

/** Where the next character stands that is more than text, or the end. */
function nextMark(text: string, from: number): number {
  let index = from;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code < 128 ? meanings[code] !== 0 : code === openCode || code === closeCode) break;
    index++;
  }
  return index;
}

function readMark(text: string, at: number): Mark | null {
  const code = text.charCodeAt(at);
  return code === tick ? readCode(text, at) : code === star ? readEmphasis(text, at) : null;
}

/** Whether a line cannot open a block: no blank, heading, quotation, list, fence, rule or table in front. */
function startsPlainly(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 65 && code <= 90) return true;
  if (code >= 97 && code <= 122) return true;
  if (code >= 48 && code <= 57) return !/^\d{1,9}[.)](?:\s|$)/.test(text.slice(at, at + 12));
  // '#', '+', '-', '=', '>', ':' and blanks may open a block; '*' and '`' are looked at as marks.
  return code > 32 && code !== 35 && code !== 43 && code !== 45 && code !== 61 && code !== 62 && code !== 58;
}

interface Mark {
  readonly element: RichElement;
  readonly end: number;
}

/** `` `code` `` between single ticks. */
function readCode(text: string, at: number): Mark | null {
  const close = text.indexOf('`', at + 1);
  if (close <= at + 1 || text.charCodeAt(close + 1) === tick) return null;
  const code = text.slice(at + 1, close);
  const padded = code.charCodeAt(0) === space || code.charCodeAt(code.length - 1) === space;
  if (padded || code.includes('\n') || hasTypographicMark(code)) return null;
  return { element: ['code', 0, code], end: close + 1 };
}

/** `*a*` or `**a**` around letters and digits; anything that CommonMark might pair otherwise is left alone. */
function readEmphasis(text: string, at: number): Mark | null {
  const width = text.charCodeAt(at + 1) === star ? 2 : 1;
  const inner = at + width;
  const close = text.indexOf('*', inner);
  if (close < 0 || !isWordCode(text.charCodeAt(inner)) || !isWordCode(text.charCodeAt(close - 1))) return null;
  const end = close + width;
  if (width === 2 && text.charCodeAt(close + 1) !== star) return null;
  if (text.charCodeAt(end) === star) return null;
  for (let index = inner; index < close; index++) {
    const code = text.charCodeAt(index);
    if (code >= 128 || code === newLine || meanings[code] !== 0) return null;
  }
  return { element: [width === 2 ? 'strong' : 'em', 0, text.slice(inner, close)], end };
}

function isWordCode(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
