import type { Cluster } from './container-instance.ts';
import { createFleet, reserve } from './fleet.ts';
import type { Placement } from './place-tasks.ts';
import { type PlacementStep, placementStep } from './placement-step.ts';
import type { TaskRequest } from './task-request.ts';

/** The steps of one task, and where it went. */
export interface TaskTrace extends PlacementStep {
  /** From 1. */
  readonly task: number;
  /** Null where the task found no place. */
  readonly chosen: string | null;
}

/**
 * How each task of a placement found its place; last of all, how the first one that found none did not. Looks at every
 * instance for every task, so it is for what is shown, not for what is computed.
 */
export function explainPlacement(cluster: Cluster, request: TaskRequest, placement: Placement): readonly TaskTrace[] {
  const fleet = createFleet(cluster);
  const chosen = placement.placed.map(({ instance }) => instance);
  const steps = placement.unplaced > 0 ? [...chosen, null] : chosen;
  return steps.map((id, at) => {
    const step = placementStep(fleet, request);
    const instance = fleet.find((each) => each.id === id);
    if (instance !== undefined) reserve(instance, request);
    return { ...step, task: at + 1, chosen: id };
  });
}
