import type { ClozeQuestion, ResponseOf } from '../../model/question.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { QuestionKind } from '../question-kind.ts';
import { selfGraded } from '../recall/kind.ts';
import { gradeTyped } from '../typed/kind.ts';

/** A text with gaps; each card asks for the deletions of one number. */
export const cloze: QuestionKind<'cloze'> = {
  kind: 'cloze',
  vary: (question) => question,
  grade: (question, response) => (question.typed ? gradeGap(question, response) : selfGraded),
  guessRate: () => 0,
};

/** Of a cloze with one card the number may be left out. */
function gradeGap({ answers }: ClozeQuestion, { text = '', card = 1 }: ResponseOf<'cloze'>): Verdict {
  return gradeTyped(answers[card - 1] ?? [], text);
}
