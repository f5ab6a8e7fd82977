import type { Verdict } from '../../../core/model/verdict.ts';

/** Advice that no part of the answer carries already. */
export function generalAdvice({ advice, parts }: Verdict): readonly string[] {
  return advice.filter((words) => !parts.some(({ note }) => note === words));
}
