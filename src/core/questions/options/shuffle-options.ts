import type { AnswerOption } from '../../model/question.ts';
import { seededRandom } from '../../text/seeded-random.ts';
import { shuffled } from '../../text/shuffled.ts';

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
