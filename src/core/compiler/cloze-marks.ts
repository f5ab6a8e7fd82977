import type { Diagnostic } from '../model/diagnostic.ts';
import { complain, type Place } from '../model/diagnostic-codes.ts';
import { limits } from './limits.ts';

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

/**
 * Finds `{{text}}`, `{{text::hint}}` and `{{1:text}}`. Deletions without a number take the lowest numbers that
 * nobody claims, in order of appearance.
 */
export function markDeletions(text: string, place: Place): ClozeText {
  const parts: string[] = [];
  const found: Found[] = [];
  const diagnostics: Diagnostic[] = [];
  let from = 0;
  for (let open = text.indexOf('{{'); open >= 0; open = text.indexOf('{{', from)) {
    if (found.length === limits.deletions) {
      diagnostics.push(tooMany(placeAt(text, open, place)));
      break;
    }
    const close = closeOf(text, open);
    const problem = close < 0 ? 'This {{ is not closed by }}.' : problemOf(text.slice(open + 2, close));
    if (problem !== null)
      diagnostics.push(complain('E101', placeAt(text, open, place), problem, 'Write {{the words to hide}}.'));
    if (close < 0) break;
    const deletion = readDeletion(text.slice(open + 2, close));
    parts.push(text.slice(from, open), openMark, deletion.inner, closeMark);
    found.push(deletion);
    from = close + 2;
  }
  parts.push(text.slice(from));
  return { text: parts.join(''), deletions: number(found), diagnostics };
}

function tooMany(place: Place): Diagnostic {
  const message = `The prompt has more than the ${limits.deletions} deletions that are allowed.`;
  return complain('E104', place, message, 'Make several questions of it.');
}

/** The first `}}`, taken as far right as braces run, so that `{{{a}}}` hides `{a}`. */
function closeOf(text: string, open: number): number {
  let close = text.indexOf('}}', open + 2);
  while (close >= 0 && text[close + 2] === '}') close++;
  return close;
}

function problemOf(inner: string): string | null {
  if (inner.includes('{{')) return 'A deletion stands inside another one.';
  if (/\n[ \t]*\n/.test(inner)) return 'A deletion runs over the end of a paragraph.';
  return readDeletion(inner).inner.trim() === '' ? 'A deletion hides nothing.' : null;
}

function readDeletion(raw: string): Found {
  const numbered = /^([1-9]\d?):(?!:)/.exec(raw);
  const body = numbered === null ? raw : raw.slice(numbered[0].length);
  const split = body.lastIndexOf('::');
  const hint = split > 0 ? body.slice(split + 2).trim() : '';
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
