import { families } from '../learners/family.ts';
import { runTasks, tasksOf } from '../protocol/run-tasks.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { targetsTable } from '../report/result-tables.ts';
import { signed } from '../statistics/finding.ts';
import { examScenarios } from './exam-scenarios.ts';
import { type ForecastOutcome, type Moment, moments } from './forecast-exams.ts';
import { type Method, methods } from './forecast-methods.ts';
import { forecastQuality, itemQuality } from './forecast-quality.ts';
import { judgeForecasts, percent } from './forecast-targets.ts';

/** F1 and F2 of scheduling.md §9: what a forecast says of learners who keep to the plan, and what comes of it. */
export async function forecastSection(seeds: readonly number[]): Promise<string> {
  const program = new URL('./forecast-process.ts', import.meta.url);
  const tasks = tasksOf(examScenarios, seeds);
  const outcomes = await runTasks<ForecastOutcome>(program, tasks, (done) => {
    if (done % 50 === 0 || done === tasks.length) process.stderr.write(`\r${done} of ${tasks.length} forecasts`);
  });
  process.stderr.write('\n');
  return forecastPage(outcomes);
}

/** The tables of these outcomes, in Markdown. */
export function forecastPage(outcomes: readonly ForecastOutcome[]): string {
  const eve = ofMoment(outcomes, 'eve');
  return [
    '## The forecast of an exam (F1, F2)',
    `${eve.length} learners × scenarios, who keep to the plan; 50 questions of the deck, a quarter of which a guess gets right,`,
    '72 % to pass. What is forecast on the eve is judged:',
    '',
    targetsTable(judgeForecasts(eve)),
    '',
    'By what a forecast knows: FSRS-6 alone, recalibrated by the learner’s answers, with what that is unsure of (which is the',
    'product’s), and the true recall, which nobody can see.',
    ...moments.flatMap((moment) => ['', titles[moment], '', methodsTable(ofMoment(outcomes, moment))]),
    '',
    'The product’s forecasts on the eve by scenario:',
    '',
    scenariosTable(eve),
    '',
    'Recall on exam day of the cards that were seen:',
    '',
    itemsTable(outcomes),
  ].join('\n');
}

const titles: Readonly<Record<Moment, string>> = {
  eve: 'On the eve:',
  halfway: 'When half of the days are left, on which nobody studies:',
};

function ofMoment(outcomes: readonly ForecastOutcome[], wanted: Moment): readonly ForecastOutcome[] {
  return outcomes.filter(({ moment }) => moment === wanted);
}

const qualityHeads = ['width', 'bias', 'error', 'pass: Brier', 'pass: calibration'];

function qualityCells(outcomes: readonly ForecastOutcome[], method: Method): readonly string[] {
  const quality = forecastQuality(outcomes, method);
  const points = [quality.width, quality.error].map((share) => (100 * share).toFixed(1));
  return [
    points[0]!,
    signed(100 * quality.bias),
    points[1]!,
    quality.passBrier.toFixed(4),
    quality.passCalibrationError.toFixed(3),
  ];
}

function methodsTable(outcomes: readonly ForecastOutcome[]): string {
  const rows = methods.map((method) => {
    const coverage = (some: readonly ForecastOutcome[]) => percent(forecastQuality(some, method).coverage);
    const byFamily = families.map((family) => coverage(outcomes.filter((outcome) => outcome.family === family)));
    return [method, coverage(outcomes), ...byFamily, ...qualityCells(outcomes, method)];
  });
  return markdownTable(['', 'in the range', ...families, ...qualityHeads], rows);
}

function scenariosTable(eve: readonly ForecastOutcome[]): string {
  const groups = [
    ...examScenarios.map(({ name }) => name),
    ...['new', 'established'].map((group) => `${group}, all`),
  ].map((name) => ({ name, some: eve.filter(({ scenario }) => scenario.startsWith(name.replace(/ all$/, ''))) }));
  const rows = groups
    .filter(({ some }) => some.length > 0)
    .map(({ name, some }) => [
      name,
      percent(forecastQuality(some, 'forecast').coverage),
      ...qualityCells(some, 'forecast'),
      itemQuality(some, 'calibrated').calibrationError.toFixed(4),
    ]);
  return markdownTable(['', 'in the range', ...qualityHeads, 'cards: calibration'], rows);
}

function itemsTable(outcomes: readonly ForecastOutcome[]): string {
  const rows = moments.flatMap((moment) =>
    (['believed', 'calibrated'] as const).map((of) => {
      const some = ofMoment(outcomes, moment);
      const { brier, calibrationError } = itemQuality(some, of);
      const byFamily = families.map((family) =>
        itemQuality(
          some.filter((outcome) => outcome.family === family),
          of,
        ).calibrationError.toFixed(4),
      );
      const name = of === 'believed' ? 'FSRS-6 alone' : 'recalibrated';
      return [`${moment}, ${name}`, brier.toFixed(4), calibrationError.toFixed(4), ...byFamily];
    }),
  );
  return markdownTable(['', 'Brier', 'calibration', ...families], rows);
}
