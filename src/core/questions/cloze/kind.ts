import type { QuestionKind } from '../question-kind.ts';
import { selfGraded } from '../self-graded.ts';

/** A text with gaps; each card asks for the deletions of one number. */
export const cloze: QuestionKind<'cloze'> = {
  ...selfGraded,
  kind: 'cloze',
  vary: (question) => question,
};
