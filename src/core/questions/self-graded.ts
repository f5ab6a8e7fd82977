import type { Verdict } from '../model/verdict.ts';

/** What the kinds share that the learner answers from memory, looks up, and rates. */
export const selfGraded = {
  grading: 'self',
  grade: (): Verdict => ({ score: null, parts: [], advice: [] }),
  guessRate: () => 0,
  rightResponse: () => null,
  given: () => undefined,
  fits: () => true,
  lacks: () => '',
  written: null,
} as const;
