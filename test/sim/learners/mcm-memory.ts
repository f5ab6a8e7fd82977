import type { Chance } from '../chance/draw.ts';
import { normalDraw } from '../chance/normal.ts';
import type { HiddenMemory } from './learner.ts';

const integrators = 14;
/** Days, and how many times slower each next integrator forgets. Fitted to recall after a first study. */
const fastest = 0.8;
const slower = 1.8;
/** ε of a card that was remembered, and of one that was forgotten, read anew and tested again. */
const gainRemembered = 0.6;
const gainRead = 0.2;
/** Of the logarithm of all times. */
const learnerSpread = 0.4;
const cardSpread = 0.6;
/** Nobody is sure of anything. */
const mostRecall = 0.99;

/**
 * After the Multiscale Context Model (Mozer, Pashler, Cepeda, Lindsey and Vul 2009, NIPS 22): a cascade of leaky
 * integrators. Each forgets slower than the one before and learns what it and the faster ones together miss, so that
 * slow ones learn from spaced reviews alone.
 *
 *     xᵢ(t) = xᵢ·e^(−t/τᵢ)     sᵢ = mean of x₁ … xᵢ     recall = s_N     learning: xᵢ += ε·(1 − sᵢ)
 *
 * The first study fills all. ε is smaller than in the paper, where recall after two or three reviews is certain.
 */
export function createMcmMemory(chance: Chance, cards: number): HiddenMemory {
  const levels = new Float64Array(cards * integrators);
  const lastDay = new Int32Array(cards);
  const ofLearner = learnerSpread * normalDraw(chance, 'learner', 0);
  const ease = (card: number) => normalDraw(chance, 'card', card);
  const slowness = Array.from({ length: cards }, (_, card) => Math.exp(ofLearner + cardSpread * ease(card)));
  const levelOn = (card: number, index: number, day: number) =>
    levels[card * integrators + index]! * Math.exp((lastDay[card]! - day) / (times[index]! * slowness[card]!));
  const learn = (card: number, day: number, gain: number) => {
    let sum = 0;
    for (let index = 0; index < integrators; index += 1) {
      const level = levelOn(card, index, day);
      sum += level;
      levels[card * integrators + index] = level + gain * Math.max(0, 1 - sum / (index + 1));
    }
    lastDay[card] = day;
  };
  return {
    ease,
    studied: (card, day) => learn(card, day, 1),
    reviewed: (card, day, rating) => learn(card, day, rating === 1 ? gainRead : gainRemembered),
    recall(card, day) {
      let sum = 0;
      for (let index = 0; index < integrators; index += 1) sum += levelOn(card, index, day);
      return Math.min(mostRecall, sum / integrators);
    },
  };
}

/** Days in which each integrator falls to 1/e. */
const times = Array.from({ length: integrators }, (_, index) => fastest * slower ** index);
