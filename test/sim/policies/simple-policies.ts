import { runByDueDay } from './by-due-day.ts';
import { partOf, sortedBy } from './card-order.ts';
import type { Policy, Run, Setup } from './policy.ts';
import { type Sm2State, sm2After } from './sm2-interval.ts';

export const ankiSm2: Policy = {
  name: 'SM-2',
  begin(setup) {
    const states = new Map<number, Sm2State & { readonly day: number }>();
    return runByDueDay(setup, ({ card, day, rating }) => {
      const before = states.get(card) ?? null;
      const after = sm2After(before, before === null ? 0 : day - before.day, rating);
      states.set(card, { ...after, day });
      return day + after.interval;
    });
  },
};

/** Days until a card of each box is due. */
const boxes = [1, 2, 4, 8, 16];

/** Five boxes: a remembered card goes up by one, a forgotten one down to the first. */
export const leitner: Policy = {
  name: 'Leitner',
  begin(setup) {
    const boxOf = new Map<number, number>();
    return runByDueDay(setup, ({ card, day, rating }) => {
      const before = boxOf.get(card);
      const after = rating === 1 || before === undefined ? 0 : Math.min(before + 1, boxes.length - 1);
      boxOf.set(card, after);
      return day + boxes[after]!;
    });
  },
};

/** New cards first, then always the card that was not seen for longest. */
export const roundRobin: Policy = {
  name: 'round-robin',
  begin: (setup) => runByLastDay(setup, (lastDay) => (card) => lastDay.get(card) ?? -Infinity),
};

/** Any card. */
export const random: Policy = {
  name: 'random',
  begin: (setup) => runByLastDay(setup, (_, day) => (card) => setup.chance(card, day)),
};

type KeyOfCard = (card: number) => number;

function runByLastDay(setup: Setup, keyOn: (lastDay: ReadonlyMap<number, number>, day: number) => KeyOfCard): Run {
  const lastDay = new Map(setup.history.map(({ card, day }) => [card, day]));
  const all = partOf(setup.cards, () => false).seen;
  return {
    answered: ({ card, day }) => void lastDay.set(card, day),
    queue: (day) => sortedBy(all, keyOn(lastDay, day)),
  };
}
