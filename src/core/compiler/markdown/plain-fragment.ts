import type { RichNode, RichText } from '../../model/rich-text.ts';
import type { Deletion } from './cloze-marks.ts';
import { type DeletionsLeft, type PlainMark, readPlainMark } from './plain-marks.ts';

/**
 * Reads a fragment that needs no Markdown parser: paragraphs and flat lists of plain text with `code`, *emphasis*, **strong
 * emphasis**, links and deletions in their simplest form. Null for everything else; whatever is read here reads
 * the same through the parser (a property test holds the two together). Most of a pack goes this way, at a tenth
 * of the cost.
 */
export function readPlainFragment(text: string, deletions: readonly Deletion[]): RichText | null {
  if (text === '') return [];
  const left = { deletions, next: 0 };
  const rich = text.includes('\n\n') || text.startsWith('- ') ? readParagraphs(text, left) : readParagraph(text, left);
  return left.next === deletions.length ? rich : null;
}

function readParagraphs(text: string, left: DeletionsLeft): RichText | null {
  const paragraphs: RichNode[] = [];
  let afterList = false;
  for (const part of text.split(/\n{2,}/)) {
    const isList = part.startsWith('- ');
    // Lists with only blank lines between them are one list with air in it.
    const read =
      part === '' || (isList && afterList) ? null : isList ? readList(part, left) : readParagraph(part, left);
    const [block] = read ?? [];
    if (block === undefined) return null;
    paragraphs.push(block);
    afterList = isList;
  }
  return paragraphs;
}

/** `- ` in front of each line. */
function readList(text: string, left: DeletionsLeft): RichText | null {
  const items: RichNode[] = [];
  for (const line of text.split('\n')) {
    const [paragraph] = (line.startsWith('- ') ? readParagraph(line.slice(2), left) : null) ?? [];
    if (typeof paragraph !== 'object') return null;
    items.push((['li', 0] as unknown[]).concat(paragraph.slice(2)) as unknown as RichNode);
  }
  return [(['ul', 0] as unknown[]).concat(items) as unknown as RichNode];
}

const newLine = 10;

function readParagraph(text: string, left: DeletionsLeft): RichText | null {
  if (!startsPlainly(text, 0) || text.trim().length !== text.length) return null;
  const nodes: RichNode[] = [];
  let from = 0;
  let index = nextMark(text, 0);
  while (index < text.length) {
    if (text.charCodeAt(index) === newLine) {
      if (text.charCodeAt(index - 1) <= 32 || !startsPlainly(text, index + 1)) return null;
      index = nextMark(text, index + 1);
      continue;
    }
    const mark: PlainMark | null = readPlainMark(text, index, left);
    if (mark === null) return null;
    if (index > from) nodes.push(text.slice(from, index));
    nodes.push(mark.element);
    from = mark.end;
    index = nextMark(text, from);
  }
  if (from === 0) return [['p', 0, text]];
  if (from < text.length) nodes.push(text.slice(from));
  // An array that grew keeps room for more; `concat` makes one of the right size.
  return [(['p', 0] as unknown[]).concat(nodes) as unknown as RichNode];
}

const markPattern = /[\\[\]<&_~|\t\r\v\f*`\n\ue000\ue001]/g;

/** Where the next character stands that is more than text, or the end. */
function nextMark(text: string, from: number): number {
  markPattern.lastIndex = from;
  return markPattern.test(text) ? markPattern.lastIndex - 1 : text.length;
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
