import type { Cluster } from '../../../../src/core/ecs/placement/container-instance.ts';
import { type PlacementWish, requestOf } from '../../../../src/core/ecs/placement/request-of.ts';
import type { PlacementStrategy, TaskRequest } from '../../../../src/core/ecs/placement/task-request.ts';
import { instance } from '../query/query-fleet.ts';

export const zone = 'attribute:ecs.availability-zone' as const;
export const spreadZones: PlacementStrategy = { type: 'spread', field: zone };
export const spreadInstances: PlacementStrategy = { type: 'spread', field: 'instanceId' };
export const packMemory: PlacementStrategy = { type: 'binpack', field: 'memory' };
export const packCpu: PlacementStrategy = { type: 'binpack', field: 'cpu' };

/** Two instances in zone a, one in b, a small one in c. */
export const zones: Cluster = {
  instances: [
    room('i-1', 'a', 2048, 7680, 'm5.large', { stack: 'prod' }),
    room('i-2', 'a', 1024, 3000, 't3.medium', { stack: 'dev' }),
    room('i-3', 'b', 2048, 7680, 'm5.large', { stack: 'prod' }),
    room('i-4', 'c', 512, 2000, 't3.small', {}),
  ],
};

function room(id: string, letter: string, cpu: number, memory: number, type: string, more: Record<string, string>) {
  return instance(id, {
    remaining: { cpu, memory, gpus: 0, networkInterfaces: 10 },
    attributes: { 'ecs.availability-zone': `1${letter}`, 'ecs.instance-type': type, ...more },
  });
}

/** A task of the service `web` with one container of 256 CPU units and 512 MiB, but for what is given. */
export function webTask(
  container: Readonly<Record<string, unknown>> = {},
  wish: PlacementWish = {},
  networkMode = 'bridge',
): TaskRequest {
  const definition = { networkMode, containerDefinitions: [{ name: 'web', cpu: 256, memory: 512, ...container }] };
  const { value, diagnostics } = requestOf(definition, { group: 'service:web', ...wish });
  if (value === null) throw new Error(JSON.stringify(diagnostics));
  return value;
}
