import { fitDeviations } from '../../../src/core/scheduler/fit/fit-deviations.ts';
import { allTime, logLoss, type Stretch } from '../../../src/core/scheduler/fit/log-loss.ts';
import { measureMemory } from '../../../src/core/scheduler/fit/measure-memory.ts';
import { momentOfLast, type Reviews } from '../../../src/core/scheduler/fit/reviews.ts';
import { ownParameters } from '../../../src/core/scheduler/memory/own-parameters.ts';
import { type Parameters, takeParameters } from '../../../src/core/scheduler/memory/parameters.ts';
import type { Family } from '../learners/family.ts';
import { evidenceMoments, type LoggedAnswer, reviewsBefore, reviewsOfLog } from './answered-log.ts';
import { simulatedLog, trueParameters } from './simulated-log.ts';

/** Log loss of later answers: by FSRS-6's own parameters, and by what was made of the answers before. */
export interface FitOutcome {
  readonly usual: number;
  /** By those that are most likely, whether they are adopted or not. */
  readonly fitted: number;
  /** By what is in use after one measurement. */
  readonly gated: number;
  readonly isAdopted: boolean;
  /** By the learner's true parameters; null where there are none. */
  readonly truth: number | null;
}

/** Fits to the first so many pieces of evidence, and looks at the answers of `later`. */
export function fitToFirst(
  answers: readonly LoggedAnswer[],
  count: number,
  later: (all: Reviews) => Stretch,
  truth: Parameters | null = null,
): FitOutcome {
  const all = reviewsOfLog(answers);
  const known = reviewsBefore(answers, evidenceMoments(all)[count] ?? Number.POSITIVE_INFINITY);
  const lossBy = (parameters: Parameters) => logLoss(all, parameters, later(all));
  const found = measureMemory(known, takeParameters());
  const [usual, fitted] = [takeParameters(), ownParameters(fitDeviations(known, allTime))];
  return {
    usual: lossBy(usual),
    fitted: lossBy(fitted),
    gated: lossBy(found.t === 'own' ? ownParameters(found.deviations) : usual),
    isAdopted: found.t === 'own',
    truth: truth && lossBy(truth),
  };
}

/** The latest 30 % of a log. */
export function lastThird(all: Reviews): Stretch {
  return { ...allTime, from: momentOfLast(all, 0.3) };
}

/** Enough for 1,430 pieces of evidence. */
const days = 80;
/** Of evidence that is held out, for 70 that are known. */
const heldOut = 30 / 70;

/** Learners of a family, each after so many pieces of evidence, and the next 30 % of what they answer. */
export function fitFamily(family: Family, seeds: readonly number[], count: number): readonly FitOutcome[] {
  return seeds.map((seed) => {
    const next = (all: Reviews) => {
      const moments = evidenceMoments(all);
      const end = Math.round(count * (1 + heldOut));
      return { from: moments[count] ?? 0, before: moments[end] ?? Number.POSITIVE_INFINITY };
    };
    return fitToFirst(simulatedLog(family, seed, days), count, next, trueParameters(family, seed));
  });
}
