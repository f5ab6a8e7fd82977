import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../../../src/core/ecs/placement/container-instance.ts';
import { explainPlacement } from '../../../../src/core/ecs/placement/explain-placement.ts';
import { countsBy, outcomesOf } from '../../../../src/core/ecs/placement/outcomes-of.ts';
import { placeTasks } from '../../../../src/core/ecs/placement/place-tasks.ts';
import type { TaskRequest } from '../../../../src/core/ecs/placement/task-request.ts';
import { instance, running } from '../query/query-fleet.ts';
import { distinct, only, port } from './request-parts.ts';
import { packCpu, packMemory, spreadInstances, spreadZones, webTask, zone, zones } from './zones.ts';

interface Row {
  readonly rule: string;
  readonly what: string;
  readonly request: TaskRequest;
  readonly count: number;
  /** The instances of each step: `i-1` for one, `i-1 i-3` for equal ones. */
  readonly steps?: readonly string[];
  readonly counts: readonly number[];
  readonly unplaced?: number;
}

/** Worked by hand; the counts are those of every choice among equal instances. */
const rows: readonly Row[] = [
  {
    rule: 'P7',
    what: 'binpack on memory takes the fullest instance that still fits',
    request: webTask({}, { strategy: [packMemory] }),
    count: 4,
    steps: ['i-4', 'i-4', 'i-2', 'i-2'],
    counts: [0, 2, 0, 2],
  },
  {
    rule: 'P7',
    what: 'binpack on cpu',
    request: webTask({}, { strategy: [packCpu] }),
    count: 4,
    steps: ['i-4', 'i-4', 'i-2', 'i-2'],
    counts: [0, 2, 0, 2],
  },
  {
    rule: 'P10',
    what: 'spread over zones, then binpack within them',
    request: webTask({}, { strategy: [spreadZones, packMemory] }),
    count: 6,
    counts: [0, 2, 2, 2],
  },
  {
    rule: 'P8',
    what: 'spread over instances',
    request: webTask({}, { strategy: [spreadInstances] }),
    count: 4,
    steps: ['i-1 i-2 i-3 i-4'],
    counts: [1, 1, 1, 1],
  },
  {
    rule: 'P6',
    what: 'distinctInstance leaves the fifth task without a place',
    request: webTask({}, { constraints: [distinct], strategy: [packMemory] }),
    count: 5,
    steps: ['i-4', 'i-2', 'i-1 i-3'],
    counts: [1, 1, 1, 1],
    unplaced: 1,
  },
  {
    rule: 'P2',
    what: 'a fixed host port keeps copies apart',
    request: webTask(port(80), { strategy: [packMemory] }),
    count: 5,
    steps: ['i-4', 'i-2', 'i-1 i-3'],
    counts: [1, 1, 1, 1],
    unplaced: 1,
  },
  {
    rule: 'P4',
    what: 'a dynamic host port does not',
    request: webTask(port(0), { strategy: [packMemory] }),
    count: 5,
    steps: ['i-4', 'i-4', 'i-2', 'i-2', 'i-2'],
    counts: [0, 3, 0, 2],
  },
  {
    rule: 'P5',
    what: 'memberOf with spread',
    request: webTask({}, { constraints: [only('attribute:stack == prod')], strategy: [spreadZones] }),
    count: 4,
    steps: ['i-1 i-3'],
    counts: [2, 0, 2, 0],
  },
  {
    rule: 'P2',
    what: 'a port that the agent reserves fits nowhere',
    request: webTask(port(51_678), { strategy: [packMemory] }),
    count: 1,
    counts: [0, 0, 0, 0],
    unplaced: 1,
  },
  {
    rule: 'P2',
    what: 'the same port for UDP fits',
    request: webTask(port(51_678, 'udp'), { strategy: [packMemory] }),
    count: 1,
    steps: ['i-4'],
    counts: [0, 0, 0, 1],
  },
  {
    rule: 'P4',
    what: 'in host mode the container port is taken',
    request: webTask(
      { cpu: 128, memory: 256, portMappings: [{ containerPort: 8080 }] },
      { strategy: [spreadInstances] },
      'host',
    ),
    count: 5,
    counts: [1, 1, 1, 1],
    unplaced: 1,
  },
  {
    rule: 'P4',
    what: 'awsvpc takes no host port',
    request: webTask({ portMappings: [{ containerPort: 80 }] }, { strategy: [packMemory] }, 'awsvpc'),
    count: 3,
    steps: ['i-4', 'i-4', 'i-2'],
    counts: [0, 1, 0, 2],
  },
  {
    rule: 'P10',
    what: 'binpack first leaves spread nothing to do',
    request: webTask({}, { strategy: [packMemory, spreadZones] }),
    count: 4,
    steps: ['i-4', 'i-4', 'i-2', 'i-2'],
    counts: [0, 2, 0, 2],
  },
  {
    rule: 'P8',
    what: 'a zone that can hold none is passed over',
    request: webTask({ cpu: 600, memory: 1024 }, { strategy: [spreadZones, spreadInstances] }),
    count: 4,
    counts: [1, 1, 2, 0],
  },
  {
    rule: 'P3',
    what: 'the soft limit counts',
    request: webTask(
      { cpu: 100, memory: 2000, memoryReservation: 500 },
      { constraints: [only('ec2InstanceId == i-4')], strategy: [packMemory] },
    ),
    count: 5,
    counts: [0, 0, 0, 4],
    unplaced: 1,
  },
  {
    rule: 'P11',
    what: 'a service without strategies spreads over zones, then over instances',
    request: webTask(),
    count: 6,
    counts: [1, 1, 2, 2],
  },
  {
    rule: 'P5',
    what: 'a constraint looks at the tasks placed so far',
    request: webTask({}, { constraints: [only('runningTasksCount < 2')], strategy: [packMemory] }),
    count: 9,
    counts: [2, 2, 2, 2],
    unplaced: 1,
  },
  {
    rule: 'P5',
    what: 'all constraints count, those of the task definition and of the service',
    request: webTask({}, { constraints: [only('attribute:stack exists'), only('ec2InstanceId != i-2'), distinct] }),
    count: 3,
    counts: [1, 0, 1, 0],
    unplaced: 1,
  },
];

