import { asDeviations, type Deviations } from '../../model/measured-memory.ts';
import { ownParameters } from '../memory/own-parameters.ts';
import { replayLoss, type Stretch } from './log-loss.ts';
import type { Reviews } from './reviews.ts';

/** How much learners differ in each: standard deviations of what is believed beforehand (scheduling §7). */
const spreads: Deviations = [0.7, 0.39, 0.6, 0.57, 0.25];

const usualMemory: Deviations = [0, 0, 0, 0, 0];

const rounds = 8;
/** The first step of each coordinate, in standard deviations, and by how much steps shorten from round to round. */
const firstStep = 0.8;
const shortened = 0.6;

/**
 * The most likely deviations given the evidence of a stretch and what is believed beforehand: coordinates are searched in
 * turn for eight rounds, 80 replays of the reviews. The same for the same arguments.
 */
export function fitDeviations(reviews: Reviews, stretch: Stretch, start: Deviations = usualMemory): Deviations {
  const heightOf = (deviations: Deviations) => logPosterior(reviews, stretch, deviations);
  let best = start;
  let height = heightOf(best);
  for (let round = 0, step = firstStep; round < rounds; round += 1, step *= shortened) {
    for (const [place, spread] of spreads.entries()) {
      for (const move of [step * spread, -step * spread]) {
        const next = asDeviations(best.map((value, index) => (index === place ? value + move : value)));
        const nextHeight = heightOf(next);
        if (nextHeight <= height) continue;
        [best, height] = [next, nextHeight];
        break;
      }
    }
  }
  return best;
}

function logPosterior(reviews: Reviews, stretch: Stretch, deviations: Deviations): number {
  const prior = deviations.reduce((sum, value, place) => sum - (value / (spreads[place] ?? 1)) ** 2 / 2, 0);
  return prior - replayLoss(reviews, ownParameters(deviations), stretch).loss;
}
