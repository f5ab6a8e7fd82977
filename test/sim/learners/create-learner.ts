import { type Chance, chanceOf } from '../chance/draw.ts';
import { normalDraw } from '../chance/normal.ts';
import { createActRMemory } from './act-r-memory.ts';
import { type Family, families } from './family.ts';
import { createFsrsMemory } from './fsrs-memory.ts';
import { exactTraits, hardTraits, populationTraits } from './fsrs-traits.ts';
import { createHalfLifeMemory } from './half-life-memory.ts';
import type { HiddenMemory, Learner } from './learner.ts';
import { createMcmMemory } from './mcm-memory.ts';
import { feltOf, firstShares, type RatingShares, ratingOf, ratingShares, rememberedShares } from './rating-draws.ts';

/** The learner of that family and seed, who has seen none of the `cards` yet: the same whenever it is made. */
export function createLearner(family: Family, seed: number, cards: number): Learner {
  const chance = chanceOf(seed, families.indexOf(family));
  const memory = memoryOf[family](chance, cards);
  const first = firstSharesOf(family);
  const seen = new Uint8Array(cards);
  const rated = (shares: RatingShares, luck: number, card: number) => ratingOf(shares, feltOf(luck, memory.ease(card)));
  return {
    recall: (card, day) => (seen[card] === 1 ? memory.recall(card, day) : 0),
    answer(card, day) {
      if (seen[card] !== 1) {
        seen[card] = 1;
        // A card is as hard to learn on one day as on another.
        const rating = rated(first, normalDraw(chance, 'first rating', card), card);
        memory.studied(card, day, rating);
        return rating;
      }
      const recalled = chance('recall', card, day) < memory.recall(card, day);
      const rating = recalled ? rated(remembered, normalDraw(chance, 'rating', card, day), card) : 1;
      memory.reviewed(card, day, rating);
      return rating;
    },
  };
}

/** How often the first answer to a card is given each rating. */
export function firstSharesOf(family: Family): RatingShares {
  return family === 'FPH' ? hardFirst : usualFirst;
}

const usualFirst = ratingShares(1, firstShares);
const hardFirst = ratingShares(1, [0.42, 0.15, 0.36, 0.07]);
const remembered = ratingShares(2, rememberedShares);

/** The memory of a learner of that family, by its luck. */
export const memoryOf: Readonly<Record<Family, (chance: Chance, cards: number) => HiddenMemory>> = {
  F0: (_, cards) => createFsrsMemory(exactTraits, cards),
  FP: (chance, cards) => createFsrsMemory(populationTraits(chance), cards),
  FPH: (chance, cards) => createFsrsMemory(hardTraits(chance), cards),
  'ACT-R': createActRMemory,
  MCM: createMcmMemory,
  HL: createHalfLifeMemory,
};
