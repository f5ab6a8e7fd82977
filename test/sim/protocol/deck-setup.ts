import { chanceOf } from '../chance/draw.ts';
import { createLearner } from '../learners/create-learner.ts';
import { type Family, families } from '../learners/family.ts';
import { stockFsrs } from '../policies/fsrs-policies.ts';
import type { Answer, Setup } from '../policies/policy.ts';
import type { Scenario } from './scenario.ts';
import { studyDays } from './study-days.ts';

/**
 * What policies are told in this scenario of this learner. Planning begins on day 0; an established deck was studied on
 * the days before by stock FSRS, 20 minutes a day, of which 30 % are skipped.
 */
export function setupOf(scenario: Scenario, family: Family, seed: number): Setup {
  const fresh = freshSetup(scenario, family, seed);
  return { ...fresh, history: historyOf(scenario, family, seed, fresh) };
}

/** Of the history, on a day that is not skipped; and the share of days that are. */
export const dailySeconds = 20 * 60;
export const skipped = 0.3;

function historyOf({ historyDays }: Scenario, family: Family, seed: number, fresh: Setup): readonly Answer[] {
  const chance = chanceOf(seed, families.indexOf(family));
  const before: Setup = {
    ...fresh,
    firstDay: -historyDays,
    examDay: 0,
    secondsOn: (day) => (chance('skipped day', 0, day) < skipped ? 0 : dailySeconds),
  };
  return studyDays(createLearner(family, seed, fresh.cards), stockFsrs.begin(before), before);
}

function freshSetup({ cards, weights, days, seconds, window }: Scenario, family: Family, seed: number): Setup {
  const studied = Math.ceil(window * days);
  const chance = chanceOf(seed, families.indexOf(family));
  return {
    cards,
    weights: Array.from({ length: cards }, (_, card) => weights[card % weights.length]!),
    firstDay: 0,
    examDay: days,
    secondsOn: (day) => (day >= days - studied && day < days ? seconds / studied : 0),
    history: [],
    chance: (what, day) => chance('policy', what, day),
  };
}
