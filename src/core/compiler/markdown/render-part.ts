import type { Place } from '../../model/diagnostic-codes.ts';
import type { RichText } from '../../model/rich-text.ts';
import type { Slice } from '../../questions/raw-answer.ts';
import type { Compilation } from '../compilation.ts';
import { type Fragment, noDeletions, noFootnotes } from './fragment.ts';
import { renderFragment, withoutParagraph } from './render-fragment.ts';

/** A fragment of a question that refers to nothing outside of itself. */
export function fragmentOf(text: string, place: Place): Fragment {
  return { text, place, scope: 'question', note: null, deletions: noDeletions, footnotes: noFootnotes, prefix: '' };
}

/** The text of an option, a step or a cell: without the paragraph around it. */
export function renderPart(compilation: Compilation, text: string, place: Place): RichText {
  return withoutParagraph(renderFragment(compilation, text, () => fragmentOf(text, place)));
}

const empty: RichText = [];

/** A slice of a question as blocks; nothing for none. */
export function renderSlice(compilation: Compilation, slice: Slice | null, file: string): RichText {
  if (slice === null) return empty;
  const { text, line } = slice;
  return renderFragment(compilation, text, () => fragmentOf(text, { file, line, column: 1 }));
}
