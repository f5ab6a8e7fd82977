import { areOptions, gradeOptions, rightIds } from '../options/grade-options.ts';
import { shuffleOptions } from '../options/shuffle-options.ts';
import type { QuestionKind } from '../question-kind.ts';

/** One right option among several. */
export const choice: QuestionKind<'choice'> = {
  kind: 'choice',
  grading: 'graded',
  vary: shuffleOptions,
  grade: (question, response) => gradeOptions(question.options, [response.option]),
  guessRate: (question) => 1 / question.options.length,
  rightResponse: ({ options }) => {
    const [option] = rightIds(options);
    return option === undefined ? null : { kind: 'choice', option };
  },
  given: ({ option }) => option,
  fits: (question, { option }) => areOptions(question, [option]),
  lacks: (_question, response) => (response === null ? 'Choose an answer first.' : ''),
  written: null,
};
