import type { Outcome } from '../protocol/simulate.ts';
import { type Cell, mean, type OutcomeTable, score, type Value } from './outcome-table.ts';
import { studentQuantile } from './student.ts';

/** Ours minus theirs for the same learners, in points of recall. */
export interface PairedDifference {
  readonly mean: number;
  /** The 95 % interval is the mean plus and minus this; NaN with fewer than two learners. */
  readonly halfWidth: number;
  readonly learners: number;
  /** Of which learners × scenarios. */
  readonly pairs: number;
  /** Pairs in which ours is better. */
  readonly wins: number;
  /** Points that ours loses of 100, for each that theirs loses. */
  readonly lostRatio: number;
}

/** Two cells whose learners are compared with themselves. */
export interface Comparison {
  readonly ours: Cell;
  readonly theirs: Cell;
}

interface Pair {
  readonly learner: string;
  readonly ours: number;
  readonly theirs: number;
}

/**
 * Over all learners who are in both cells of a comparison; null if there are none. A learner who is in
 * several comparisons counts once, with the mean of its differences: what it does in one scenario hangs together with what
 * it does in another, and an interval over scenarios would be too narrow.
 */
export function pairedDifference(
  table: OutcomeTable,
  comparisons: readonly Comparison[],
  value: Value = score,
): PairedDifference | null {
  const pairs = comparisons.flatMap(({ ours, theirs }) => pairsOf(table.of(ours), table.of(theirs), value));
  return pairs.length === 0 ? null : differenceOf(pairs);
}

/** One policy beside another in the same scenarios. */
export function policyDifference(
  table: OutcomeTable,
  scenarios: readonly string[],
  [ours, theirs]: readonly [string, string],
  value: Value = score,
): PairedDifference | null {
  const comparisons = scenarios.map((scenario) => ({
    ours: { scenario, policy: ours },
    theirs: { scenario, policy: theirs },
  }));
  return pairedDifference(table, comparisons, value);
}

type Outcomes = ReadonlyMap<string, Outcome>;

function pairsOf(ours: Outcomes, theirs: Outcomes, value: Value): readonly Pair[] {
  return [...ours].flatMap(([learner, outcome]) => {
    const other = theirs.get(learner);
    return other === undefined ? [] : [{ learner, ours: value(outcome), theirs: value(other) }];
  });
}

function differenceOf(pairs: readonly Pair[]): PairedDifference {
  const byLearner = new Map<string, number[]>();
  for (const { learner, ours, theirs } of pairs)
    byLearner.set(learner, [...(byLearner.get(learner) ?? []), ours - theirs]);
  const differences = Array.from(byLearner.values(), mean);
  return {
    ...intervalOf(differences),
    learners: differences.length,
    pairs: pairs.length,
    wins: pairs.filter(({ ours, theirs }) => ours > theirs).length,
    lostRatio: mean(pairs.map(({ ours }) => 100 - ours)) / mean(pairs.map(({ theirs }) => 100 - theirs)),
  };
}

/** Mean and half of the 95 % interval of independent values, by Student's t. */
export function intervalOf(values: readonly number[]): { readonly mean: number; readonly halfWidth: number } {
  const center = mean(values);
  const degrees = values.length - 1;
  const variance = values.reduce((sum, value) => sum + (value - center) ** 2, 0) / degrees;
  return { mean: center, halfWidth: studentQuantile(0.975, degrees) * Math.sqrt(variance / values.length) };
}
