import type { Place } from '../../model/diagnostic-codes.ts';
import type { Deletion } from './cloze-marks.ts';

/** A piece of Markdown to render, and where it stands. */
export interface Fragment {
  /** Without line breaks at either end. */
  readonly text: string;
  /** Of its first character. */
  readonly place: Place;
  readonly scope: 'question' | 'note';
  /** The note that holds it, for links like `#here`. */
  readonly note: string | null;
  /** Deletions that the text marks, in order; see `cloze-marks.ts`. */
  readonly deletions: readonly Deletion[];
  /** Footnotes of the note, by label. */
  readonly footnotes: ReadonlyMap<string, Footnote>;
  /** Put before the ids of footnotes, so that two fragments of a page do not share them. */
  readonly prefix: string;
}

export interface Footnote {
  readonly text: string;
  readonly place: Place;
}

export const noDeletions: readonly Deletion[] = [];
export const noFootnotes: ReadonlyMap<string, Footnote> = new Map();

const linesOfFragments = new WeakMap<Fragment, readonly string[]>();

/** Split once: a text may hold as many complaints as lines. */
function linesOf(fragment: Fragment): readonly string[] {
  const lines = linesOfFragments.get(fragment) ?? fragment.text.split('\n');
  linesOfFragments.set(fragment, lines);
  return lines;
}

/** Where a line of the fragment stands; `needle` finds the column. */
export function placeInside(fragment: Fragment, lineIndex: number, needle: string): Place {
  const { file, line, column } = fragment.place;
  const found = needle === '' ? 0 : Math.max(0, (linesOf(fragment)[lineIndex] ?? '').indexOf(needle));
  return { file, line: line + lineIndex, column: column + found };
}
