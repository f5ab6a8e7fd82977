import { gradeOptions } from '../options/grade-options.ts';
import { shuffleOptions } from '../options/shuffle-options.ts';
import type { QuestionKind } from '../question-kind.ts';

/** Two or more right options; the learner is told how many. */
export const multi: QuestionKind<'multi'> = {
  kind: 'multi',
  vary: (question, seed) =>
    question.shuffle ? { ...question, options: shuffleOptions(question.options, seed) } : question,
  grade: (question, response) => gradeOptions(question.options, response.options),
  guessRate: (question) =>
    1 / combinations(question.options.length, question.options.filter((option) => option.right).length),
};

function combinations(from: number, pick: number): number {
  let ways = 1;
  for (let step = 1; step <= pick; step++) ways = (ways * (from - pick + step)) / step;
  return ways;
}
