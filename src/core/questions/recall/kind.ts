import type { Verdict } from '../../model/verdict.ts';
import type { QuestionKind } from '../question-kind.ts';

/** The learner answers from memory, looks, and rates. */
export const recall: QuestionKind<'recall'> = {
  kind: 'recall',
  vary: (question) => question,
  grade: () => selfGraded,
  guessRate: () => 0,
};

/** The verdict on what only the learner can judge. */
export const selfGraded: Verdict = { score: null, parts: [], advice: [] };
