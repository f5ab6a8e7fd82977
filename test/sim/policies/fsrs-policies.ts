import { type BelievedMemories, createBelievedMemories, fsrs } from './believed-memories.ts';
import { partOf, sortedBy } from './card-order.ts';
import { newCardPace } from './new-card-pace.ts';
import type { Policy, Setup } from './policy.ts';

/** FSRS at a desired retention of 0.9 as it comes: due cards by ascending recall, then 20 new ones, then nothing. */
export const stockFsrs: Policy = {
  name: 'FSRS-0.9 stock',
  begin: (setup) => fsrsRun(setup, ({ due, unseen }) => [...due, ...unseen.slice(0, newPerDay)]),
};

/** The same, but all time is used: reviews first, then new cards without limit, then the least recall. */
export const fsrsReviewsFirst: Policy = {
  name: 'FSRS-0.9 reviews first',
  begin: (setup) => fsrsRun(setup, ({ due, rest, unseen }) => [...due, ...unseen, ...rest]),
};

/** New cards first, evenly over the first 0.7 of the days, then what is due, then the least recall. */
export const fsrsFill: Policy = {
  name: 'FSRS-0.9 fill',
  begin(setup) {
    const pace = newCardPace(setup);
    return fsrsRun(setup, ({ due, rest, unseen }, day) => {
      const wanted = pace(day, unseen.length);
      return [...unseen.slice(0, wanted), ...due, ...rest, ...unseen.slice(wanted)];
    });
  },
};

const newPerDay = 20;

/** Cards as FSRS sees them on a day; seen ones by ascending recall. */
interface Standing {
  readonly due: readonly number[];
  readonly rest: readonly number[];
  readonly unseen: readonly number[];
}

function fsrsRun(setup: Setup, queue: (standing: Standing, day: number) => readonly number[]) {
  const believed = createBelievedMemories(setup.cards, setup.history);
  return {
    queue: (day: number) => queue(standingOf(believed, setup.cards, day), day),
    answered: believed.take,
  };
}

function standingOf(believed: BelievedMemories, cards: number, day: number): Standing {
  const { seen, unseen } = partOf(cards, believed.isNew);
  const byRecall = sortedBy(seen, (card) => believed.recall(card, day));
  const isDue = (card: number) => day - believed.lastDay[card]! >= fsrs.interval(believed.memories[card]!.stability);
  return { due: byRecall.filter(isDue), rest: byRecall.filter((card) => !isDue(card)), unseen };
}
