import { plainText, type RichText } from '../../model/rich-text.ts';
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
  return rich.some((node) => typeof node !== 'string' && (node[0] === 'code' || hasCode(node.slice(2) as RichText)));
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
  const ofRight = right.map(smallTextOf);
  const ofWrong = wrong.map(smallTextOf);
  let least: ReadonlyMap<string, string> | null = null;
  for (const option of right) {
    const echoed = ownWords(option, asked, ofWrong);
    if (lettersOf(echoed) < fewestLetters) return [];
    if (least === null || lettersOf(echoed) < lettersOf(least)) least = echoed;
  }
  if (least === null) return [];
  const beside = wrong.map((option, at) => ownWords(option, asked, [...ofRight, ...ofWrong.toSpliced(at, 1)]));
  const lettersBeside = beside.reduce((sum, words) => sum + lettersOf(words), 0);
  return lettersOf(least) >= mostBeside * lettersBeside ? [...least.values()] : [];
}

/** What the option says of what is asked and no other text does: the beginnings of words, with the words. */
function ownWords(option: SourceOption, asked: string, others: readonly string[]): ReadonlyMap<string, string> {
  const words = [...contentWords(textOf(option))];
  return new Map(words.filter(([stem]) => asked.includes(stem) && others.every((other) => !other.includes(stem))));
}

function lettersOf(words: ReadonlyMap<string, string>): number {
  let sum = 0;
  for (const stem of words.keys()) sum += stem.length;
  return sum;
}

function smallTextOf(option: SourceOption): string {
  return textOf(option).toLowerCase();
}

function textOf({ text }: SourceOption): string {
  return plainText(text);
}
