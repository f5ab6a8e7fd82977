import type { Family } from '../learners/family.ts';
import type { Outcome } from '../protocol/simulate.ts';

/** A policy in a scenario. */
export interface Cell {
  readonly scenario: string;
  readonly policy: string;
}

/** What an outcome is looked at for. */
export type Value = (outcome: Outcome) => number;
export const score: Value = (outcome) => outcome.score;
export const later: Value = (outcome) => outcome.later;
export const minutes: Value = (outcome) => outcome.minutes;

/** Outcomes by scenario and policy. */
export interface OutcomeTable {
  /** By learner (`FP 1001`); empty if the cell was not simulated. */
  of(cell: Cell): ReadonlyMap<string, Outcome>;
  /** Of the learners of one family. */
  ofFamily(family: Family): OutcomeTable;
}

const none: ReadonlyMap<string, Outcome> = new Map();

export function outcomeTable(outcomes: readonly Outcome[]): OutcomeTable {
  const cells = new Map<string, Map<string, Outcome>>();
  for (const outcome of outcomes) {
    const learners = cells.get(keyOf(outcome)) ?? new Map<string, Outcome>();
    cells.set(keyOf(outcome), learners.set(`${outcome.family} ${outcome.seed}`, outcome));
  }
  return {
    of: (cell) => cells.get(keyOf(cell)) ?? none,
    ofFamily: (wanted) => outcomeTable(outcomes.filter(({ family }) => family === wanted)),
  };
}

/** The same policy in several scenarios. */
export function cellsOf(scenarios: readonly string[], policy: string): readonly Cell[] {
  return scenarios.map((scenario) => ({ scenario, policy }));
}

/** Mean over all outcomes of the cells; NaN where there are none. */
export function meanOf(table: OutcomeTable, cells: readonly Cell[], value: Value = score): number {
  return mean(cells.flatMap((cell) => Array.from(table.of(cell).values(), value)));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function keyOf({ scenario, policy }: Cell): string {
  return `${scenario}\n${policy}`;
}
