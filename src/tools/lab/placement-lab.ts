import type { Cluster, ContainerInstance } from '../../core/ecs/placement/container-instance.ts';
import { explainPlacement, type TaskTrace } from '../../core/ecs/placement/explain-placement.ts';
import { outcomesOf } from '../../core/ecs/placement/outcomes-of.ts';
import { placeTasks } from '../../core/ecs/placement/place-tasks.ts';
import { requestOf, type WrittenConstraint } from '../../core/ecs/placement/request-of.ts';
import type { PlacementStrategy, TaskRequest } from '../../core/ecs/placement/task-request.ts';
import { constraintWords, reasonWords, strategyWords, unplacedWords } from '../../core/ecs/placement/words.ts';
import { linuxReservedPorts } from '../../core/ecs/task-definitions/reserved-ports.ts';
import { countWords } from '../../core/text/count-words.ts';
import { seededRandom } from '../../core/text/seeded-random.ts';
import { type LabSheet, tableOf } from './lab-sheet.ts';

type Draw = (below: number) => number;

/** CPU units and MiB, as the agent registers them. */
const types: readonly (readonly [type: string, cpu: number, memory: number])[] = [
  ['t3.small', 2048, 1919],
  ['t3.medium', 2048, 3837],
  ['m5.large', 2048, 7680],
  ['c5.large', 2048, 3735],
];
const zone = 'attribute:ecs.availability-zone';
const strategies: readonly (readonly PlacementStrategy[])[] = [
  [],
  [{ type: 'binpack', field: 'memory' }],
  [{ type: 'binpack', field: 'cpu' }],
  [{ type: 'spread', field: 'instanceId' }],
  [
    { type: 'spread', field: zone },
    { type: 'binpack', field: 'memory' },
  ],
  [
    { type: 'spread', field: zone },
    { type: 'binpack', field: 'cpu' },
  ],
];
const constraints: readonly (readonly WrittenConstraint[])[] = [
  [],
  [],
  [{ type: 'distinctInstance' }],
  [{ type: 'memberOf', expression: 'attribute:ecs.instance-type =~ t3.*' }],
  [{ type: 'memberOf', expression: `${zone} != us-east-1c` }],
];

/** Four to six instances in three zones, and a service that places tasks on them. */
export function placementLab(seed: number): LabSheet {
  const draw = seededRandom(seed);
  const cluster: Cluster = { instances: Array.from({ length: 4 + draw(3) }, (_, at) => drawInstance(at, draw)) };
  const request = drawRequest(draw);
  const count = 3 + draw(4);
  return {
    given: [
      `The service web places ${countWords(count, 'task')}, one after another. On which instances?`,
      '',
      ...requestLines(request),
      '',
      ...tableOf([['instance', 'zone', 'type', 'CPU left', 'MiB left'], ...cluster.instances.map(rowOf)]),
    ],
    answer: answerOf(cluster, request, count, seed),
  };
}

function drawInstance(at: number, draw: Draw): ContainerInstance {
  const [type, cpu, memory] = types[draw(types.length)] ?? types[0] ?? ['', 0, 0];
  const letter = 'abc'.charAt(at < 3 ? at : draw(3));
  return {
    id: `i-${at + 1}`,
    status: 'ACTIVE',
    agentConnected: true,
    agentVersion: '1.105.1',
    registeredAt: '2026-11-01T00:00:00Z',
    attributes: { 'ecs.availability-zone': `us-east-1${letter}`, 'ecs.instance-type': type },
    remaining: { cpu: cpu - 256 * draw(6), memory: memory - 128 * draw(10), gpus: 0, networkInterfaces: 2 },
    takenPorts: { tcp: linuxReservedPorts, udp: [] },
    tasks: [],
  };
}

function drawRequest(draw: Draw): TaskRequest {
  const hostPort = draw(3) === 0 ? 80 : 0;
  const container = {
    cpu: 128 * (1 + draw(5)),
    memory: 256 * (1 + draw(5)),
    portMappings: [{ containerPort: 80, hostPort }],
  };
  const { value } = requestOf(
    { networkMode: 'bridge', containerDefinitions: [container] },
    {
      group: 'service:web',
      constraints: constraints[draw(constraints.length)] ?? [],
      strategy: strategies[draw(strategies.length)] ?? [],
    },
  );
  if (value === null) throw new Error('Inconsistent: the lab draws a task that is refused');
  return value;
}

function requestLines(request: TaskRequest): readonly string[] {
  const [port] = request.hostPorts.tcp;
  const strategy = request.strategy.map(strategyWords).join(', then ');
  return [
    `Task         ${request.cpu} CPU units, ${request.memory} MiB, ${port === undefined ? 'a dynamic host port' : `host port ${port}`}`,
    `Constraints  ${request.constraints.map(constraintWords).join(', ') || 'none'}`,
    `Strategy     ${strategy || 'none, so the default of services'}`,
  ];
}

function rowOf({ id, attributes, remaining }: ContainerInstance): readonly (string | number)[] {
  const [place = '', type = ''] = [attributes['ecs.availability-zone'], attributes['ecs.instance-type']];
  return [id, place, type, remaining.cpu, remaining.memory];
}

function answerOf(cluster: Cluster, request: TaskRequest, count: number, seed: number): readonly string[] {
  const placement = placeTasks(cluster, request, count, seed);
  const { finals, isComplete, areCountsUnique } = outcomesOf(cluster, request, count);
  const many = isComplete ? `${finals.length} ends are possible` : 'many ends are possible';
  const isOnly = areCountsUnique ? 'Every choice among equal instances ends so.' : `With other choices, ${many}.`;
  const unplaced = unplacedWords(placement, request);
  return [
    ...explainPlacement(cluster, request, placement).flatMap((trace) => [...traceLines(trace), '']),
    ...tableOf([['instance', 'new tasks'], ...cluster.instances.map(({ id }, at) => [id, placement.counts[at] ?? 0])]),
    '',
    isOnly,
    ...(unplaced === null ? [] : [unplaced]),
    ...placement.findings.map(({ code, message }) => `${code}: ${message}`),
  ];
}

function traceLines({
  task,
  fit,
  constraints: checked,
  strategies: ranked,
  select,
  chosen,
}: TaskTrace): readonly string[] {
  const out = [...fit, ...checked].filter(({ verdict }) => verdict === 'out');
  const tie = select.isUnique ? '' : `, one of ${select.ties.join(', ')}`;
  return [
    `Task ${task}: ${chosen === null ? 'no place' : `${chosen}${tie}`}`,
    `  1 fit          ${keptWords(fit)}`,
    `  2 constraints  ${keptWords(checked)}`,
    ...ranked.map(({ strategy, scores }, at) => {
      const given = scores.map(({ instance, score }) => `${instance} ${score}`).join(', ');
      return `  ${(at === 0 ? '3 strategies' : '').padEnd(15)}${strategyWords(strategy)}: ${given || 'none left'}`;
    }),
    `  4 select       ${select.ties.join(', ') || 'none left'}`,
    ...out.map(({ instance, reasons }) => `    ${instance} is out. ${reasons.map(reasonWords).join(' ')}`),
  ];
}

function keptWords(verdicts: TaskTrace['fit']): string {
  const kept = verdicts.filter(({ verdict }) => verdict === 'kept').map(({ instance }) => instance);
  return kept.join(', ') || 'none left';
}
