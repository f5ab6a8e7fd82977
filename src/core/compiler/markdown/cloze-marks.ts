import type { Diagnostic } from '../../model/diagnostic.ts';
import { complain, type Place } from '../../model/diagnostic-codes.ts';
import { holdsDeletion, nextMark } from '../../questions/cloze/find-deletion.ts';
import { limits } from '../limits.ts';
import { fenceAfter } from '../text/code-fence.ts';
import { oddDeletion, type Problem, strayClose } from './odd-deletion.ts';

/** What a cloze hides: its card and, if given, a hint to show in its place. */
export interface Deletion {
  readonly n: number;
  readonly hint: string | null;
}

/** A prompt whose deletions stand between two private characters that Markdown takes for letters. */
export interface ClozeText {
  readonly text: string;
  readonly deletions: readonly Deletion[];
  readonly diagnostics: readonly Diagnostic[];
}

export const openMark = '\ue000';
export const closeMark = '\ue001';

interface Found {
  readonly inner: string;
  readonly given: number | null;
  readonly hint: string | null;
}

/** What is wrong with a lone `}}` in a prompt that hides nothing; null for none. */
export function loneClose(text: string, place: Place): Diagnostic | null {
  const at = strayClose('', text);
  return at < 0 ? null : complain('E101', placeAt(text, at, place), noOpening.message, noOpening.fix);
}

/** What is wrong with `{{x}}` outside of code where nothing is hidden: it is shown with its braces; null for none. */
export function idleDeletion(text: string, place: Place): Diagnostic | null {
  if (!holdsDeletion(text)) return null;
  const plain = withoutCode(text);
  const open = nextMark(plain, '{{', 0);
  if (open < 0 || nextMark(plain, '}}', open) < 0) return null;
  const fix = 'Leave the braces out; braces that are text stand in `code`, or have a backslash in front: \\{{.';
  return complain('E103', placeAt(text, open, place), 'Only a cloze hides words; here the braces are shown.', fix);
}

/** The text with blanks in place of its code. */
function withoutCode(text: string): string {
  let fence = '';
  const rows = text.split('\n').map((row) => {
    const before = fence;
    fence = fenceAfter(fence, row, 0, row.length);
    return before === '' && fence === '' ? row : ' '.repeat(row.length);
  });
  return rows.join('\n').replace(/(`+)[^`]+\1/g, (code) => code.replace(/[^\n]/g, ' '));
}

/**
 * Finds `{{text}}`, `{{text::hint}}` and `{{1:text}}`. Deletions without a number take the lowest numbers that
 * nobody claims, in order of appearance. A backslash in front makes text of `{{`, `}}` and `::`.
 */
export function markDeletions(text: string, place: Place): ClozeText {
  const parts: string[] = [];
  const found: Found[] = [];
  const diagnostics: Diagnostic[] = [];
  const complainAt = (open: number, { message, fix }: Problem) =>
    diagnostics.push(complain('E101', placeAt(text, open, place), message, fix));
  let from = 0;
  for (let open = nextMark(text, '{{', 0); open >= 0; open = nextMark(text, '{{', from)) {
    if (found.length === limits.deletions) {
      const message = `The prompt has more than the ${limits.deletions} deletions that are allowed.`;
      diagnostics.push(complain('E104', placeAt(text, open, place), message, 'Make several questions of it.'));
      break;
    }
    const close = closeOf(text, open);
    const problem = close < 0 ? notClosed : problemOf(text.slice(open + 2, close));
    if (problem !== null) complainAt(open, problem);
    if (close < 0) break;
    const deletion = readDeletion(text.slice(open + 2, close));
    parts.push(withoutSigns(text.slice(from, open)), openMark, withoutSigns(deletion.inner), closeMark);
    found.push(deletion);
    from = close + 2;
  }
  const stray = diagnostics.length === 0 ? strayClose(parts.join(''), text.slice(from)) : -1;
  if (stray >= 0) complainAt(from + stray, noOpening);
  parts.push(withoutSigns(text.slice(from)));
  return { text: parts.join(''), deletions: number(found), diagnostics };
}

const write = 'Write {{the words to hide}}; two braces that are text have a backslash in front: \\{{.';
const notClosed: Problem = { message: 'This {{ is not closed by }}.', fix: write };

const noOpening: Problem = { message: 'This }} closes nothing: no {{ stands before it.', fix: write };

function withoutSigns(text: string): string {
  return text.replace(/\\(\{\{|\}\}|::)/g, '$1');
}

/** The first `}}`, taken as far right as braces run, so that `{{{a}}}` hides `{a}`. */
function closeOf(text: string, open: number): number {
  let close = nextMark(text, '}}', open + 2);
  while (close >= 0 && text[close + 2] === '}') close++;
  return close;
}

function problemOf(inner: string): Problem | null {
  if (nextMark(inner, '{{', 0) >= 0) return { message: 'A deletion stands inside another one.', fix: write };
  if (/\n[ \t]*\n/.test(inner)) return { message: 'A deletion runs over the end of a paragraph.', fix: write };
  const odd = oddDeletion(inner);
  if (odd !== null) return odd;
  if (hintMarks(inner).length > 1) {
    const message = 'Two :: stand in this deletion, and only one can start its hint.';
    return { message, fix: 'Put a backslash in front of each :: that is text: {{AWS\\::Region::a hint}}.' };
  }
  return readDeletion(inner).inner.trim() === '' ? { message: 'A deletion hides nothing.', fix: write } : null;
}

/** Where `::` stands and is no text. */
function hintMarks(body: string): readonly number[] {
  return Array.from(body.matchAll(/(?<!\\)::/g), ({ index }) => index);
}

function readDeletion(raw: string): Found {
  const numbered = /^([1-9]\d?):(?!:)/.exec(raw);
  const body = numbered === null ? raw : raw.slice(numbered[0].length);
  const split = hintMarks(body).at(-1) ?? 0;
  const hint = split > 0 ? withoutSigns(body.slice(split + 2)).trim() : '';
  return {
    inner: hint === '' ? body : body.slice(0, split),
    given: numbered === null ? null : Number(numbered[1]),
    hint: hint === '' ? null : hint,
  };
}

function number(found: readonly Found[]): readonly Deletion[] {
  const claimed = new Set(found.map(({ given }) => given));
  let next = 0;
  return found.map(({ given, hint }) => {
    if (given !== null) return { n: given, hint };
    do next++;
    while (claimed.has(next));
    return { n: next, hint };
  });
}

function placeAt(text: string, index: number, place: Place): Place {
  const before = text.slice(0, index).split('\n');
  const column = (before.at(-1)?.length ?? 0) + place.column;
  return { file: place.file, line: place.line + before.length - 1, column };
}
