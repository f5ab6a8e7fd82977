import { markdownTable } from '../report/markdown-table.ts';
import { mean } from '../statistics/outcome-table.ts';
import { type FitOutcome, fitFamily, fitToFirst, lastThird } from './measure-fit.ts';
import { realLog } from './real-log.ts';

const families = ['FP', 'FPH', 'HL'] as const;
const count = 1000;
const realCounts = [400, 1000, 2000, 4393];

/** O1 of scheduling.md §9: what a fit to the learner's own answers brings, and that no harmful one is adopted. */
export function parametersSection(seeds: readonly number[]): string {
  const ofFamilies = families.map((family) => [family, fitFamily(family, seeds, count)] as const);
  return [
    '## A learner’s own parameters (O1): log loss of later answers',
    `Fitted to the first ${count} answers on later days, looked at on the next ${Math.round((count * 3) / 7)}. Part of the gain: of what the`,
    'true parameters would bring. They know nothing of single cards, and the answers are few: it may be more than all.',
    '',
    markdownTable(
      heads,
      ofFamilies.map(([family, outcomes]) => familyRow(family, outcomes)),
    ),
    '',
    realSection(),
  ].join('\n');
}

const heads = ['', 'usual', 'fitted', 'in use', 'true', 'part of the gain', 'adopted', 'worse than usual'];

function familyRow(name: string, outcomes: readonly FitOutcome[]): readonly string[] {
  const meanOf = (value: (outcome: FitOutcome) => number) => mean(outcomes.map(value));
  const [usual, fitted] = [meanOf((outcome) => outcome.usual), meanOf((outcome) => outcome.fitted)];
  const truths = outcomes.flatMap(({ truth }) => truth ?? []);
  const truth = truths.length === 0 ? null : mean(truths);
  const worse = outcomes.filter((outcome) => outcome.gated > outcome.usual);
  return [
    name,
    usual.toFixed(4),
    fitted.toFixed(4),
    meanOf((outcome) => outcome.gated).toFixed(4),
    truth === null ? '' : truth.toFixed(4),
    truth === null ? '' : `${((100 * (usual - fitted)) / (usual - truth)).toFixed(0)} %`,
    `${outcomes.filter(({ isAdopted }) => isAdopted).length} of ${outcomes.length}`,
    String(worse.length),
  ];
}

function realSection(): string {
  const answers = realLog();
  if (answers === null)
    return 'The real log (`../shared/data/review-log.csv`) is not there: nothing was measured on it.';
  const rows = realCounts.map((known) => {
    const { usual, fitted, gated, isAdopted } = fitToFirst(answers, known, lastThird);
    const verdict = gated > usual ? '**a loss was adopted**' : isAdopted ? 'adopted' : 'not adopted';
    return [String(known), usual.toFixed(4), fitted.toFixed(4), gated.toFixed(4), verdict];
  });
  return [
    'One person’s real log (py-fsrs, MIT), fitted to the first answers on later days, looked at on the last 30 % of all:',
    '',
    markdownTable(['answers', 'usual', 'fitted', 'in use', 'gate'], rows),
  ].join('\n');
}
