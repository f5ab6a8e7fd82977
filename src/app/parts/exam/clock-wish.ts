import type { ExamSize } from '../../../core/exam/sizes.ts';
import type { ExamBlueprint } from '../../../core/model/pack.ts';
import { durationWords } from './time-words.ts';

export const clockNames = ['exam', 'more', 'half', 'double', 'own', 'none'] as const;

/** How much time an exam is to have. */
export type ClockWish = (typeof clockNames)[number];

/** What AWS adds to a whole exam on request for those whose first language is not English, minutes. */
const addedMinutes = 30;

/** How many times the exam's own time one can take at most. */
export const mostTimes = 10;

/** Minutes; null for no limit. */
export function minutesOf(
  wish: Exclude<ClockWish, 'own'>,
  { questions, minutes }: ExamSize,
  exam: ExamBlueprint,
): number | null {
  switch (wish) {
    case 'exam':
      return minutes;
    case 'more':
      return minutes + Math.round((addedMinutes * questions) / exam.questions);
    case 'half':
      return Math.round(minutes * 1.5);
    case 'double':
      return minutes * 2;
    case 'none':
      return null;
  }
}

export interface ClockRow {
  readonly value: ClockWish;
  readonly words: string;
  readonly hint: string;
}

export function clockWishes(size: ExamSize, exam: ExamBlueprint): readonly ClockRow[] {
  const lasts = (wish: Exclude<ClockWish, 'own'>) => durationWords((minutesOf(wish, size, exam) ?? 0) * 60_000);
  return [
    { value: 'exam', words: 'As in the exam', hint: lasts('exam') },
    { value: 'more', words: 'With the extra time', hint: `${lasts('more')}; ${addedMinutes} min on the whole exam` },
    { value: 'half', words: 'Half as long again', hint: lasts('half') },
    { value: 'double', words: 'Twice as long', hint: lasts('double') },
    { value: 'own', words: 'Another time', hint: '' },
    { value: 'none', words: 'No limit', hint: '' },
  ];
}
