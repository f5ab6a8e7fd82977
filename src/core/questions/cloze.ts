import type { QuestionKind } from './question-kind.ts';
import { selfGraded } from './recall.ts';

/** A text with gaps; each card asks for the deletions of one number. */
export const cloze: QuestionKind<'cloze'> = {
  kind: 'cloze',
  vary: (question) => question,
  grade: () => selfGraded,
  guessRate: () => 0,
};
