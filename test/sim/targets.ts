import { testedFamilies } from './learners/family.ts';
import { fsrsFill, stockFsrs } from './policies/fsrs-policies.ts';
import { baselines } from './policies/registry.ts';
import { ankiSm2, leitner, roundRobin } from './policies/simple-policies.ts';
import { establishedDeck, exact, newDeck, weighted, windowed } from './protocol/scenarios.ts';
import type { Outcome } from './protocol/simulate.ts';
import { atLeast, type Finding, type NamedPoints, worstAtLeast } from './statistics/finding.ts';
import { besideBest } from './statistics/hindsight.ts';
import { later, mean, type OutcomeTable, outcomeTable, score, type Value } from './statistics/outcome-table.ts';
import { type PairedDifference, pairedDifference, policyDifference } from './statistics/paired-difference.ts';

/** What came of one bar of scheduling.md §9. */
export interface Judgement {
  readonly id: string;
  readonly what: string;
  readonly bar: string;
  /** As text; empty if what it needs was not simulated. */
  readonly measured: string;
  readonly verdict: 'met' | 'missed' | 'not run';
  /** What the prototype measured, as text. */
  readonly prototype: string;
}

/** All bars, of the planner with that name. */
export function judgeTargets(outcomes: readonly Outcome[], planner: string): readonly Judgement[] {
  const table = outcomeTable(outcomes);
  return targets.map(({ measure, ...target }) => {
    const finding = measure(table, planner);
    if (finding === null) return { ...target, measured: '', verdict: 'not run' };
    return { ...target, measured: finding.measured, verdict: finding.met ? 'met' : 'missed' };
  });
}

interface Target extends Omit<Judgement, 'measured' | 'verdict'> {
  /** Null if what it needs was not simulated. */
  measure(table: OutcomeTable, planner: string): Finding | null;
}

/** Scenarios that are judged together. */
export const established = [7, 14].flatMap((days) => [0.5, 1].map((sigma) => establishedDeck(days, sigma).name));
const twoWeeks = [newDeck(14, 1.5), newDeck(14, 2)];
export const newTwoWeeks: readonly string[] = twoWeeks.map(({ name }) => name);
export const newMonth: readonly string[] = [newDeck(30, 1.5).name, newDeck(30, 2).name];

const [fill, stock] = [fsrsFill.name, stockFsrs.name];
/** What anybody can do with paper. */
const simple = [ankiSm2.name, leitner.name, roundRobin.name];

