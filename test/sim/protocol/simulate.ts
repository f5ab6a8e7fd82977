import { createLearner } from '../learners/create-learner.ts';
import type { Family } from '../learners/family.ts';
import type { Learner } from '../learners/learner.ts';
import type { Policy, Setup } from '../policies/policy.ts';
import { setupOf } from './deck-setup.ts';
import type { Scenario } from './scenario.ts';
import { studyDays } from './study-days.ts';

/** What became of one learner in one scenario under one policy. */
export interface Outcome {
  readonly scenario: string;
  readonly family: Family;
  readonly seed: number;
  readonly policy: string;
  /** Weighted mean of the true recall of all cards at the start of exam day, 0 to 100; a card never seen has none. */
  readonly score: number;
  /** The same 30 days later, with no study in between. */
  readonly later: number;
  /** Of study, from the first day of planning. */
  readonly minutes: number;
  /** The score that by the policy's own model none could exceed, 0 to 100; null unless it names one in `certificate`. */
  readonly bound: number | null;
}

const laterDays = 30;

/** One learner under each of the policies: the same deck, history, minutes and luck. */
export function simulate(
  scenario: Scenario,
  family: Family,
  seed: number,
  policies: readonly Policy[],
): readonly Outcome[] {
  const setup = setupOf(scenario, family, seed);
  return policies.map((policy) => {
    const learner = createLearner(family, seed, scenario.cards);
    // Luck hangs on card and day alone, so that the history gives the same answers and the same memory again.
    for (const { card, day } of setup.history) learner.answer(card, day);
    return {
      scenario: scenario.name,
      family,
      seed,
      policy: policy.name,
      ...resultOf(policy, learner, setup, scenario),
    };
  });
}

type Result = Pick<Outcome, 'score' | 'later' | 'minutes' | 'bound'>;

function resultOf(policy: Policy, learner: Learner, setup: Setup, { group }: Scenario): Result {
  const run = policy.begin(setup);
  // It takes as long as a first plan, and says something of a learner alone who remembers as the policy believes.
  const bound = group === 'certificate' ? run.bound?.() : undefined;
  const answers = studyDays(learner, run, setup);
  return {
    score: meanRecall(learner, setup, setup.examDay),
    later: meanRecall(learner, setup, setup.examDay + laterDays),
    minutes: answers.reduce((sum, { seconds }) => sum + seconds, 0) / 60,
    bound: bound === undefined ? null : 100 * bound,
  };
}

function meanRecall(learner: Learner, { weights }: Setup, day: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (100 * weights.reduce((sum, weight, card) => sum + weight * learner.recall(card, day), 0)) / total;
}
