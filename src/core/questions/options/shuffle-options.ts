import type { AnswerOption } from '../../model/question.ts';
import { seededRandom } from '../../text/seeded-random.ts';

/** The question with its options in an order drawn from the seed; pinned ones keep their places. */
export function shuffleOptions<Q extends ShuffledQuestion>(question: Q, seed: number): Q {
  if (!question.shuffle) return question;
  const { options } = question;
  const free = shuffled(
    options.filter((option) => !option.pinned),
    seededRandom(seed),
  );
  let next = 0;
  return { ...question, options: options.map((option) => (option.pinned ? option : (free[next++] as AnswerOption))) };
}

interface ShuffledQuestion {
  readonly options: readonly AnswerOption[];
  readonly shuffle: boolean;
}

/** The values in an order that is drawn, each as likely as any other (Fisher and Yates). */
export function shuffled<T>(values: readonly T[], draw: (below: number) => number): readonly T[] {
  const free = [...values];
  for (let last = free.length - 1; last > 0; last--) {
    const other = draw(last + 1);
    const moved = free[last] as T;
    free[last] = free[other] as T;
    free[other] = moved;
  }
  return free;
}
