import type { Notebook } from '../../../core/study/notebook.ts';
import { countWords } from '../../../core/text/count-words.ts';

/** "35 of 320 questions seen, 12 remembered for a week or more, 3 missed last time.", and what a square is if it is not one of them. */
export function notebookWords({ all, square }: Notebook): string {
  const { questions, seen, known, missed } = all;
  const tally = [
    seen === 0
      ? `${countWords(questions, 'question')}, none answered yet`
      : `${seen} of ${countWords(questions, 'question')} seen`,
    ...(known > 0 ? [`${known} remembered for a week or more`] : []),
    ...(missed > 0 ? [`${missed} missed last time`] : []),
  ];
  return `${tally.join(', ')}.${square === 'section' ? ' A square is a section.' : ''}`;
}
