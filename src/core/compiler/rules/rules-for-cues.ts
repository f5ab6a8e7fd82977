import { codeIn, plainText, type RichText } from '../../model/rich-text.ts';
import type { SourceOption } from '../../questions/question-kind.ts';
import { contentWords } from '../../text/content-words.ts';
import { type Compilation, report } from '../compilation.ts';

/** W223 code and W224 words of the prompt, where they tell the right options from the wrong ones. */
export function warnOfCues(compilation: Compilation, options: readonly SourceOption[], prompt: string): void {
  const right = options.filter((option) => option.right);
  const wrong = options.filter((option) => !option.right);
  const [first] = right;
  // Options that are refused as alike are written anew.
  if (first === undefined || wrong.length === 0 || new Set(options.map(textOf)).size < options.length) return;
  const cue = codeCue(right, wrong);
  if (cue !== null) report(compilation, 'W223', first.place, cue);
  const echoed = echoOf(right, wrong, prompt);
  if (echoed.length === 0) return;
  const words = echoed.map((word) => `"${word}"`).join(', ');
  report(compilation, 'W224', first.place, `Of all options only the right one takes up ${words} from the prompt.`);
}

function codeCue(right: readonly SourceOption[], wrong: readonly SourceOption[]): string | null {
  const ofRight = right.filter(({ text }) => hasCode(text)).length;
  const ofWrong = wrong.filter(({ text }) => hasCode(text)).length;
  if (ofRight === right.length && ofWrong === 0) return 'Of all options only the right one holds code.';
  if (ofRight === 0 && ofWrong === wrong.length) return 'Of all options only the right one holds no code.';
  return null;
}

function hasCode(rich: RichText): boolean {
  return codeIn(rich).length > 0;
}

const fewestLetters = 5;
const mostBeside = 1.5;

/**
 * The words of the prompt that the right option alone takes up; of several the one that takes up least. None where wrong
 * options take up nearly as much by themselves. Letters are counted, since long words tell more than short ones. Most
 * options share nothing with the prompt, so wrong ones are taken apart only where it matters.
 */
function echoOf(right: readonly SourceOption[], wrong: readonly SourceOption[], prompt: string): readonly string[] {
  const asked = prompt.toLowerCase();
  const words = right.map((option) => wordsAsked(option, asked));
  if (words.some((echoed) => lettersOf(echoed) < fewestLetters)) return [];
  const ofWrong = wrong.map(smallTextOf);
  const [least = []] = words.map((echoed) => own(echoed, ofWrong)).sort((a, b) => lettersOf(a) - lettersOf(b));
  if (lettersOf(least) < fewestLetters) return [];
  const ofRight = right.map(smallTextOf);
  const beside = wrong.flatMap((option, at) =>
    own(wordsAsked(option, asked), [...ofRight, ...ofWrong.toSpliced(at, 1)]),
  );
  return lettersOf(least) >= mostBeside * lettersOf(beside) ? least.map(([, word]) => word) : [];
}

/** The beginning of a word, and the word. */
type Word = readonly [stem: string, word: string];

function wordsAsked(option: SourceOption, asked: string): readonly Word[] {
  return [...contentWords(textOf(option))].filter(([stem]) => asked.includes(stem));
}

function own(words: readonly Word[], others: readonly string[]): readonly Word[] {
  return words.filter(([stem]) => others.every((other) => !other.includes(stem)));
}

function lettersOf(words: readonly Word[]): number {
  let sum = 0;
  for (const [stem] of words) sum += stem.length;
  return sum;
}

function smallTextOf(option: SourceOption): string {
  return textOf(option).toLowerCase();
}

/** Most options are one plain text, for which nothing has to be joined. */
function textOf({ text }: SourceOption): string {
  const [only] = text;
  return text.length === 1 && typeof only === 'string' ? only : plainText(text);
}
