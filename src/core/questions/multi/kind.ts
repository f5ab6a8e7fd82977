import { combinations } from '../options/combinations.ts';
import { areOptions, gradeOptions, rightIds } from '../options/grade-options.ts';
import { shuffleOptions } from '../options/shuffle-options.ts';
import type { QuestionKind } from '../question-kind.ts';

/** Two or more right options; the learner is told how many. */
export const multi: QuestionKind<'multi'> = {
  kind: 'multi',
  grading: 'graded',
  vary: shuffleOptions,
  grade: (question, response) => gradeOptions(question.options, response.options),
  guessRate: ({ options }) => 1 / combinations(options.length, rightIds(options).length),
  rightResponse: ({ options }) => ({ kind: 'multi', options: rightIds(options) }),
  given: ({ options }) => options.join(' '),
  fits: (question, { options }) => areOptions(question, options),
  lacks: (_question, response) =>
    response === null || response.options.length === 0 ? 'Choose your answers first.' : '',
  written: null,
};
