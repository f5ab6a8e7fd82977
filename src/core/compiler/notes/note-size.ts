import type { RichNode, RichText } from '../../model/rich-text.ts';
import { type Compilation, report } from '../compilation.ts';
import { limits } from '../limits.ts';
import type { Footnote } from '../markdown/fragment.ts';
import type { NoteSource } from './note-source.ts';

/** Complains about footnotes that are too many or too long, and lets none of them through then. */
export function boundFootnotes(
  compilation: Compilation,
  { place }: NoteSource,
  footnotes: ReadonlyMap<string, Footnote>,
): ReadonlyMap<string, Footnote> {
  const all = [...footnotes.values()];
  const long = all.find(({ text }) => text.length > limits.footnoteLength);
  if (long !== undefined) {
    const message = `This footnote has more than the ${limits.footnoteLength} characters that are allowed.`;
    report(compilation, 'E104', long.place, message, 'Put it into the text.');
  }
  const length = all.reduce((sum, { text }) => sum + text.length, 0);
  const isTooMuch = all.length > limits.footnotes || length > limits.sectionLength;
  if (isTooMuch) {
    const message = `The note has ${all.length} footnotes with ${length} characters; ${limits.footnotes} and ${limits.sectionLength} are allowed.`;
    report(compilation, 'E104', place, message, 'Put some of them into the text.');
  }
  if (long === undefined && !isTooMuch) return footnotes;
  return new Map(Array.from(footnotes, ([label, footnote]) => [label, { ...footnote, text: '' }]));
}

/** Complains about a note that has more parts than a page can show at once. */
export function checkNoteSize(compilation: Compilation, { place }: NoteSource, texts: readonly RichText[]): void {
  const parts = texts.reduce((sum, text) => sum + countParts(text), 0);
  if (parts <= limits.noteNodes) return;
  report(
    compilation,
    'E104',
    place,
    `The note has ${parts} parts; ${limits.noteNodes} are allowed.`,
    'Make two notes of it.',
  );
}

function countParts(text: RichText): number {
  const waiting: RichNode[] = text.slice();
  let parts = 0;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node === 'string') continue;
    parts++;
    for (let child = 2; child < node.length; child++) waiting.push(node[child] as RichNode);
  }
  return parts;
}
