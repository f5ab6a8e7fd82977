import { type Family, testedFamilies } from '../learners/family.ts';
import type { Scenario } from '../protocol/scenario.ts';
import { differenceText } from '../statistics/finding.ts';
import { cellsOf, later, meanOf, type OutcomeTable, type Value } from '../statistics/outcome-table.ts';
import { policyDifference } from '../statistics/paired-difference.ts';
import type { Judgement } from '../targets.ts';
import { markdownTable } from './markdown-table.ts';

/** Means of all policies in each scenario, over all learners; the greatest of a row is bold where `best`. */
export function meansTable(
  table: OutcomeTable,
  scenarios: readonly Scenario[],
  policies: readonly string[],
  value: Value,
  best = true,
): string {
  const rows = scenarios.map(({ name }) => {
    const means = policies.map((policy) => meanOf(table, [{ scenario: name, policy }], value));
    const greatest = Math.max(...means).toFixed(1);
    const texts = means.map((mean) => mean.toFixed(1));
    return [name, ...texts.map((text) => (best && text === greatest ? `**${text}**` : text))];
  });
  return markdownTable(['', ...policies], rows);
}

/** Means of all policies in each family, over these scenarios. */
export function familiesTable(table: OutcomeTable, scenarios: readonly string[], policies: readonly string[]): string {
  const meansOf = (family: Family) =>
    policies.map((policy) => meanOf(table.ofFamily(family), cellsOf(scenarios, policy)).toFixed(1));
  return markdownTable(
    ['', ...policies],
    testedFamilies.map((family) => [family, ...meansOf(family)]),
  );
}

/** A planner beside every other policy over these scenarios. */
export function differencesTable(
  table: OutcomeTable,
  scenarios: readonly string[],
  planner: string,
  others: readonly string[],
): string {
  const rows = others.flatMap((other) => {
    const difference = policyDifference(table, scenarios, [planner, other]);
    const after = policyDifference(table, scenarios, [planner, other], later);
    if (difference === null || after === null) return [];
    const { wins, pairs, learners, lostRatio } = difference;
    return [
      [
        other,
        differenceText(difference),
        differenceText(after),
        lostRatio.toFixed(2),
        `${wins} of ${pairs}`,
        `${learners}`,
      ],
    ];
  });
  return markdownTable(['beside', 'points', '30 days later', 'lost points, ratio', 'better', 'learners'], rows);
}

export function targetsTable(judgements: readonly Judgement[]): string {
  const rows = judgements.map(({ id, what, bar, measured, verdict, prototype }) => [
    id,
    what,
    bar,
    measured,
    verdict === 'missed' ? '**missed**' : verdict,
    prototype,
  ]);
  return markdownTable(['', 'target', 'bar', 'measured', 'verdict', 'prototype'], rows, { texts: true });
}