const targets: readonly Target[] = [
  {
    id: 'S1',
    what: `established, beside ${fill}`,
    bar: '≥ +2.0, interval above +1.2',
    prototype: '+2.16 ± 0.41',
    measure: (table, planner) => atLeast(2, policyDifference(table, established, [planner, fill]), 1.2),
  },
  {
    id: 'S2',
    what: `established, beside ${stock}`,
    bar: '≥ +3.5',
    prototype: '+3.89 ± 0.47',
    measure: (table, planner) => atLeast(3.5, policyDifference(table, established, [planner, stock])),
  },
  {
    id: 'S3',
    what: 'established, beside the best of SM-2, Leitner and round-robin',
    bar: '≥ +0.5, interval above 0',
    prototype: '+0.61 ± 0.16',
    measure: (table, planner) => atLeast(0.5, besideBest(table, established, planner, simple), 0),
  },
  {
    id: 'S4',
    what: `new, T14 κ1.5 to 2, beside ${fill}`,
    bar: '≥ +1.2',
    prototype: '+1.31 ± 0.61',
    measure: (table, planner) => atLeast(1.2, policyDifference(table, newTwoWeeks, [planner, fill])),
  },
  {
    id: 'S4',
    what: `new, T14 κ1.5 to 2, beside ${stock}`,
    bar: '≥ +6',
    prototype: '+6.33 ± 0.84',
    measure: (table, planner) => atLeast(6, policyDifference(table, newTwoWeeks, [planner, stock])),
  },
  {
    id: 'S4',
    what: `new, T30 κ1.5 to 2, beside ${fill}`,
    bar: '≥ +3',
    prototype: '+4.03 ± 1.98',
    measure: (table, planner) => atLeast(3, policyDifference(table, newMonth, [planner, fill])),
  },
  {
    id: 'S5',
    what: `new, T14 κ1.5 to 2, in the last half of the days, beside ${fill} on all`,
    bar: '≥ +4.5',
    prototype: '+4.78 ± 1.26',
    measure: (table, planner) => atLeast(4.5, inWindow(table, planner, score)),
  },
  {
    id: 'S5',
    what: 'the same, 30 days later',
    bar: '≥ −1',
    prototype: '+0.42',
    measure: (table, planner) => atLeast(-1, inWindow(table, planner, later)),
  },
  {
    id: 'S6',
    what: `new, T14 κ1.5, weighted, beside ${fill}, which sees no weights`,
    bar: '≥ +5',
    prototype: '+5.2 ± 1.6',
    measure: (table, planner) =>
      atLeast(5, policyDifference(table, [weighted(newDeck(14, 1.5)).name], [planner, fill])),
  },
  {
    id: 'S7',
    what: 'worst cell of family and scenario, beside its best baseline in hindsight',
    bar: '≥ −0.5',
    prototype: '−0.38',
    measure: (table, planner) => worstAtLeast(-0.5, cellsBesideBest(table, planner)),
  },
  {
    id: 'S8',
    what: 'F0, new, T14 κ1 to 2: score minus bound, the worst',
    bar: '≥ −1.5',
    prototype: '−1',
    measure: (table, planner) => worstAtLeast(-1.5, scoresBesideBound(table, planner)),
  },
  {
    id: 'S9',
    what: 'worst family, beside the best of SM-2, Leitner and round-robin in it',
    bar: '≥ +1.0 (a stretch)',
    prototype: '+0.1',
    measure: (table, planner) => worstAtLeast(1, familiesBesideBest(table, planner)),
  },
];

/** The planner in the last half of the days, beside the usual policy with the same minutes on all days. */
function inWindow(table: OutcomeTable, planner: string, value: Value): PairedDifference | null {
  const comparisons = twoWeeks.map((scenario) => ({
    ours: { scenario: windowed(scenario, 0.5).name, policy: planner },
    theirs: { scenario: scenario.name, policy: fill },
  }));
  return pairedDifference(table, comparisons, value);
}

/** Scenarios in which no harm may be done. */
const everyday = [...established, ...newTwoWeeks];

function cellsBesideBest(table: OutcomeTable, planner: string): readonly NamedPoints[] {
  const all = baselines.map(({ name }) => name);
  return testedFamilies.flatMap((family) => {
    const ofFamily = table.ofFamily(family);
    return everyday.flatMap((scenario) =>
      pointsOf(`${family}, ${scenario}`, besideBest(ofFamily, [scenario], planner, all)),
    );
  });
}

function familiesBesideBest(table: OutcomeTable, planner: string): readonly NamedPoints[] {
  return testedFamilies.flatMap((family) =>
    pointsOf(family, besideBest(table.ofFamily(family), everyday, planner, simple)),
  );
}

function pointsOf(name: string, difference: PairedDifference | null): readonly NamedPoints[] {
  return difference === null ? [] : [{ name, points: difference.mean }];
}

/** By scenario, the mean over learners; nothing of a planner that names no bound. */
function scoresBesideBound(table: OutcomeTable, planner: string): readonly NamedPoints[] {
  return [1, 1.5, 2].flatMap((kappa) => {
    const scenario = exact(newDeck(14, kappa)).name;
    const outcomes = [...table.of({ scenario, policy: planner }).values()];
    const below = outcomes.flatMap(({ score, bound }) => (bound === null ? [] : [score - bound]));
    return below.length === 0 ? [] : [{ name: scenario, points: mean(below) }];
  });
}
