import { describe, expect, it } from 'vitest';
import { type ForecastOutcome, forecastExams } from './forecast/forecast-exams.ts';
import type { Method } from './forecast/forecast-methods.ts';
import { forecastQuality } from './forecast/forecast-quality.ts';
import { forecastPage } from './forecast/forecast-section.ts';
import { type ForecastBars, judgeForecasts } from './forecast/forecast-targets.ts';
import { families } from './learners/family.ts';
import { fsrsFill } from './policies/fsrs-policies.ts';
import type { Scenario } from './protocol/scenario.ts';
import { establishedDeck, newDeck } from './protocol/scenarios.ts';

/** scheduling.md §4: wider than those of §9, for fewer learners. */
const bars: ForecastBars = {
  coverage: [0.87, 0.97],
  worstCoverage: 0.8,
  itemError: 0.02,
  passBrier: 0.055,
  bias: 0.01,
};

/** Learners who study by FSRS alone, which is fast. */
function learnersOf(scenarios: readonly Scenario[], seeds: readonly number[]): readonly ForecastOutcome[] {
  return scenarios
    .flatMap((scenario) =>
      families.flatMap((family) => seeds.flatMap((seed) => forecastExams(scenario, family, seed, fsrsFill))),
    )
    .filter(({ moment }) => moment === 'eve');
}

const validation = Array.from({ length: 6 }, (_, n) => 1001 + n);
/** For a week to a month, with time for more than one exposure of each card, and decks of a month of study. */
const scenarios = [7, 14, 30].flatMap((days) => [
  ...[1.5, 2, 3].map((kappa) => newDeck(days, kappa)),
  establishedDeck(days, 0.5),
]);
const learners = learnersOf(scenarios, validation);

function missed(method: Method): readonly string[] {
  const judged = judgeForecasts(learners, method, bars);
  return judged.filter(({ verdict }) => verdict !== 'met').map(({ what, measured }) => `${what}: ${measured}`);
}

describe('the forecast of 432 simulated learners', () => {
  it('meets the bars of F1 and F2', () => {
    expect(missed('forecast')).toEqual([]);
  });

  it('would miss them by FSRS-6 alone', () => {
    expect(missed('FSRS-6 alone').length).toBeGreaterThanOrEqual(4);
  });

  it('is further from what comes than if one saw into their memories', () => {
    const [ours, best] = (['forecast', 'true recall'] as const).map(
      (method) => forecastQuality(learners, method).error,
    );
    expect(ours).toBeGreaterThan(best!);
  });
});

describe('the forecast of learners who saw each card once', () => {
  const once = learnersOf(
    [7, 14, 30].map((days) => newDeck(days, 1)),
    validation.slice(0, 3),
  );

  it('holds their scores as often as it says, though hardly an answer tells of them', () => {
    const { coverage } = forecastQuality(once, 'forecast');
    expect(coverage).toBeGreaterThan(0.87);
    expect(coverage).toBeLessThan(0.97);
    for (const family of families) {
      const some = once.filter((outcome) => outcome.family === family);
      expect(forecastQuality(some, 'forecast').coverage, family).toBeGreaterThanOrEqual(0.8);
    }
  });

  it('would not, did it not go by what it is unsure of', () => {
    expect(forecastQuality(once, 'recalibrated').coverage).toBeLessThan(0.8);
  });
});

describe('a simulated exam', () => {
  it('is the same again', () => {
    const [scenario, seed] = [newDeck(7, 2), validation[0]!];
    expect(forecastExams(scenario, 'HL', seed, fsrsFill)).toEqual(forecastExams(scenario, 'HL', seed, fsrsFill));
  });

  it('of somebody who remembers as FSRS-6 believes finds just what it believes', () => {
    const exact = learners.filter(({ family }) => family === 'F0').flatMap(({ items }) => items);
    for (const { believed, recall } of exact) expect(recall).toBeCloseTo(believed, 12);
  });

  it('comes, with its forecast, on a page', () => {
    const page = forecastPage(learners);
    for (const part of ['F1', 'F2', 'true recall', 'HL']) expect(page).toContain(part);
  });
});
