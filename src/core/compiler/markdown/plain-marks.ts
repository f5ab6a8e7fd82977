import type { RichElement } from '../../model/rich-text.ts';
import { hasTypographicMark } from '../text/typographic-mark.ts';
import { closeMark, type Deletion, openMark } from './cloze-marks.ts';

/** An element inside a plain paragraph, and where the text goes on after it. */
export interface PlainMark {
  readonly element: RichElement;
  readonly end: number;
}

/** Deletions that the text has not come to yet. */
export interface DeletionsLeft {
  readonly deletions: readonly Deletion[];
  next: number;
}

const [space, star, bracket, tick] = [32, 42, 91, 96];
const openCode = openMark.charCodeAt(0);

/** Reads the mark at an index in its simplest form; null for anything that needs the parser. */
export function readPlainMark(text: string, at: number, left: DeletionsLeft): PlainMark | null {
  switch (text.charCodeAt(at)) {
    case tick:
      return readCode(text, at);
    case star:
      return readEmphasis(text, at);
    case bracket:
      return readLink(text, at);
    case openCode:
      return readDeletion(text, at, left);
    default:
      return null;
  }
}

/** `` `code` `` between single ticks. */
function readCode(text: string, at: number): PlainMark | null {
  const close = text.indexOf('`', at + 1);
  if (close <= at + 1 || text.charCodeAt(close + 1) === tick) return null;
  const code = text.slice(at + 1, close);
  const padded = code.charCodeAt(0) === space || code.charCodeAt(code.length - 1) === space;
  if (padded || /[\n\ue000\ue001]/.test(code) || hasTypographicMark(code)) return null;
  return { element: ['code', 0, code], end: close + 1 };
}

const anyMark = /[\\[\]<&_~|*`\ue000\ue001\s](?<! )/;

/** `*a*` or `**a**` around letters and digits; anything that CommonMark might pair otherwise is left alone. */
function readEmphasis(text: string, at: number): PlainMark | null {
  const width = text.charCodeAt(at + 1) === star ? 2 : 1;
  const close = text.indexOf('*', at + width);
  const inner = close < 0 ? '' : text.slice(at + width, close);
  if (!/^[A-Za-z0-9]/.test(inner) || !/[A-Za-z0-9]$/.test(inner) || anyMark.test(inner) || /[^ -~]/.test(inner))
    return null;
  const end = close + width;
  if ((width === 2 && text.charCodeAt(close + 1) !== star) || text.charCodeAt(end) === star) return null;
  return { element: [width === 2 ? 'strong' : 'em', 0, inner], end };
}

const linkPattern =
  /\[([A-Za-z0-9](?:[\w .,:;'/()-]*[A-Za-z0-9)])?)\]\((https:\/\/[a-z0-9.-]*[a-z0-9](?:\/[A-Za-z0-9./_~=?#:,-]*)?)\)/y;

/** `[plain words](https://…)` with an address that stays as it is. */
function readLink(text: string, at: number): PlainMark | null {
  if (text[at - 1] === '!') return null;
  linkPattern.lastIndex = at;
  const [whole, words = '', href = ''] = linkPattern.exec(text) ?? [];
  if (whole === undefined || words.includes('_') || href.includes('xn--')) return null;
  return { element: ['a', { href }, words], end: at + whole.length };
}

/** A deletion around plain words or around one piece of code. */
function readDeletion(text: string, at: number, left: DeletionsLeft): PlainMark | null {
  const close = text.indexOf(closeMark, at + 1);
  const deletion = left.deletions[left.next++];
  if (close < 0 || deletion === undefined) return null;
  const inner = text.slice(at + 1, close);
  const code = inner.startsWith('`') ? readCode(inner, 0) : null;
  if (code === null ? anyMark.test(inner) : code.end !== inner.length) return null;
  const { n, hint } = deletion;
  const properties = hint === null ? { n } : { n, hint };
  return { element: ['cloze', properties, code === null ? inner : code.element], end: close + 1 };
}
