import type { Cluster } from '../../placement/container-instance.ts';
import { createFleet, type FleetInstance, reserve } from '../../placement/fleet.ts';
import type { TaskRequest } from '../../placement/task-request.ts';
import type { PlacementScenario } from './placement-scenario.ts';

/** An instance as a bin, in the order of the step's parts. Amounts in CPU units and MiB. */
export interface Bin {
  readonly zone: string;
  readonly type: string;
  readonly tasks: number;
  readonly cpu: Fill;
  readonly memory: Fill;
}

export interface Fill {
  readonly total: number;
  readonly used: number;
  /** What the task would take, or has just taken; 0 where it does not fit. */
  readonly incoming: number;
}

export interface Bins {
  readonly bins: readonly Bin[];
}

/** The bins of a fleet, with what comes into those that are named. */
export function binsOf(
  { instances }: PlacementScenario,
  fleet: readonly FleetInstance[],
  request: TaskRequest,
  into: ReadonlySet<string>,
): Bins {
  const bins = instances.map(({ id, zone, type, cpu, memory }, at): Bin => {
    const { remaining = { cpu: 0, memory: 0 }, tasks = [] } = fleet[at] ?? {};
    const isInto = into.has(id);
    return {
      zone,
      type,
      tasks: tasks.length,
      cpu: { total: cpu, used: cpu - remaining.cpu, incoming: isInto ? request.cpu : 0 },
      memory: { total: memory, used: memory - remaining.memory, incoming: isInto ? request.memory : 0 },
    };
  });
  return { bins };
}

/** The fleet before each of some tasks is placed, and after the last. */
export function fleetsAlong(
  cluster: Cluster,
  request: TaskRequest,
  chosen: readonly string[],
): readonly (readonly FleetInstance[])[] {
  const fleets = [createFleet(cluster)];
  for (const id of chosen) {
    const next = createFleet({ instances: fleets.at(-1) ?? [] });
    const instance = next.find((each) => each.id === id);
    if (instance !== undefined) reserve(instance, request);
    fleets.push(next);
  }
  return fleets;
}
