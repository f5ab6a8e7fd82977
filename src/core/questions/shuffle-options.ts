import type { AnswerOption } from '../model/question.ts';
import { seededRandom } from './seeded-random.ts';

/** The options in an order drawn from the seed; pinned ones keep their places. */
export function shuffleOptions(options: readonly AnswerOption[], seed: number): readonly AnswerOption[] {
  const draw = seededRandom(seed);
  const free = options.filter((option) => !option.pinned);
  for (let last = free.length - 1; last > 0; last--) {
    const other = draw(last + 1);
    const moved = free[last] as AnswerOption;
    free[last] = free[other] as AnswerOption;
    free[other] = moved;
  }
  let next = 0;
  return options.map((option) => (option.pinned ? option : (free[next++] as AnswerOption)));
}
