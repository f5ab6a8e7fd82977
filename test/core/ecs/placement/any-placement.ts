import fc from 'fast-check';
import type { Cluster, ContainerInstance } from '../../../../src/core/ecs/placement/container-instance.ts';
import type { PlacementStrategy } from '../../../../src/core/ecs/placement/task-request.ts';
import { parseQuery } from '../../../../src/core/ecs/query/parse-query.ts';
import { instance, running } from '../query/query-fleet.ts';
import type { NaiveRequest } from './naive-placement.ts';
import { packCpu, packMemory, spreadInstances, spreadZones } from './zones.ts';

const group = 'service:web';

const anyInstance: fc.Arbitrary<ContainerInstance> = fc
  .record({
    status: fc.constantFrom('ACTIVE' as const, 'ACTIVE' as const, 'ACTIVE' as const, 'DRAINING' as const),
    agentConnected: fc.constantFrom(true, true, true, true, false),
    cpu: fc.constantFrom(0, 256, 512, 1024, 2048),
    memory: fc.constantFrom(256, 512, 1000, 2000, 4000),
    gpus: fc.constantFrom(0, 0, 1, 2),
    networkInterfaces: fc.constantFrom(0, 1, 2, 3),
    tcp: fc.constantFrom([22], [22, 80], [22, 8080]),
    zone: fc.constantFrom('a', 'b', 'c'),
    stack: fc.option(fc.constantFrom('prod', 'dev'), { nil: undefined }),
    tasks: fc.array(fc.constantFrom(group, 'family:batch'), { maxLength: 2 }),
  })
  .map(({ status, agentConnected, tcp, zone, stack, tasks, ...remaining }) =>
    instance('i', {
      status,
      agentConnected,
      remaining,
      takenPorts: { tcp, udp: [] },
      attributes: { 'ecs.availability-zone': zone, ...(stack === undefined ? {} : { stack }) },
      tasks: running(...tasks),
    }),
  );

/** Up to so many instances of all sorts. */
export function anyCluster(most: number): fc.Arbitrary<Cluster> {
  return fc.array(anyInstance, { maxLength: most }).map((instances) => ({
    instances: instances.map((each, at) => ({ ...each, id: `i-${at}` })),
  }));
}

export const strategies: readonly (readonly PlacementStrategy[])[] = [
  [],
  [packMemory],
  [packCpu],
  [spreadZones],
  [spreadInstances],
  [spreadZones, packMemory],
  [packMemory, spreadZones],
  [spreadInstances, spreadZones],
  [spreadZones, { type: 'spread', field: 'attribute:stack' }, packCpu],
  [{ type: 'spread', field: 'host' }, packCpu, packMemory],
  [{ type: 'spread', field: 'attribute:stack' }, { type: 'random' }, packMemory],
  [{ type: 'random' }],
];
const expressions = [
  'attribute:stack == prod',
  'not(attribute:stack == prod)',
  'attribute:ecs.availability-zone != c',
  'runningTasksCount < 3',
  'not(task:group == family:batch)',
  'task:group == service:web or attribute:stack exists',
];

/** What a task may ask for; half of the requests have no constraint. */
export const anyRequest: fc.Arbitrary<NaiveRequest> = fc
  .record({
    group: fc.constantFrom(group, group, 'family:web'),
    cpu: fc.constantFrom(0, 128, 256, 600),
    memory: fc.constantFrom(128, 256, 500, 1000),
    gpus: fc.constantFrom(0, 0, 0, 1),
    networkInterfaces: fc.constantFrom(0, 0, 1),
    tcp: fc.constantFrom([], [], [], [80], [443, 8080]),
    udp: fc.constantFrom([], [], [80]),
    strategy: fc.constantFrom(...strategies),
    expressions: fc.oneof(fc.constant<string[]>([]), fc.subarray([...expressions], { maxLength: 2 })),
    isDistinct: fc.constantFrom(false, false, true),
  })
  .map(({ tcp, udp, expressions: written, isDistinct, ...fields }) => ({
    request: {
      ...fields,
      hostPorts: { tcp, udp },
      requiredAttributes: [],
      constraints: [
        ...written.map((expression) => ({ type: 'memberOf' as const, query: parseQuery(expression).value! })),
        ...(isDistinct ? [{ type: 'distinctInstance' as const }] : []),
      ],
    },
    expressions: written,
    isDistinct,
  }));
