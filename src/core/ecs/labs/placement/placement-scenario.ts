import * as v from 'valibot';
import type { Outcome } from '../../../model/diagnostic.ts';
import type { Cluster, ContainerInstance } from '../../placement/container-instance.ts';
import { requestOf } from '../../placement/request-of.ts';
import type { PlacementStrategy, TaskRequest } from '../../placement/task-request.ts';
import { linuxReservedPorts } from '../../task-definitions/reserved-ports.ts';
import { type EngineFinding, findingOf } from '../../verdicts/engine-finding.ts';
import { listOf, oneOf, only, readScenario, shortText, whole } from '../read-scenario.ts';

/** `attribute:` and a name, or what names the instance itself. */
const spreadField = v.pipe(
  shortText(200),
  v.regex(/^(instanceId|host|attribute:[\w./-]+)$/, 'Write `instanceId`, `host` or `attribute:` and a name.'),
  v.transform((field) => field as Extract<PlacementStrategy, { type: 'spread' }>['field']),
);

const strategy = v.variant(
  'type',
  [
    only({ type: v.literal('spread'), field: spreadField }),
    only({ type: v.literal('binpack'), field: oneOf(['cpu', 'memory']) }),
    only({ type: v.literal('random') }),
  ],
  'Write a `type` of `spread`, `binpack` or `random`.',
);

const constraint = v.variant(
  'type',
  [only({ type: v.literal('distinctInstance') }), only({ type: v.literal('memberOf'), expression: shortText(500) })],
  'Write a `type` of `memberOf` or `distinctInstance`.',
);

const runningTask = only({
  group: v.optional(shortText(100), 'family:other'),
  cpu: whole(0, 65_536),
  memory: whole(0, 1_048_576),
  hostPort: v.optional(whole(0, 65_535), 0),
});

const instance = only({
  id: shortText(30),
  zone: v.optional(shortText(30), 'us-east-1a'),
  type: v.optional(shortText(30), 'm5.large'),
  cpu: whole(128, 65_536),
  memory: whole(128, 1_048_576),
  tasks: v.optional(listOf(runningTask, 0, 30), []),
  status: v.optional(oneOf(['ACTIVE', 'DRAINING']), 'ACTIVE'),
});

const schema = only({
  action: v.optional(oneOf(['place', 'scale in']), 'place'),
  launchType: v.optional(oneOf(['EC2', 'FARGATE']), 'EC2'),
  group: v.optional(shortText(100), 'service:web'),
  task: only({
    cpu: whole(1, 65_536),
    memory: whole(4, 1_048_576),
    hostPort: v.optional(whole(0, 65_535), 0),
  }),
  count: v.optional(whole(1, 20), 1),
  placementStrategy: v.optional(listOf(strategy, 0, 5), []),
  placementConstraints: v.optional(listOf(constraint, 0, 10), []),
  instances: listOf(instance, 1, 12),
  seed: v.optional(whole(0, 1_000_000), 1),
});

/** Amounts in CPU units and MiB, as an instance registers them; AWS's names for what AWS names. */
export type PlacementScenario = v.InferOutput<typeof schema>;
export type ScenarioInstance = PlacementScenario['instances'][number];

/** J1, J2: what can be placed, or what is wrong with it. */
export function readPlacementScenario(value: unknown): Outcome<PlacementScenario, EngineFinding> {
  const read = readScenario(schema, value);
  if (read.value === null) return read;
  const diagnostics = [...twins(read.value), ...overfull(read.value), ...requestOfScenario(read.value).diagnostics];
  return { value: diagnostics.length > 0 ? null : read.value, diagnostics };
}

function twins({ instances }: PlacementScenario): readonly EngineFinding[] {
  const ids = instances.map(({ id }) => id);
  return ids.flatMap((id, at) => {
    if (ids.indexOf(id) === at) return [];
    return [
      findingOf('wrong', 'J2', `/instances/${at}/id`, `Two instances are called ${id}.`, 'Give each its own id.'),
    ];
  });
}

function overfull({ instances }: PlacementScenario): readonly EngineFinding[] {
  return instances.flatMap((each, at) => {
    const { cpu, memory } = remainingOf(each);
    if (cpu >= 0 && memory >= 0) return [];
    const lack = cpu < 0 ? `${each.cpu} CPU units` : `${each.memory} MiB`;
    const message = `The tasks on ${each.id} need more than its ${lack}.`;
    return [findingOf('wrong', 'J2', `/instances/${at}/tasks`, message, 'Take a task away, or make it smaller.')];
  });
}

/** What the tasks of an instance leave. */
function remainingOf({ cpu, memory, tasks }: ScenarioInstance): { readonly cpu: number; readonly memory: number } {
  return tasks.reduce((left, task) => ({ cpu: left.cpu - task.cpu, memory: left.memory - task.memory }), {
    cpu,
    memory,
  });
}

export function clusterOf({ instances }: PlacementScenario): Cluster {
  return { instances: instances.map(instanceOf) };
}

function instanceOf(each: ScenarioInstance): ContainerInstance {
  return {
    id: each.id,
    status: each.status,
    agentConnected: true,
    agentVersion: '1.105.1',
    registeredAt: '2026-11-01T00:00:00Z',
    attributes: { 'ecs.availability-zone': each.zone, 'ecs.instance-type': each.type, 'ecs.os-type': 'linux' },
    remaining: { ...remainingOf(each), gpus: 0, networkInterfaces: 2 },
    takenPorts: {
      tcp: [...linuxReservedPorts, ...each.tasks.flatMap(({ hostPort }) => (hostPort === 0 ? [] : [hostPort]))],
      udp: [],
    },
    tasks: each.tasks.map(({ group, cpu, memory }) => ({ group, cpu, memory })),
  };
}

/** The request of one task of the scenario. */
export function requestOfScenario(scenario: PlacementScenario): Outcome<TaskRequest, EngineFinding> {
  const { task, group, placementConstraints, placementStrategy } = scenario;
  const portMappings = [{ containerPort: 80, hostPort: task.hostPort }];
  const definition = {
    networkMode: 'bridge',
    containerDefinitions: [{ name: 'web', image: 'web', cpu: task.cpu, memory: task.memory, portMappings }],
  };
  return requestOf(definition, { group, constraints: placementConstraints, strategy: placementStrategy });
}
