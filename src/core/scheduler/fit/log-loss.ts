import type { Rating } from '../../model/verdict.ts';
import { createScheduler } from '../memory/fsrs.ts';
import type { Parameters } from '../memory/parameters.ts';
import type { Reviews } from './reviews.ts';

/** A stretch of time: from a moment on, and before another one; ms. */
export interface Stretch {
  readonly from: number;
  readonly before: number;
}

export const allTime: Stretch = { from: Number.NEGATIVE_INFINITY, before: Number.POSITIVE_INFINITY };

/** No answer counts as foretold for certain, or as impossible. */
const edge = 1e-4;

/** What was foretold of the evidence in a stretch. */
export interface ReplayedLoss {
  /** Sum of −ln of the chances that were given to what came; 0 or more. */
  readonly loss: number;
  readonly answers: number;
}

/**
 * How well FSRS-6 with these parameters foretells each piece of evidence in a stretch from the answers to its card before
 * it. Answers of the same day move the memory and are no evidence (scheduling §7); one that may have been guessed is
 * evidence of both, by how likely each is.
 */
export function replayLoss(reviews: Reviews, parameters: Parameters, { from, before }: Stretch): ReplayedLoss {
  const { elapsedDays, ratings, posteriors, at, isEvidence } = reviews;
  // Desired retention has no say in what is recalled.
  const kernel = createScheduler({ desiredRetention: 0.9, parameters });
  const memory = { stability: 0, difficulty: 0 };
  let [loss, answers] = [0, 0];
  for (let place = 0; place < ratings.length; place += 1) {
    const moment = at[place] as number;
    if (moment >= before) continue;
    const elapsed = elapsedDays[place] as number;
    const rating = ratings[place] as Rating;
    const posterior = posteriors[place] as number;
    if (elapsed < 0) memory.stability = memory.difficulty = 0;
    if (isEvidence[place] === 1 && moment >= from) {
      const recall = Math.max(edge, Math.min(1 - edge, kernel.recallAfter(memory.stability, elapsed)));
      const recalled = posterior >= 0 ? posterior : Number(rating > 1);
      loss -= recalled * Math.log(recall) + (1 - recalled) * Math.log(1 - recall);
      answers += 1;
    }
    if (posterior >= 0) kernel.rememberPerhaps(memory, Math.max(0, elapsed), posterior);
    else kernel.remember(memory, Math.max(0, elapsed), rating);
  }
  return { loss, answers };
}

/** Mean of −ln of the chance that was given to what came; 0 of nothing. */
export function logLoss(reviews: Reviews, parameters: Parameters, stretch: Stretch): number {
  const { loss, answers } = replayLoss(reviews, parameters, stretch);
  return answers === 0 ? 0 : loss / answers;
}
