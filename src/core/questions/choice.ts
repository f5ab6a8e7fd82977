import { gradeOptions } from './grade-options.ts';
import type { QuestionKind } from './question-kind.ts';
import { shuffleOptions } from './shuffle-options.ts';

/** One right option among several. */
export const choice: QuestionKind<'choice'> = {
  kind: 'choice',
  vary: (question, seed) =>
    question.shuffle ? { ...question, options: shuffleOptions(question.options, seed) } : question,
  grade: (question, response) => gradeOptions(question.options, [response.option]),
  guessRate: (question) => 1 / question.options.length,
};
