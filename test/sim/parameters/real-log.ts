import { existsSync, readFileSync } from 'node:fs';
import type { Rating } from '../../../src/core/model/verdict.ts';
import { studyDayOf } from '../../../src/core/scheduler/study-day.ts';
import type { LoggedAnswer } from './answered-log.ts';

/** The test data of open-spaced-repetition/py-fsrs (MIT), where somebody has put it beside the repository. */
const place = new URL('../../../../shared/data/review-log.csv', import.meta.url);

/** One person's answers of half a year, by days in UTC; null where the file is not there. */
export function realLog(): readonly LoggedAnswer[] | null {
  if (!existsSync(place)) return null;
  const [, ...lines] = readFileSync(place, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [card = '', rating, time = ''] = line.split(',');
    const at = Date.parse(time);
    return { card, rating: asRating(Number(rating)), at, day: studyDayOf(at, 0) };
  });
}

function asRating(value: number): Rating {
  if (value === 1 || value === 2 || value === 3 || value === 4) return value;
  throw new Error(`No rating: ${value}`);
}
