import type { Verdict, VerdictPart } from '../../core/model/verdict.ts';

/** Said after the first miss: what is off in the attempt, without what should stand there. */
export function tryAgainWords(verdict: Verdict): string {
  return ['Not this time.', ...hints(verdict), 'Try once more, or show the answer.'].join(' ');
}

/** Characters that no shell reads are no knowledge to be asked for: what to do about them is said at once. */
function hints(verdict: Verdict): readonly string[] {
  if (verdict.ruling === 'typography') return verdict.advice;
  return [...generalAdvice(verdict), ...(verdict.ruling === undefined ? [] : partHints(verdict.parts))];
}

/** Advice that no part of the answer carries already. */
export function generalAdvice({ advice, parts }: Verdict): readonly string[] {
  const notes = new Set(parts.map(({ note }) => note));
  return advice.filter((words) => !notes.has(words));
}

const longestNamed = 60;
const mostNamed = 3;

function partHints(parts: readonly VerdictPart[]): readonly string[] {
  const odd = parts.flatMap(({ state, given }) => (state === 'wrong' && given !== undefined ? [shortened(given)] : []));
  const missing = parts.filter(({ state }) => state === 'missed').length;
  return [
    ...(odd.length === 0 ? [] : [`Look again at ${odd.slice(0, mostNamed).join(', ')}.`]),
    ...(missing === 0 ? [] : [missing === 1 ? 'Something is missing.' : `${missing} things are missing.`]),
  ];
}

function shortened(text: string): string {
  return text.length > longestNamed ? `${text.slice(0, longestNamed)}…` : text;
}
