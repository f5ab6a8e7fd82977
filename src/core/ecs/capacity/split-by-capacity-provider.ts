import type { Outcome } from '../../model/diagnostic.ts';
import type { EngineFinding } from '../verdicts/engine-finding.ts';
import { checkStrategy, type StrategyItem } from './check-strategy.ts';
import { findRemainder } from './find-remainder.ts';

/** How tasks were divided, in the order of AWS's text: the base first, the rest by weight. */
export interface CapacitySplit {
  /** Tasks by base, one number for each provider. */
  readonly base: readonly number[];
  /** What is left for the weights, and their sum. */
  readonly rest: number;
  readonly totalWeight: number;
  /** Tasks by weight, one number for each provider. */
  readonly byWeight: readonly number[];
  /** Both together. */
  readonly counts: readonly number[];
}

/**
 * How many of `count` tasks each provider of a strategy starts, in the order of the strategy.
 *
 * No value when AWS refuses the strategy, or does not say what comes of it (V6 to V8).
 * Source: API-ECS `CapacityProviderStrategyItem`; TOOLKIT:`fargate-spot.md`.
 */
export function splitByCapacityProvider(
  strategy: readonly StrategyItem[],
  count: number,
): Outcome<readonly number[], EngineFinding> {
  const { value, diagnostics } = explainSplit(strategy, count);
  return { value: value === null ? null : value.counts, diagnostics };
}

/** The same with its steps. */
export function explainSplit(strategy: readonly StrategyItem[], count: number): Outcome<CapacitySplit, EngineFinding> {
  if (!Number.isSafeInteger(count) || count < 0) throw new Error(`Inconsistent: ${count} is no number of tasks`);
  const faults = checkStrategy(strategy);
  if (faults.length > 0) return { value: null, diagnostics: faults };
  const base = strategy.map(({ base = 0 }) => Math.min(base, count));
  const rest = count - sum(base);
  const remainder = findRemainder(strategy, rest);
  if (remainder !== null) return { value: null, diagnostics: [remainder] };
  const totalWeight = sum(strategy.map(({ weight = 0 }) => weight));
  // A lone provider without a weight was refused before, so that nothing is left over where no weight takes it.
  const byWeight = strategy.map(({ weight = 0 }) => (rest === 0 ? 0 : (rest * weight) / totalWeight));
  const counts = base.map((tasks, at) => tasks + (byWeight[at] ?? 0));
  return { value: { base, rest, totalWeight, byWeight, counts }, diagnostics: [] };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
