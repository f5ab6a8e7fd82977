import { chanceOf } from '../chance/draw.ts';
import { normalDraw } from '../chance/normal.ts';
import { firstSharesOf, memoryOf } from '../learners/create-learner.ts';
import { type Family, families } from '../learners/family.ts';
import type { Learner } from '../learners/learner.ts';
import { feltOf, ratingOf } from '../learners/rating-draws.ts';

/** What a learner does with a question of four options. */
export interface Choice {
  readonly isRight: boolean;
  /** The learner says to be guessing. */
  readonly isUnsure: boolean;
  readonly tookMs: number;
}

/** A learner of multiple choice. What is not recalled is guessed, and what is right is told afterwards. */
export interface Guesser extends Pick<Learner, 'recall'> {
  choose(card: number, day: number): Choice;
}

/** Four options. */
export const guessRate = 1 / 4;
/** How often a learner says to be guessing (scheduling §5.1). */
const unsureShares = { recalled: 0.15, guessed: 0.8 };
const medianSeconds = { recalled: 8, guessed: 14 };
const timeSpread = 0.5;

/**
 * A learner of that family and seed who recalls or does not, so that of ratings there are only two. A lucky guess leaves in
 * memory what a miss leaves, the re-test with it: the right answer is read either way.
 */
export function createGuesser(family: Family, seed: number, cards: number): Guesser {
  const chance = chanceOf(seed, families.indexOf(family));
  const memory = memoryOf[family](chance, cards);
  const shares = firstSharesOf(family);
  const seen = new Uint8Array(cards);
  const recalls = (card: number, day: number) => {
    if (seen[card] === 1) return chance('recall', card, day) < memory.recall(card, day);
    return ratingOf(shares, feltOf(normalDraw(chance, 'first rating', card), memory.ease(card))) > 1;
  };
  return {
    recall: (card, day) => (seen[card] === 1 ? memory.recall(card, day) : 0),
    choose(card, day) {
      const how = recalls(card, day) ? 'recalled' : 'guessed';
      const learn = seen[card] === 1 ? memory.reviewed : memory.studied;
      seen[card] = 1;
      learn(card, day, how === 'recalled' ? 3 : 1);
      return {
        isRight: how === 'recalled' || chance('lucky guess', card, day) < guessRate,
        isUnsure: chance('unsure', card, day) < unsureShares[how],
        tookMs: 1000 * medianSeconds[how] * Math.exp(timeSpread * normalDraw(chance, 'answer time', card, day)),
      };
    },
  };
}
