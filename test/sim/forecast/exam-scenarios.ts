import { families } from '../learners/family.ts';
import type { Scenario } from '../protocol/scenario.ts';
import { establishedDeck, newDeck } from '../protocol/scenarios.ts';

/** scheduling.md §4: a week to a month, with time for one to three exposures, and decks of a month of study. */
export const examScenarios: readonly Scenario[] = [
  ...[7, 14, 30].flatMap((days) => [1, 2, 3].map((kappa) => newDeck(days, kappa))),
  ...[7, 14, 30].map((days) => establishedDeck(days, 0.5)),
].map((scenario) => ({ ...scenario, families }));

/** The exam of §4: so many questions from the deck, a quarter of which a guess gets right, and 72 % to pass. */
export const exam = { questions: 50, guess: 0.25, passShare: 0.72 };
