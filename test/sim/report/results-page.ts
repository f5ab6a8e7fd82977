import { families } from '../learners/family.ts';
import { policies } from '../policies/registry.ts';
import type { Scenario } from '../protocol/scenario.ts';
import type { Outcome } from '../protocol/simulate.ts';
import type { ShippedOutcome } from '../shipped/study-shipped.ts';
import { later, minutes, outcomeTable, score } from '../statistics/outcome-table.ts';
import { established, judgeTargets, newMonth, newTwoWeeks } from '../targets.ts';
import { differencesTable, familiesTable, meansTable, targetsTable } from './result-tables.ts';
import { shippedTable } from './shipped-table.ts';

/** What a run was of. */
export interface RunInfo {
  readonly scenarios: readonly Scenario[];
  readonly seeds: readonly number[];
  /** Name of the policy that is judged. */
  readonly planner: string;
  /** Empty where nobody studied the pack that is shipped. */
  readonly shipped: readonly ShippedOutcome[];
  /** What was measured beside the scenarios, each with its heading. */
  readonly sections: readonly string[];
}

/** All tables of a run as a page in Markdown. */
export function resultsPage(outcomes: readonly Outcome[], info: RunInfo): string {
  const { scenarios, planner, sections } = info;
  if (scenarios.length === 0) return `${sections.join('\n\n')}\n`;
  const table = outcomeTable(outcomes);
  const names = policies.map(({ name }) => name);
  const others = names.filter((name) => name !== planner);
  const beside = (title: string, group: readonly string[]) =>
    group.every((name) => scenarios.some((scenario) => scenario.name === name))
      ? [
          `## ${title}: ${planner} beside the others`,
          differencesTable(table, group, planner, others),
          'The same scenarios by family, mean recall on exam day:',
          familiesTable(table, group, names),
        ]
      : [];
  const blocks = [
    '# Simulated study before an exam',
    preface(info),
    `## Targets (scheduling.md §9), of ${planner}`,
    targetsTable(judgeTargets(outcomes, planner)),
    ...(info.shipped.length === 0
      ? []
      : ['## The shipped pack, 20 minutes a day: mean recall on exam day, %', shippedTable(info.shipped)]),
    '## Mean recall on exam day, %',
    meansTable(table, scenarios, names, score),
    ...beside('Established deck', established),
    ...beside('New deck, two weeks', newTwoWeeks),
    ...beside('New deck, a month', newMonth),
    '## Mean recall 30 days after the exam, with no study in between, %',
    meansTable(table, scenarios, names, later),
    '## Minutes of study',
    meansTable(table, scenarios, names, minutes, false),
    ...sections,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function preface({ scenarios, seeds }: RunInfo): string {
  const learners = scenarios.reduce((sum, scenario) => sum + scenario.families.length * seeds.length, 0);
  return [
    'Written by `npm run sim`. **These are simulated learners, not people**: they can show that an implementation does',
    'what was planned and compare schedulers; they cannot show that people pass exams.',
    '',
    `Seeds ${rangesOf(seeds)}; ${seeds.length} learners of each family (${families.join(', ')}; F0 only for the bound),`,
    `${learners} learners × scenarios, each under ${policies.length} policies with the same minutes and the same luck.`,
    'Intervals are 95 %, over learners, of differences between policies for the same learner (Student). A learner who is in',
    'several scenarios counts once.',
  ].join('\n');
}

/** `1001–1010, 1015`. */
export function rangesOf(numbers: readonly number[]): string {
  const starts = numbers.filter((number, n) => n === 0 || numbers[n - 1] !== number - 1);
  const ends = numbers.filter((number, n) => numbers[n + 1] !== number + 1);
  return starts.map((start, n) => (start === ends[n] ? `${start}` : `${start}–${ends[n]}`)).join(', ');
}
