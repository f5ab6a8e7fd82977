import type { Attempt } from '../../../core/exam/attempt.ts';
import { durationWords } from './time-words.ts';

/** "11 of 20 answered, 21 min left" */
export function standWords({ sheet, progress }: Attempt): string {
  const answered = sheet.filter(({ response }) => response !== null).length;
  const left = progress.leftMs === null ? '' : `, ${durationWords(progress.leftMs)} left`;
  return `${answered} of ${sheet.length} answered${left}`;
}
