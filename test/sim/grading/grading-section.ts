import { type Family, families } from '../learners/family.ts';
import { stockFsrs } from '../policies/fsrs-policies.ts';
import { planned } from '../policies/planned.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { targetsTable } from '../report/result-tables.ts';
import { signed, worstAtLeast } from '../statistics/finding.ts';
import { mean } from '../statistics/outcome-table.ts';
import { intervalOf } from '../statistics/paired-difference.ts';
import type { Judgement } from '../targets.ts';
import { type GradingName, gradings } from './gradings.ts';
import { type GradedOutcome, studyGraded } from './study-graded.ts';

const names = Object.keys(gradings) as readonly GradingName[];
const policies = [stockFsrs, planned];
const [naive, ours]: readonly [GradingName, GradingName] = ['naive', 'memory by posterior'];

/** G1 of scheduling.md §9: what grading gains that knows of guesses, with learners of multiple choice. */
export function gradingSection(seeds: readonly number[]): string {
  const outcomes = policies.flatMap((policy) =>
    families.flatMap((family) => seeds.flatMap((seed) => names.map((name) => studyGraded(policy, name, family, seed)))),
  );
  return gradingPage(outcomes);
}

/** The tables of these outcomes, in Markdown. */
export function gradingPage(outcomes: readonly GradedOutcome[]): string {
  return [
    '## Grading that knows of guesses (G1)',
    'Questions of four options. What a learner does not recall is guessed; “I’m guessing” is said of 15 % of what is recalled and',
    'of 80 % of what is guessed; answers take 8 and 14 s. A month of stock FSRS, then two weeks to an exam.',
    '',
    targetsTable(policies.flatMap(({ name }) => judgeGrading(outcomes, name))),
    ...policies.flatMap(({ name }) => [
      '',
      `Under ${name}: error of believed recall on exam day (root of the mean square), by how answers count:`,
      '',
      table(outcomes, name, errorCell),
      '',
      'Points of recall on exam day more than with naive grading:',
      '',
      table(outcomes, name, pointsCell),
    ]),
  ].join('\n');
}

/** The two bars of G1 under one policy. */
export function judgeGrading(outcomes: readonly GradedOutcome[], policy: string): readonly Judgement[] {
  const ratio = errorOf(outcomes, policy, 'F0', ours) / errorOf(outcomes, policy, 'F0', naive);
  const points = families.map((family) => ({ name: family, points: mean(gains(outcomes, policy, family, ours)) }));
  const worst = worstAtLeast(0, points);
  return [
    {
      id: 'G1',
      what: `F0 under ${policy}: error of believed recall beside naive grading`,
      bar: '≤ 0.75 ×',
      measured: `${ratio.toFixed(2)} ×`,
      verdict: ratio <= 0.75 ? 'met' : 'missed',
      prototype: '0.68 ×',
    },
    {
      id: 'G1',
      what: `worst family under ${policy}: exam score beside naive grading`,
      bar: '≥ 0',
      measured: worst?.measured ?? '',
      verdict: worst?.met === true ? 'met' : 'missed',
      prototype: '+0.15',
    },
  ];
}

function table(outcomes: readonly GradedOutcome[], policy: string, cell: typeof errorCell): string {
  const rows = names.map((name) => [name, ...families.map((family) => cell(outcomes, policy, family, name))]);
  return markdownTable(['', ...families], rows);
}

function errorCell(outcomes: readonly GradedOutcome[], policy: string, family: Family, name: GradingName): string {
  const error = errorOf(outcomes, policy, family, name);
  return `${error.toFixed(4)} (${(error / errorOf(outcomes, policy, family, naive)).toFixed(2)} ×)`;
}

function pointsCell(outcomes: readonly GradedOutcome[], policy: string, family: Family, name: GradingName): string {
  const { mean: points, halfWidth } = intervalOf(gains(outcomes, policy, family, name));
  return `${signed(points)} ± ${halfWidth.toFixed(2)}`;
}

function errorOf(outcomes: readonly GradedOutcome[], policy: string, family: Family, name: GradingName): number {
  return Math.sqrt(mean(some(outcomes, policy, family, name).map(({ squaredError }) => squaredError)));
}

/** Learner by learner. */
function gains(
  outcomes: readonly GradedOutcome[],
  policy: string,
  family: Family,
  name: GradingName,
): readonly number[] {
  const before = some(outcomes, policy, family, naive);
  return some(outcomes, policy, family, name).map(({ score }, n) => score - (before[n]?.score ?? Number.NaN));
}

function some(outcomes: readonly GradedOutcome[], policy: string, family: Family, name: GradingName) {
  return outcomes.filter((of) => of.policy === policy && of.family === family && of.grading === name);
}
