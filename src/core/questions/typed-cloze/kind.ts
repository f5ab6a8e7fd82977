import { hintsOf } from '../hints.ts';
import type { QuestionKind } from '../question-kind.ts';
import { exampleOf, gradeTyped } from '../typed/kind.ts';
import { writtenKind } from '../written-kind.ts';

/** A text with gaps into which the hidden words are typed; each card asks for the deletions of one number. */
export const typedCloze: QuestionKind<'typed-cloze'> = {
  ...writtenKind('Fill in the blank first.'),
  kind: 'typed-cloze',
  grade: (question, { text, card }) => {
    return gradeTyped({ ...question, accepted: question.answers[card - 1] ?? [], wrong: [] }, text);
  },
  rightResponse: ({ answers }, card) => ({ kind: 'typed-cloze', card, text: exampleOf(answers[card - 1]) }),
  written: { nothing: (_question, card) => ({ kind: 'typed-cloze', card, text: '' }), hints: hintsOf },
};
