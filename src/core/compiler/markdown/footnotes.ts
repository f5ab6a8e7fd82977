import type { RichElement, RichText } from '../../model/rich-text.ts';
import { limits } from '../limits.ts';
import { isBlank, opensBlock } from '../text/line-marks.ts';
import type { Footnote, Fragment } from './fragment.ts';

/** The raised number that leads to a footnote of the fragment. */
export function referToFootnote(fragment: Fragment, number: number): RichElement {
  const id = `fn-${fragment.prefix}-${number}`;
  return ['sup', 0, ['a', { href: `#${id}`, id: `${id}-ref` }, String(number)]];
}

/** The list of footnotes that a fragment refers to; nothing when there are none. */
export function listFootnotes(
  fragment: Fragment,
  labels: readonly string[],
  render: (footnote: Footnote) => RichText,
): readonly RichElement[] {
  if (labels.length === 0) return [];
  const items = labels.map((label, index): RichElement => {
    const footnote = fragment.footnotes.get(label);
    const body = footnote === undefined ? [] : render(footnote);
    const id = `fn-${fragment.prefix}-${index + 1}`;
    return ['li', { id }, ...body, ['a', { href: `#${id}-ref` }, '↩']];
  });
  return [['section', 0, ['ol', 0, ...items]]];
}

/** Footnote definitions of a note, and the note without them (their lines stay, empty, so that lines still count). */
export function takeFootnotes(
  text: string,
  file: string,
  firstLine: number,
): { readonly text: string; readonly footnotes: ReadonlyMap<string, Footnote> } {
  const footnotes = new Map<string, Footnote>();
  if (!text.includes('[^')) return { text, footnotes };
  let fenced = false;
  let current: string | null = null;
  const kept = text.split('\n').map((line, index) => {
    if (/^ {0,3}(?:```|~~~)/.test(line)) fenced = !fenced;
    const definition = fenced ? null : /^\[\^([\w-]{1,64})\]:[ \t]*(.*)$/.exec(line);
    if (definition !== null) {
      current = definition[1] ?? '';
      const column = line.length - (definition[2] ?? '').length + 1;
      footnotes.set(current, { text: definition[2] ?? '', place: { file, line: firstLine + index, column } });
      return '';
    }
    const before = current === null ? undefined : footnotes.get(current);
    if (before === undefined || isBlank(line) || opensBlock(line) || before.text.length > limits.footnoteLength) {
      current = null;
      return line;
    }
    footnotes.set(current ?? '', { ...before, text: `${before.text}\n${line.trim()}` });
    return '';
  });
  return { text: kept.join('\n'), footnotes };
}
