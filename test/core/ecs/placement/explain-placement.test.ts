import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../../../src/core/ecs/placement/container-instance.ts';
import { explainPlacement } from '../../../../src/core/ecs/placement/explain-placement.ts';
import { outcomesOf } from '../../../../src/core/ecs/placement/outcomes-of.ts';
import { placeTasks } from '../../../../src/core/ecs/placement/place-tasks.ts';
import { requestOf } from '../../../../src/core/ecs/placement/request-of.ts';
import type { TaskRequest } from '../../../../src/core/ecs/placement/task-request.ts';
import { instance } from '../query/query-fleet.ts';
import { distinct, only, port } from './request-parts.ts';
import { packCpu, packMemory, spreadInstances, spreadZones, webTask, zones } from './zones.ts';

describe('what keeps a task out', () => {
  const cluster: Cluster = {
    instances: [
      instance('i-busy', { remaining: { cpu: 100, memory: 200, gpus: 0, networkInterfaces: 0 } }),
      instance('i-lost', { agentConnected: false }),
      instance('i-old', { status: 'DRAINING' }),
      instance('i-port', { takenPorts: { tcp: [80], udp: [53] }, attributes: { logs: '' } }),
    ],
  };
  const request: TaskRequest = {
    ...webTask({ memory: 1024 }),
    gpus: 1,
    networkInterfaces: 1,
    hostPorts: { tcp: [80], udp: [53] },
    requiredAttributes: ['logs'],
    constraints: [],
  };

  it('[P1, P2, P14] is told of each instance as data', () => {
    const { failures, unplaced } = placeTasks(cluster, request, 2, 1);
    const lacking = { step: 'fit', resource: 'attribute', name: 'logs' };
    const gpus = { step: 'fit', resource: 'gpus', needed: 1, available: 0 };
    expect(unplaced).toBe(2);
    expect(failures.map(({ reasons }) => reasons)).toEqual([
      [
        { step: 'fit', resource: 'cpu', needed: 256, available: 100 },
        { step: 'fit', resource: 'memory', needed: 1024, available: 200 },
        gpus,
        { step: 'fit', resource: 'networkInterfaces', needed: 1, available: 0 },
        lacking,
      ],
      [{ step: 'fit', resource: 'agent' }, gpus, lacking],
      [{ step: 'fit', resource: 'status', status: 'DRAINING' }, gpus, lacking],
      [
        gpus,
        { step: 'fit', resource: 'port', protocol: 'tcp', port: 80 },
        { step: 'fit', resource: 'port', protocol: 'udp', port: 53 },
      ],
    ]);
  });

  it('[P13] stands in the trace, step by step', () => {
    const asked = webTask(
      { cpu: 1024 },
      { constraints: [only('attribute:stack == prod')], strategy: [spreadZones, packMemory] },
    );
    const [trace] = explainPlacement(zones, asked, placeTasks(zones, asked, 1, 5));
    expect(trace?.fit.map(({ instance: id, verdict }) => `${id} ${verdict}`)).toEqual([
      'i-1 kept',
      'i-2 kept',
      'i-3 kept',
      'i-4 out',
    ]);
    expect(trace?.constraints.map(({ instance: id, verdict }) => `${id} ${verdict}`)).toEqual([
      'i-1 kept',
      'i-2 out',
      'i-3 kept',
    ]);
    expect(trace?.strategies.map(({ scores, kept }) => [scores.map(({ score }) => score), kept])).toEqual([
      [
        [0, 0],
        ['i-1', 'i-3'],
      ],
      [
        [7680, 7680],
        ['i-1', 'i-3'],
      ],
    ]);
    expect(trace?.select).toEqual({ ties: ['i-1', 'i-3'], isUnique: false });
    expect(['i-1', 'i-3']).toContain(trace?.chosen);
  });

  it('[P14] is told of the first task that finds no place, with no choice', () => {
    const asked = webTask(port(22));
    const traces = explainPlacement(zones, asked, placeTasks(zones, asked, 3, 5));
    expect(traces.map(({ task, chosen }) => [task, chosen])).toEqual([[1, null]]);
  });
});

