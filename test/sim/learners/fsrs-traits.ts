import { takeParameters } from '../../../src/core/scheduler/memory/parameters.ts';
import type { Chance } from '../chance/draw.ts';
import { normalDraw } from '../chance/normal.ts';
import type { FsrsTraits } from './fsrs-memory.ts';

/** F0: FSRS-6 as it is published, every card like any other. */
export const exactTraits: FsrsTraits = {
  parameters: takeParameters(),
  stabilityFactor: () => 1,
  difficultyShift: () => 0,
};

/**
 * FP: a learner of the population that FSRS-6 was fitted to. w4 to w19 are normal around the published ones with 0.8 of
 * the spread that fsrs-rs assumes of users; the first stabilities share a log-normal factor (0.7) and have one of each
 * card (0.4); first difficulties move by 0.8; the decay is 0.1 and an exponential part with mean 0.13.
 */
export function populationTraits(chance: Chance): FsrsTraits {
  return {
    parameters: drawnParameters(chance),
    stabilityFactor: (card) => Math.exp(0.4 * normalDraw(chance, 'card', card)),
    difficultyShift: (card) => 0.8 * normalDraw(chance, 'card again', card),
  };
}

/** FPH: the same with hard material, which is forgotten sooner and gains less from every review. */
export function hardTraits(chance: Chance): FsrsTraits {
  const traits = populationTraits(chance);
  const harder = (value: number, index: number) => (index < 4 ? value * 0.35 : index === 8 ? value - 0.45 : value);
  return { ...traits, parameters: traits.parameters.map(harder) };
}

/** How users differ in w0 to w20: PARAMS_STDDEV of open-spaced-repetition/fsrs-rs, src/training.rs. */
const userSpread: readonly number[] = [
  6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32,
  0.14, 0.27,
];

const decayAt = 20;

function drawnParameters(chance: Chance): readonly number[] {
  // The spreads of w0 to w3 are wider than the values: a common factor keeps their order.
  const firstFactor = Math.exp(0.7 * normalDraw(chance, 'learner', 0));
  return takeParameters().map((usual, index) => {
    if (index < 4) return usual * firstFactor;
    if (index === decayAt) return 0.1 - 0.13 * Math.log(1 - chance('learner', index, 0));
    return usual + 0.8 * userSpread[index]! * normalDraw(chance, 'learner', index);
  });
}
