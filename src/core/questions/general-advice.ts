import type { Verdict } from '../model/verdict.ts';

/** Advice that no part of the answer carries already. */
export function generalAdvice(verdict: Verdict): readonly string[] {
  return 'general' in verdict ? verdict.general : verdict.advice;
}
