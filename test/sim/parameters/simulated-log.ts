import { type Parameters, takeParameters } from '../../../src/core/scheduler/memory/parameters.ts';
import { chanceOf } from '../chance/draw.ts';
import { createLearner } from '../learners/create-learner.ts';
import { type Family, families } from '../learners/family.ts';
import { exactTraits, hardTraits, populationTraits } from '../learners/fsrs-traits.ts';
import { stockFsrs } from '../policies/fsrs-policies.ts';
import type { Setup } from '../policies/policy.ts';
import { studyDays } from '../protocol/study-days.ts';
import type { LoggedAnswer } from './answered-log.ts';

const cards = 600;
const dailySeconds = 20 * 60;
const skipped = 0.3;

/**
 * What a learner of that family and seed answers in so many days with a new deck: stock FSRS, 20 minutes a day, of which
 * 30 % are skipped. After each Again stands its re-test of the same day.
 */
export function simulatedLog(family: Family, seed: number, days: number): readonly LoggedAnswer[] {
  const chance = chanceOf(seed, families.indexOf(family));
  const setup: Setup = {
    cards,
    weights: Array.from({ length: cards }, () => 1),
    firstDay: 0,
    examDay: days,
    secondsOn: (day) => (chance('skipped day', 0, day) < skipped ? 0 : dailySeconds),
    history: [],
    chance: (what, day) => chance('policy', what, day),
  };
  const answers = studyDays(createLearner(family, seed, cards), stockFsrs.begin(setup), setup);
  return answers.flatMap(({ card, day, rating }, at) => {
    const answer = { card: String(card), day, rating, at };
    return rating === 1 ? [answer, { ...answer, rating: 3 as const, at: at + 0.5 }] : [answer];
  });
}

/** The parameters by which the learner remembers, of a family that remembers by FSRS-6; null of others. */
export function trueParameters(family: Family, seed: number): Parameters | null {
  const chance = chanceOf(seed, families.indexOf(family));
  if (family === 'F0') return takeParameters(exactTraits.parameters);
  if (family === 'FP') return takeParameters(populationTraits(chance).parameters);
  return family === 'FPH' ? takeParameters(hardTraits(chance).parameters) : null;
}