describe('a placement', () => {
  it.each(rows)('[$rule] $what', ({ request, count, counts, steps, unplaced = 0 }) => {
    const { finals, isComplete } = outcomesOf(zones, request, count);
    expect({ finals, isComplete }).toEqual({ finals: [counts], isComplete: true });
    const placement = placeTasks(zones, request, count, 7);
    expect([placement.counts, placement.unplaced]).toEqual([counts, unplaced]);
    if (steps === undefined) return;
    const traces = explainPlacement(zones, request, placement).slice(0, steps.length);
    expect(traces.map(({ select }) => select.ties.join(' '))).toEqual(steps);
  });

  it('[P8, P15] spread over zones: as many in each, however the ties fall', () => {
    const { finals } = outcomesOf(zones, webTask({}, { strategy: [spreadZones] }), 6);
    expect(finals.map((counts) => counts.slice(0, 2).join())).toEqual(['2,0', '1,1', '0,2']);
    const all = finals.map((counts) => countsBy(zones, counts, zone));
    expect(all).toEqual(finals.map(() => ({ '1a': 2, '1b': 2, '1c': 2 })));
  });

  it('[P9] random leaves every candidate, and what stands behind it unasked', () => {
    const request = webTask({}, { strategy: [{ type: 'random' }, packMemory] });
    const [trace] = explainPlacement(zones, request, placeTasks(zones, request, 1, 1));
    expect([trace?.strategies, trace?.select.ties]).toEqual([[], ['i-1', 'i-2', 'i-3', 'i-4']]);
  });

  it('[P8] spread counts the tasks on instances that are no candidates', () => {
    const [first, ...others] = zones.instances;
    const full = { ...first!, status: 'DRAINING' as const, tasks: running('service:web', 'service:web') };
    const request = webTask({}, { strategy: [spreadZones, packMemory] });
    const cluster: Cluster = { instances: [full, ...others] };
    expect(placeTasks(cluster, request, 4, 1).placed.map((task) => task.instance)).toEqual([
      'i-4',
      'i-3',
      'i-4',
      'i-3',
    ]);
  });

  it('[P8] instances without the attribute share one value', () => {
    const request = webTask({}, { strategy: [{ type: 'spread', field: 'attribute:stack' }, packMemory] });
    const placement = placeTasks(zones, request, 3, 1);
    expect(placement.placed.map((task) => task.instance)).toEqual(['i-4', 'i-2', expect.stringMatching(/i-[13]/)]);
    expect(placement.findings.map(({ code, standing }) => [code, standing])).toEqual([['P8', 'not documented']]);
  });

  it('[P6] other groups do not count', () => {
    const busy: Cluster = { instances: [instance('i-1', { tasks: running('service:api') })] };
    expect(placeTasks(busy, webTask({}, { constraints: [distinct] }), 2, 1).counts).toEqual([1]);
  });

  it('[P12] the seed draws among equals, each of them', () => {
    const request = webTask({}, { strategy: [spreadInstances] });
    const drawn = Array.from({ length: 40 }, (_, seed) => placeTasks(zones, request, 1, seed).placed[0]);
    expect(new Set(drawn.map((task) => task?.instance)).size).toBe(4);
    expect(new Set(drawn.map((task) => `${task?.ties} ${task?.isUnique}`))).toEqual(new Set(['4 false']));
    expect(placeTasks(zones, request, 4, 3)).toEqual(placeTasks(zones, request, 4, 3));
  });
});
