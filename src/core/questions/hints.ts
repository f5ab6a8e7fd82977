import type { Verdict, VerdictPart } from '../model/verdict.ts';
import { generalAdvice } from './general-advice.ts';

/**
 * What is off in an attempt, without what should stand there. Characters that no shell reads are no knowledge
 * to be asked for: what to do about them is said at once.
 */
export function hintsOf(verdict: Verdict): readonly string[] {
  const advice = generalAdvice(verdict);
  if ('findings' in verdict) return [...advice, ...foundWords(verdict.findings.length)];
  if (!('ruling' in verdict)) return advice;
  return verdict.ruling === 'typography' ? verdict.advice : [...advice, ...partHints(verdict.parts)];
}

function foundWords(found: number): readonly string[] {
  if (found === 0) return [];
  return [found === 1 ? 'One thing was found; it is below.' : `${found} things were found; they are below.`];
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
