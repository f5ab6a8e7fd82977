import { testedFamilies } from '../learners/family.ts';
import { type Group, groups, type Scenario } from './scenario.ts';

/** scheduling.md §3.1, frozen before anything was tuned. Names are those of its tables. */
export function scenariosOf(wanted: readonly Group[] = groups): readonly Scenario[] {
  return all.filter(({ group }) => wanted.includes(group));
}

const cards = 200;
/** A new card takes 43 s and a review 14 s, on average: κ and σ are how often the time suffices for all cards. */
const newSeconds = 43;
const reviewSeconds = 14;
const historyDays = 30;

/** T days to an exam over cards that were never seen, with time for κ exposures of each. */
export function newDeck(days: number, kappa: number): Scenario {
  const name = `new, T${days} κ${kappa}`;
  const seconds = kappa * newSeconds * cards;
  return {
    name,
    group: 'new',
    families: testedFamilies,
    cards,
    days,
    seconds,
    window: 1,
    historyDays: 0,
    weights: [1],
  };
}

/** T days to an exam after a month of study, with time for σ reviews of each card. */
export function establishedDeck(days: number, sigma: number): Scenario {
  const name = `established, T${days} σ${sigma}`;
  const seconds = sigma * reviewSeconds * cards;
  return { ...newDeck(days, 1), name, group: 'established', seconds, historyDays };
}

/** A quarter of the cards counts half, a quarter four times. */
export function weighted(scenario: Scenario): Scenario {
  return { ...scenario, name: `${scenario.name}, weighted`, group: 'weights', weights: [0.5, 1, 2, 4] };
}

/** The same minutes in the last part of the days. */
export function windowed(scenario: Scenario, window: number): Scenario {
  return { ...scenario, name: `${scenario.name}, last ${100 * window} %`, group: 'windows', window };
}

/** Of a learner who remembers exactly as the policies believe. */
export function exact(scenario: Scenario): Scenario {
  return { ...scenario, name: `${scenario.name}, F0`, group: 'certificate', families: ['F0'] };
}

const twoWeeks = [1, 1.5, 2].map((kappa) => newDeck(14, kappa));

const all: readonly Scenario[] = [
  ...[7, 14].flatMap((days) => [0.5, 1].map((sigma) => establishedDeck(days, sigma))),
  ...twoWeeks,
  ...[1.5, 2].map((kappa) => newDeck(30, kappa)),
  ...twoWeeks.slice(0, 2).map(weighted),
  ...twoWeeks.slice(1).flatMap((scenario) => [0.75, 0.5, 0.35].map((window) => windowed(scenario, window))),
  ...twoWeeks.map(exact),
];
