import type { Chance } from '../chance/draw.ts';
import { normalDraw } from '../chance/normal.ts';
import type { HiddenMemory } from './learner.ts';

/** c, a, τ and s of the paper; s is wider, for answers of many kinds. */
const decayScale = 0.217;
const leastDecay = 0.177;
const threshold = -0.704;
const noise = 0.4;
/** A day between sessions counts as this many seconds within one (h = 0.025). */
const secondsOfDay = 86_400 * 0.025;
/** Between an Again and its re-test. */
const retestSeconds = 600;

/** Activation of everything: fitted to recall after a first study, which is more than the one presentation of the paper. */
const meanOffset = 1.3;
const learnerSpread = 0.2;
const cardSpread = 0.25;

/** One presentation of a card. */
interface Trace {
  /** Seconds. */
  readonly at: number;
  readonly decay: number;
}

/**
 * ACT-R with decays that depend on activation (Pavlik and Anderson 2005, Cognitive Science 29): every presentation of a
 * card leaves a trace that decays the faster, the more active the card was at that moment, which is why spacing helps.
 *
 *     m(t) = offset + ln Σ tₖ^−dₖ     dₖ = c·Σ tⱼ^−dⱼ(at k) + a     recall = 1 / (1 + e^((τ − m) / s))
 */
export function createActRMemory(chance: Chance, cards: number): HiddenMemory {
  const traces: Trace[][] = Array.from({ length: cards }, () => []);
  const ofLearner = meanOffset + learnerSpread * normalDraw(chance, 'learner', 0);
  const ease = (card: number) => normalDraw(chance, 'card', card);
  const offsets = Array.from({ length: cards }, (_, card) => ofLearner + cardSpread * ease(card));
  const present = (card: number, at: number) =>
    traces[card]!.push({ at, decay: decayScale * strengthOf(traces[card]!, at) + leastDecay });
  const answered = (card: number, day: number, rating: number) => {
    present(card, day * secondsOfDay);
    if (rating === 1) present(card, day * secondsOfDay + retestSeconds);
  };
  return {
    ease,
    studied: answered,
    reviewed: answered,
    recall(card, day) {
      const activation = offsets[card]! + Math.log(strengthOf(traces[card]!, day * secondsOfDay));
      return 1 / (1 + Math.exp((threshold - activation) / noise));
    },
  };
}

/** Σ t^−d over the traces, `at` seconds; 0 of none. */
function strengthOf(traces: readonly Trace[], at: number): number {
  let sum = 0;
  for (const trace of traces) sum += (at - trace.at) ** -trace.decay;
  return sum;
}
