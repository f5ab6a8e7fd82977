import { calibrated, calibrationOf } from '../../../src/core/scheduler/exam-plan/recalibrate.ts';
import { type Chance, chanceOf } from '../chance/draw.ts';
import { createLearner } from '../learners/create-learner.ts';
import { type Family, families } from '../learners/family.ts';
import type { Learner } from '../learners/learner.ts';
import { createBelievedMemories } from '../policies/believed-memories.ts';
import { sortedBy } from '../policies/card-order.ts';
import type { Answer, Policy, Setup } from '../policies/policy.ts';
import { setupOf } from '../protocol/deck-setup.ts';
import type { Scenario } from '../protocol/scenario.ts';
import { studyDays } from '../protocol/study-days.ts';
import { exam } from './exam-scenarios.ts';
import { type ExamCard, type Forecast, forecastsOf, type Method } from './forecast-methods.ts';

/** When the forecast is made: after the last day of study, or when half of the days are left, on which nobody studies. */
export const moments = ['eve', 'halfway'] as const;
export type Moment = (typeof moments)[number];

/** A card that was seen, on exam day: what FSRS-6 has, what is made of it, and what is true. Chances, 0 to 1. */
export interface ExamItem {
  readonly believed: number;
  readonly calibrated: number;
  readonly recall: number;
}

/** What was forecast of one learner at one moment, and what came of it. */
export interface ForecastOutcome {
  readonly scenario: string;
  readonly family: Family;
  readonly seed: number;
  readonly moment: Moment;
  readonly forecasts: Readonly<Record<Method, Forecast>>;
  /** Share of right answers in each of some exams that were drawn from the deck. */
  readonly scores: readonly number[];
  readonly items: readonly ExamItem[];
}

/** One learner studies under the policy, and is forecast from its ratings and their days alone. */
export function forecastExams(
  scenario: Scenario,
  family: Family,
  seed: number,
  policy: Policy,
): readonly ForecastOutcome[] {
  const setup = setupOf(scenario, family, seed);
  const learner = createLearner(family, seed, setup.cards);
  for (const { card, day } of setup.history) learner.answer(card, day);
  const run = policy.begin(setup);
  const chance = chanceOf(seed, families.length + families.indexOf(family));
  const outcomeOf = (moment: Moment, answers: readonly Answer[]) => ({
    scenario: scenario.name,
    family,
    seed,
    moment,
    ...examined(learner, setup, answers, chance),
  });
  const half = setup.examDay - Math.floor(setup.examDay / 2);
  const before = [...setup.history, ...studyDays(learner, run, { ...setup, examDay: half })];
  // What the learner knows on exam day is asked now: afterwards it has studied more.
  const halfway = outcomeOf('halfway', before);
  const after = studyDays(learner, run, { ...setup, firstDay: half, history: before });
  return [halfway, outcomeOf('eve', [...before, ...after])];
}

function examined(learner: Learner, { cards, examDay }: Setup, answers: readonly Answer[], chance: Chance) {
  const { isNew, lastDay, recall, predictions } = createBelievedMemories(cards, answers);
  const calibration = calibrationOf(predictions.map(({ believed, ...what }) => ({ recall: believed, ...what })));
  const deck = Array.from({ length: cards }, (_, card) => ({
    believed: isNew(card) ? null : recall(card, examDay),
    elapsedDays: isNew(card) ? 0 : examDay - lastDay[card]!,
    recall: learner.recall(card, examDay),
  }));
  const items = deck.flatMap(({ believed, elapsedDays, recall }) =>
    believed === null ? [] : [{ believed, calibrated: calibrated(believed, elapsedDays, calibration), recall }],
  );
  return { forecasts: forecastsOf(deck, calibration), scores: sitExams(deck, chance), items };
}

/** Exams of each learner: with more of them less is left to the luck of a draw. */
const exams = 20;

function sitExams(deck: readonly ExamCard[], chance: Chance): readonly number[] {
  const { questions, guess } = exam;
  return Array.from({ length: exams }, (_, sitting) => {
    const order = sortedBy([...deck.keys()], (card) => chance('card', card, sitting));
    const isRight = (card: number) => chance('recall', card, sitting) < guess + (1 - guess) * deck[card]!.recall;
    return order.slice(0, questions).filter(isRight).length / questions;
  });
}
