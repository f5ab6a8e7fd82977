import type { AnswerOption } from '../../../core/model/question.ts';
import type { RichText } from '../../../core/model/rich-text.ts';

/** Letters follow the order on screen; the log holds option ids. */
export function letterAt(position: number): string {
  return String.fromCharCode(65 + position);
}

/** "B", "A and C", "A, C and D": the letters of the right options. */
export function rightLetters(options: readonly AnswerOption[]): string {
  const letters = options.flatMap((option, position) => (option.right ? [letterAt(position)] : []));
  const last = letters.at(-1) ?? '';
  return letters.length < 2 ? last : `${letters.slice(0, -1).join(', ')} and ${last}`;
}

const numberWords = ['', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN'];

export function howMany(options: readonly AnswerOption[]): { readonly count: number; readonly word: string } {
  const count = options.filter((option) => option.right).length;
  return { count, word: numberWords[count] ?? String(count) };
}

/** A single paragraph without its `p`, so that it may stand inside a label. */
export function inlineOf(rich: RichText): RichText {
  const [only] = rich;
  const isParagraph = rich.length === 1 && Array.isArray(only) && only[0] === 'p';
  return isParagraph ? (only.slice(2) as unknown as RichText) : rich;
}
