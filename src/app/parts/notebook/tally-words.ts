import type { Tally } from '../../../core/study/notebook.ts';
import { countWords } from '../../../core/text/count-words.ts';

/** "35 of 320 questions seen, 12 remembered for a week or more, 3 missed last time." */
export function tallyWords({ questions, seen, known, missed }: Tally): string {
  if (seen === 0) return `${countWords(questions, 'question')}, none answered yet.`;
  const parts = [
    `${seen} of ${countWords(questions, 'question')} seen`,
    ...(known > 0 ? [`${known} remembered for a week or more`] : []),
    ...(missed > 0 ? [`${missed} missed last time`] : []),
  ];
  return `${parts.join(', ')}.`;
}
