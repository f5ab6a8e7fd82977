import type { Cluster } from './container-instance.ts';
import { createFleet, reserve, spreadValue } from './fleet.ts';
import { placementStep } from './placement-step.ts';
import type { SpreadField, TaskRequest } from './task-request.ts';

/** New tasks on each instance, in the order of the cluster. */
export type Counts = readonly number[];

export interface Outcomes {
  /** Every end that some choice among equal instances leads to; those found so far where it gave up. */
  readonly finals: readonly Counts[];
  /** False where there were too many ways. Then nothing can be said of what is unique in the end. */
  readonly isComplete: boolean;
  /** Whether the first task can go to one instance only. */
  readonly isNextUnique: boolean;
  readonly areCountsUnique: boolean;
}

/** More ways than this are not followed. */
const mostStates = 5000;

/**
 * Where `count` equal tasks can come to stand, whichever of equal instances is taken. Tasks being equal, what was placed
 * is told by the counts alone, so each of them is looked at once, however many ways lead there.
 */
export function outcomesOf(cluster: Cluster, request: TaskRequest, count: number, most = mostStates): Outcomes {
  const start = cluster.instances.map(() => 0);
  const finals: Counts[] = [];
  let layer: readonly Counts[] = [start];
  let looked = 0;
  for (let placed = 0; placed < count && looked + layer.length <= most && layer.length <= most; placed += 1) {
    looked += layer.length;
    const { next, ended } = oneTaskOn(cluster, request, layer, most);
    finals.push(...ended);
    layer = next;
    if (layer.length === 0) break;
  }
  const isWhole = layer.length <= most && layer.every((counts) => sumOf(counts) === Math.max(0, count));
  const isComplete = layer.length === 0 || isWhole;
  const all = isComplete ? [...finals, ...layer] : finals;
  return {
    finals: all,
    isComplete,
    isNextUnique: followersOf(cluster, request, start).length === 1,
    areCountsUnique: isComplete && all.length === 1,
  };
}

/** What one task more leads to, and the ways that end for want of a place; no further than to more than `most` ways. */
function oneTaskOn(
  cluster: Cluster,
  request: TaskRequest,
  layer: readonly Counts[],
  most: number,
): { readonly next: readonly Counts[]; readonly ended: readonly Counts[] } {
  const next = new Map<string, Counts>();
  const ended: Counts[] = [];
  for (const counts of layer) {
    const followers = followersOf(cluster, request, counts);
    if (followers.length === 0) ended.push(counts);
    for (const follower of followers) next.set(follower.join(), follower);
    if (next.size > most) break;
  }
  return { next: [...next.values()], ended };
}

function sumOf(counts: Counts): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The counts after one task more, one for each instance that it may go to. */
function followersOf(cluster: Cluster, request: TaskRequest, counts: Counts): readonly Counts[] {
  const fleet = createFleet(cluster);
  for (const [at, instance] of fleet.entries()) {
    for (let n = 0; n < (counts[at] ?? 0); n += 1) reserve(instance, request);
  }
  const ties = new Set(placementStep(fleet, request).select.ties);
  return fleet.flatMap(({ id }, at) => (ties.has(id) ? [counts.with(at, (counts[at] ?? 0) + 1)] : []));
}

/** New tasks by the value of a field, such as the Availability Zone; instances without it are left out. */
export function countsBy({ instances }: Cluster, counts: Counts, field: SpreadField): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const [at, instance] of instances.entries()) {
    const value = spreadValue(instance, field);
    if (value !== null) sums.set(value, (sums.get(value) ?? 0) + (counts[at] ?? 0));
  }
  return Object.fromEntries(sums);
}
