import type { Attempt } from '../../../core/exam/attempt.ts';
import { sinceThen } from '../../../core/exam/exam-clock.ts';
import type { Timestamp } from '../../../core/model/id.ts';
import { durationWords } from './time-words.ts';

/** "11 of 20 answered, 21 min left"; of an exam that is not on the desk, by what its clock has done meanwhile. */
export function standWords({ paper, sheet, progress }: Attempt, now: Timestamp): string {
  const answered = sheet.filter(({ isAnswered }) => isAnswered).length;
  const { leftMs, wall } = progress;
  const words = `${answered} of ${sheet.length} answered`;
  if (leftMs === null) return words;
  const spentMs = sinceThen({ leftMs, wall, uptimeMs: null }, { wall: now, uptimeMs: 0 }, paper.isStrict);
  const left = leftMs - spentMs;
  return left > 0 ? `${words}, ${durationWords(left)} left` : `${words}, its time has run out`;
}
