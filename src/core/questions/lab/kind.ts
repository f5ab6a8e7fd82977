import type { LabQuestion } from '../../model/question.ts';
import { areOptions, gradeOptions, rightIds } from '../options/grade-options.ts';
import { shuffleOptions } from '../options/shuffle-options.ts';
import type { QuestionKind } from '../question-kind.ts';
import { drawLab } from './draw-lab.ts';

/** One right option of an exercise that is drawn anew for each showing. */
export const lab: QuestionKind<'lab'> = {
  kind: 'lab',
  grading: 'graded',
  vary,
  grade: (question, response) => gradeOptions(question.options, [response.option]),
  guessRate: (question) => 1 / question.options.length,
  rightResponse: ({ options }) => {
    const [option] = rightIds(options);
    return option === undefined ? null : { kind: 'lab', option };
  },
  given: ({ option }) => option,
  fits: (question, { option }) => areOptions(question, [option]),
  lacks: (_question, response) => (response === null ? 'Choose an answer first.' : ''),
  written: null,
};

/** A question with a seed of its own keeps its numbers, and its options change places. */
function vary(question: LabQuestion, seed: number): LabQuestion {
  if (question.seed === undefined) return { ...question, ...drawLab(question, seed) };
  const { options } = shuffleOptions({ options: question.options, shuffle: true }, seed);
  return { ...question, options };
}
