import type { Chance } from '../chance/draw.ts';
import { normalDraw } from '../chance/normal.ts';
import type { HiddenMemory } from './learner.ts';

/** Days. Fitted to recall after a first study, with the spreads of its logarithm. */
const firstHalfLife = 10.5;
const learnerSpread = 0.5;
const cardSpread = 0.7;
/** A half-life grows by this factor more if the card was as good as forgotten, and by nothing if it was certain. */
const growth = 1.5;
/** What a lapse leaves of a half-life, and the least of it, in days. */
const leftAfterLapse = 0.3;
const leastHalfLife = 1;

/**
 * Exponential forgetting by half-lives, as in half-life regression (Settles and Meeder 2016, ACL), where a success
 * multiplies the half-life and a failure divides it; here a success does so the more, the longer the card was spaced.
 * Its tail is thin where that of FSRS is thick: 2^−10 of recall is left after ten half-lives.
 */
export function createHalfLifeMemory(chance: Chance, cards: number): HiddenMemory {
  const halfLives = new Float64Array(cards);
  const lastDay = new Int32Array(cards);
  const ofLearner = learnerSpread * normalDraw(chance, 'learner', 0);
  const ease = (card: number) => normalDraw(chance, 'card', card);
  const recall = (card: number, day: number) => 2 ** ((lastDay[card]! - day) / halfLives[card]!);
  const keep = (card: number, day: number, halfLife: number) => {
    halfLives[card] = halfLife;
    lastDay[card] = day;
  };
  return {
    ease,
    recall,
    studied: (card, day) => keep(card, day, firstHalfLife * Math.exp(ofLearner + cardSpread * ease(card))),
    reviewed(card, day, rating) {
      const before = halfLives[card]!;
      const afterLapse = Math.max(Math.min(before, leastHalfLife), before * leftAfterLapse);
      const afterSuccess = before * (1 + growth * Math.sqrt(1 - recall(card, day)));
      keep(card, day, rating === 1 ? afterLapse : afterSuccess);
    },
  };
}
