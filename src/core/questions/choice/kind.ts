import { gradeOptions } from '../options/grade-options.ts';
import { shuffleOptions } from '../options/shuffle-options.ts';
import type { QuestionKind } from '../question-kind.ts';

/** One right option among several. */
export const choice: QuestionKind<'choice'> = {
  kind: 'choice',
  vary: (question, seed) =>
    question.shuffle ? { ...question, options: shuffleOptions(question.options, seed) } : question,
  grade: (question, response) => gradeOptions(question.options, [response.option]),
  guessRate: (question) => 1 / question.options.length,
};
