import { seededRandom } from '../../text/seeded-random.ts';
import type { EngineFinding } from '../verdicts/engine-finding.ts';
import { createCandidateQueue } from './candidate-queue.ts';
import type { Cluster } from './container-instance.ts';
import { breachesOf, createFleet, misfitsOf, type Reason } from './fleet.ts';
import { undocumentedIn } from './strategies.ts';
import type { TaskRequest } from './task-request.ts';

export interface PlacedTask {
  /** The id of its instance. */
  readonly instance: string;
  /** How many instances were equal after all strategies, so that chance took one of them. */
  readonly ties: number;
  readonly isUnique: boolean;
}

/** Where tasks came to stand, in the order in which they were placed. */
export interface Placement {
  readonly placed: readonly PlacedTask[];
  /** New tasks on each instance, in the order of the cluster. */
  readonly counts: readonly number[];
  readonly unplaced: number;
  /** Of each instance, why the next task found no place there; empty when all were placed. */
  readonly failures: readonly { readonly instance: string; readonly reasons: readonly Reason[] }[];
  /** What it rests on that no document tells. */
  readonly findings: readonly EngineFinding[];
}

/**
 * Places `count` equal tasks one after another: those instances that fit, of these the ones that satisfy all
 * constraints, narrowed by the strategies in order, one of those that remain. AWS documents no choice among these, so
 * `seed` draws it. `explainPlacement` tells the steps. Takes the logarithm of the instances a task, not their number.
 *
 * Source: ECSDG `task-placement.md`, `task-placement-strategies.md`, `ecs_services.md`; rules P1 to P14.
 */
export function placeTasks(cluster: Cluster, request: TaskRequest, count: number, seed: number): Placement {
  const fleet = createFleet(cluster);
  const queue = createCandidateQueue(fleet, request);
  const draw = seededRandom(seed);
  const counts = fleet.map(() => 0);
  const placed: PlacedTask[] = [];
  while (placed.length < count) {
    const chosen = queue.choose(draw);
    if (chosen === null) break;
    const { instance, ties } = chosen;
    queue.place(instance);
    counts[instance] = (counts[instance] ?? 0) + 1;
    placed.push({ instance: fleet[instance]?.id ?? '', ties, isUnique: ties === 1 });
  }
  const unplaced = Math.max(0, count - placed.length);
  const failures = fleet.map((instance) => {
    return { instance: instance.id, reasons: [...misfitsOf(instance, request), ...breachesOf(instance, request)] };
  });
  return {
    placed,
    counts,
    unplaced,
    failures: unplaced > 0 ? failures : [],
    findings: undocumentedIn(cluster, request),
  };
}
