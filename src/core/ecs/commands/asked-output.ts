import type { HeldWords, Leaves } from '../programs/output-filter.ts';
import { leavesAllOf, wholeAnswer } from '../programs/query-reading.ts';
import { shown } from '../verdicts/judged-part.ts';
import type { MeaningToken } from './meaning.ts';

/** Whether one query, filter or redirection leaves all of the output that another one does. */
export function leavesAsked(typed: Leaves, asked: Leaves): boolean {
  if (typed === 'part' || asked === 'part') return false;
  const wanted = asked === 'all' ? wholeAnswer : asked;
  if ('words' in wanted) return typed === 'all' || ('words' in typed && holdsAll(typed, wanted.words));
  if (typed === 'all') return leavesAllOf(wholeAnswer, wanted);
  if (!('words' in typed)) return leavesAllOf(typed, wanted);
  // A line of JSON has the name of its member.
  const names = wanted.paths.map((path) => path.at(-1) ?? '');
  return !names.includes('') && holdsAll(typed, names);
}

function holdsAll({ words, anyCase }: HeldWords, wanted: readonly string[]): boolean {
  const inCase = (word: string) => (anyCase ? word.toLowerCase() : word);
  const held = new Set(words.map(inCase));
  return wanted.every((word) => held.has(inCase(word)));
}

/** Why a query, filter or redirection may not be added to a command that is typed for its output; null where it may. */
export function outputProblem({ leaves, given }: MeaningToken): string | null {
  if (leaves === undefined || leavesAsked(leaves, 'all')) return null;
  return `${shown(given)} leaves out some of the output that is asked for.`;
}