describe('what no document tells', () => {
  it.each([
    ['P11', 'a standalone task without strategies', webTask({}, { group: 'family:web' })],
    ['P10', 'binpack before spread', webTask({}, { strategy: [packMemory, spreadZones] })],
    ['P10', 'binpack twice', webTask({}, { strategy: [packMemory, packCpu] })],
    ['P5', 'not(…) over a missing attribute', webTask({}, { constraints: [only('not(attribute:stack == prod)')] })],
  ])('[%s] is said of %s', (code, _, request) => {
    expect(placeTasks(zones, request, 1, 1).findings.map((finding) => [finding.code, finding.standing])).toEqual([
      [code, 'not documented'],
    ]);
  });

  it('[P10] is not said of what is documented', () => {
    const documented = [[], [spreadZones, packMemory], [spreadZones, spreadInstances], [packCpu]];
    expect(documented.flatMap((strategy) => placeTasks(zones, webTask({}, { strategy }), 1, 1).findings)).toEqual([]);
  });

  it('[P15] nothing is unique where there are too many ways', () => {
    const request = webTask({}, { strategy: [{ type: 'random' }] });
    expect(outcomesOf(zones, request, 1, 3)).toMatchObject({ isComplete: false, finals: [] });
    expect(outcomesOf(zones, request, 6, 20)).toMatchObject({ isComplete: false, areCountsUnique: false });
    expect(outcomesOf(zones, request, 0)).toMatchObject({ finals: [[0, 0, 0, 0]], isComplete: true });
  });
});

describe('a request', () => {
  const read = (definition: object, wish = {}) => requestOf(definition, wish).value;

  it('[P3] sums its containers: the soft limit where there is one, else the hard one', () => {
    const containerDefinitions = [
      { cpu: 128, memory: 256 },
      { cpu: 64, memory: 512, memoryReservation: 128 },
    ];
    expect(read({ containerDefinitions })).toMatchObject({ cpu: 192, memory: 384 });
  });

  it('[P3] takes what the task says before that', () => {
    const definition = { cpu: '512', memory: '1 GB', containerDefinitions: [{ cpu: 128, memory: 256 }] };
    expect(read(definition)).toMatchObject({ cpu: 512, memory: 1024 });
  });

  it('[P4] needs GPUs, an interface, ports and a group', () => {
    const resourceRequirements = [
      { type: 'GPU', value: '2' },
      { type: 'InferenceAccelerator', value: 'device' },
    ];
    const portMappings = [
      { containerPort: 53, hostPort: 53, protocol: 'udp' },
      { containerPort: 80, hostPort: 8080 },
    ];
    const containerDefinitions = [{ resourceRequirements, portMappings }];
    expect(read({ family: 'shop', containerDefinitions })).toMatchObject({
      group: 'family:shop',
      gpus: 2,
      networkInterfaces: 0,
      hostPorts: { tcp: [8080], udp: [53] },
    });
    expect(read({ networkMode: 'awsvpc', containerDefinitions }, { group: 'batch' })).toMatchObject({
      group: 'batch',
      networkInterfaces: 1,
      hostPorts: { tcp: [], udp: [] },
    });
  });

  it.each([
    ['P3', 'text', '', undefined],
    ['P3', { cpu: 'many' }, '/cpu', undefined],
    ['P3', { memory: 'much' }, '/memory', undefined],
    [
      'Q1',
      { placementConstraints: [{ type: 'memberOf', expression: 'x' }] },
      '/placementConstraints/0/expression',
      undefined,
    ],
    ['Q6', {}, '/placementConstraints/0/expression', { constraints: [only('task:group != a')] }],
    ['P20', {}, '/placementConstraints', { constraints: Array.from({ length: 11 }, () => distinct) }],
    ['P20', {}, '/placementStrategy', { strategy: Array.from({ length: 6 }, () => packCpu) }],
  ])('[%s] %j is refused at "%s"', (code, definition, pointer, wish) => {
    const { value, diagnostics } = requestOf(definition, wish);
    expect([value, diagnostics.map((finding) => [finding.code, finding.pointer])]).toEqual([null, [[code, pointer]]]);
  });
});
