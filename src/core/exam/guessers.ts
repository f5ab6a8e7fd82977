import type { AnswerOption, Question } from '../model/question.ts';
import { codeIn, plainText, type RichText } from '../model/rich-text.ts';
import { combinations } from '../questions/options/combinations.ts';
import { contentWords } from '../text/content-words.ts';

/** Somebody who knows nothing of the subject and picks options by their looks. */
export interface Guesser {
  readonly name: string;
  /** How much it likes an option; `asked` is the prompt, with the situation above it. */
  liking(option: RichText, asked: string): number;
}

/** Ways to pick that test-wise candidates are taught, and one that looks at nothing. */
export const guessers: readonly Guesser[] = [
  { name: 'first', liking: () => 0 },
  { name: 'longest', liking: (option) => plainText(option).length },
  { name: 'shortest', liking: (option) => -plainText(option).length },
  { name: 'most words of the prompt', liking: echoes },
  { name: 'most code', liking: lettersOfCode },
  { name: 'most hedged', liking: (option) => countOf(hedge, option) },
  { name: 'most reasons', liking: (option) => countOf(purpose, option) },
];

const hedge = /\b(?:can|could|may|might|usually|often|sometimes|typically|normally|generally|mostly|most|some)\b/gi;
const purpose = /\b(?:so that|so|because|since|as|to|for)\b/gi;

function countOf(words: RegExp, option: RichText): number {
  return plainText(option).match(words)?.length ?? 0;
}

function echoes(option: RichText, asked: string): number {
  const text = asked.toLowerCase();
  return [...contentWords(plainText(option)).keys()].filter((stem) => text.includes(stem)).length;
}

function lettersOfCode(option: RichText): number {
  return codeIn(option).join('').length;
}

/**
 * The chance that a guesser answers a question right: as many options as are right, those that it likes best, and of
 * options that it likes alike the first ones. Any of them may be first where options are shuffled; of pinned ones the same
 * is taken for granted. 0 for questions without options.
 */
export function guessChance({ liking }: Guesser, question: Question): number {
  if (question.kind !== 'choice' && question.kind !== 'multi') return 0;
  const { options, prompt, case: owner, shuffle } = question;
  const asked = `${owner === null ? '' : plainText(owner.scenario)} ${plainText(prompt)}`;
  const liked = options.map((option) => ({ ...option, liking: liking(option.text, asked) }));
  return chanceOfBest(
    liked.toSorted((a, b) => b.liking - a.liking),
    shuffle,
  );
}

function chanceOfBest(sorted: readonly (AnswerOption & { readonly liking: number })[], isShuffled: boolean): number {
  const count = sorted.filter(({ right }) => right).length;
  const last = sorted[count - 1];
  if (last === undefined) return 0;
  if (!isShuffled) return sorted.slice(0, count).every(({ right }) => right) ? 1 : 0;
  if (sorted.some(({ liking, right }) => (liking > last.liking && !right) || (liking < last.liking && right))) return 0;
  const tied = sorted.filter(({ liking }) => liking === last.liking);
  return 1 / combinations(tied.length, tied.filter(({ right }) => right).length);
}
