import { cellsOf, meanOf, type OutcomeTable } from './outcome-table.ts';
import { type PairedDifference, policyDifference } from './paired-difference.ts';

/** The policy with the greatest mean over these scenarios, as one knows afterwards; the first of equals. */
export function bestInHindsight(table: OutcomeTable, scenarios: readonly string[], names: readonly string[]): string {
  const meanOfPolicy = (name: string) => meanOf(table, cellsOf(scenarios, name));
  return names.reduce((best, name) => (meanOfPolicy(name) > meanOfPolicy(best) ? name : best));
}

/** One policy beside the best of others; null if it was not simulated. */
export function besideBest(
  table: OutcomeTable,
  scenarios: readonly string[],
  policy: string,
  others: readonly string[],
): PairedDifference | null {
  return policyDifference(table, scenarios, [policy, bestInHindsight(table, scenarios, others)]);
}
