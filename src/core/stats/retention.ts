import type { StudyDay } from '../model/id.ts';
import { isTest, type ToldAnswer } from './told-answers.ts';

/** What was remembered of the cards that were asked for the first time on some days. */
export interface Retention {
  readonly from: StudyDay;
  /** The last of the days. */
  readonly to: StudyDay;
  readonly remembered: number;
  readonly asked: number;
}

/** One day is luck. */
const windowDays = 30;

/** Of the thirty days up to this one: the first review of a card on a day counts, learning it and practice do not. */
export function retentionUpTo(answers: readonly ToldAnswer[], to: StudyDay): Retention {
  return retentionOf(answers, (to - windowDays + 1) as StudyDay, to);
}

/** The same week by week, the last one ending today. */
export function retentionByWeek(answers: readonly ToldAnswer[], today: StudyDay, weeks: number): readonly Retention[] {
  return Array.from({ length: weeks }, (_, n) => {
    const to = (today - 7 * (weeks - 1 - n)) as StudyDay;
    return retentionOf(answers, (to - 6) as StudyDay, to);
  });
}

function retentionOf(answers: readonly ToldAnswer[], from: StudyDay, to: StudyDay): Retention {
  const tests = answers.filter((answer) => answer.day >= from && answer.day <= to && isTest(answer));
  return { from, to, remembered: tests.filter(({ entry }) => entry.r > 1).length, asked: tests.length };
}
