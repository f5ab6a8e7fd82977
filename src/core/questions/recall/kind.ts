import type { QuestionKind } from '../question-kind.ts';
import { selfGraded } from '../self-graded.ts';

/** The learner answers from memory, looks, and rates. */
export const recall: QuestionKind<'recall'> = {
  ...selfGraded,
  kind: 'recall',
  vary: (question) => question,
};
