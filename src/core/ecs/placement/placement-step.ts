import { breachesOf, countOf, type FleetInstance, misfitsOf, type Reason, spreadValue } from './fleet.ts';
import { narrowingOf } from './strategies.ts';
import type { PlacementStrategy, TaskRequest } from './task-request.ts';

/** What a step says of an instance: kept, or out for every reason that it has. */
export interface StepVerdict {
  readonly instance: string;
  readonly verdict: 'kept' | 'out';
  readonly reasons: readonly Reason[];
}

/** A strategy with the number that it gave each instance that was left; the least are kept. */
export interface StrategyStep {
  readonly strategy: PlacementStrategy;
  readonly scores: readonly { readonly instance: string; readonly score: number }[];
  readonly kept: readonly string[];
}

/** The four steps that lead to the place of one task. */
export interface PlacementStep {
  /** Of every instance. */
  readonly fit: readonly StepVerdict[];
  /** Of those that fit. */
  readonly constraints: readonly StepVerdict[];
  readonly strategies: readonly StrategyStep[];
  /** The instances that are equal in the end; none where the task finds no place. */
  readonly select: { readonly ties: readonly string[]; readonly isUnique: boolean };
}

/** Looks at every instance as it is now, the plain way. */
export function placementStep(fleet: readonly FleetInstance[], request: TaskRequest): PlacementStep {
  const fit = fleet.map((instance) => verdictOf(instance, misfitsOf(instance, request)));
  const fitting = fleet.filter((_, at) => fit[at]?.verdict === 'kept');
  const constraints = fitting.map((instance) => verdictOf(instance, breachesOf(instance, request)));
  let left = fitting.filter((_, at) => constraints[at]?.verdict === 'kept');
  const strategies = narrowingOf(request).map((strategy): StrategyStep => {
    const scores = left.map((instance) => scoreOf(instance, strategy, fleet, request.group));
    const before = left;
    const least = scores.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    left = left.filter((_, at) => scores[at] === least);
    return {
      strategy,
      scores: before.map(({ id }, at) => ({ instance: id, score: scores[at] ?? 0 })),
      kept: left.map(({ id }) => id),
    };
  });
  return { fit, constraints, strategies, select: { ties: left.map(({ id }) => id), isUnique: left.length === 1 } };
}

function verdictOf({ id }: FleetInstance, reasons: readonly Reason[]): StepVerdict {
  return { instance: id, verdict: reasons.length === 0 ? 'kept' : 'out', reasons };
}

/** What is left of a resource, or the tasks of the group on all instances that share the value (P7, P8). */
function scoreOf(
  instance: FleetInstance,
  strategy: Exclude<PlacementStrategy, { type: 'random' }>,
  fleet: readonly FleetInstance[],
  group: string,
): number {
  if (strategy.type === 'binpack') return instance.remaining[strategy.field];
  const value = spreadValue(instance, strategy.field);
  const sharing = fleet.filter((other) => spreadValue(other, strategy.field) === value);
  return sharing.reduce((sum, other) => sum + countOf(other, group), 0);
}
