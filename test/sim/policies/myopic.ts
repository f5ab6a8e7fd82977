import type { Rating } from '../../../src/core/model/verdict.ts';
import type { Memory } from '../../../src/core/scheduler/memory/fsrs.ts';
import { expectedSeconds } from '../learners/answer-seconds.ts';
import { firstShares, rememberedShares } from '../learners/rating-draws.ts';
import { type BelievedMemories, createBelievedMemories, fsrs } from './believed-memories.ts';
import { partOf, sortedBy } from './card-order.ts';
import type { Policy } from './policy.ts';

/**
 * What a review today adds to recall on exam day if it were the last one, per second: by the believed FSRS state, with the
 * weights of the exam (scheduling.md §2.5).
 */
export const myopic: Policy = {
  name: 'myopic',
  begin({ cards, weights, examDay, history }) {
    const believed = createBelievedMemories(cards, history);
    const all = partOf(cards, () => false).seen;
    return {
      answered: believed.take,
      queue(day) {
        const gain = gainPerSecond(believed, day, examDay);
        return sortedBy(all, (card) => -weights[card]! * gain(card));
      },
    };
  },
};

const firstRatings: readonly Rating[] = [1, 2, 3, 4];
const rememberedRatings: readonly Rating[] = [2, 3, 4];

function gainPerSecond(believed: BelievedMemories, day: number, examDay: number): (card: number) => number {
  const daysLeft = examDay - day;
  const ofNew = meanRecall(null, 0, firstRatings, firstShares, daysLeft) / expectedSeconds.new;
  return (card) => {
    if (believed.isNew(card)) return ofNew;
    const memory = believed.memories[card]!;
    const elapsed = day - believed.lastDay[card]!;
    const recall = believed.recall(card, day);
    const remembered = meanRecall(memory, elapsed, rememberedRatings, rememberedShares, daysLeft);
    const reviewed = recall * remembered + (1 - recall) * recallAfter(memory, elapsed, 1, daysLeft);
    const seconds = recall * expectedSeconds.remembered + (1 - recall) * expectedSeconds.forgotten;
    return (reviewed - believed.recall(card, examDay)) / seconds;
  };
}

/** Over the ratings, each with its share. */
function meanRecall(
  memory: Memory | null,
  elapsed: number,
  ratings: readonly Rating[],
  shares: readonly number[],
  daysLeft: number,
): number {
  return ratings.reduce((sum, rating, n) => sum + shares[n]! * recallAfter(memory, elapsed, rating, daysLeft), 0);
}

/** Chance of recall `daysLeft` days after the answer, with its re-test. */
function recallAfter(memory: Memory | null, elapsed: number, rating: Rating, daysLeft: number): number {
  const after = fsrs.next(memory, elapsed, rating);
  return fsrs.retrievability(rating === 1 ? fsrs.next(after, 0, 3) : after, daysLeft);
}
