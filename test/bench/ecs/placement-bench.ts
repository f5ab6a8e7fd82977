import type { Cluster, ContainerInstance } from '../../../src/core/ecs/placement/container-instance.ts';
import { createFleet, reserve } from '../../../src/core/ecs/placement/fleet.ts';
import { placeTasks } from '../../../src/core/ecs/placement/place-tasks.ts';
import { placementStep } from '../../../src/core/ecs/placement/placement-step.ts';
import type { PlacementStrategy, TaskRequest } from '../../../src/core/ecs/placement/task-request.ts';
import { evaluateQuery } from '../../../src/core/ecs/query/evaluate-query.ts';
import { parseQuery } from '../../../src/core/ecs/query/parse-query.ts';
import { type Bench, type BenchRow, growthRow, medianOf, msOf, ratioRow } from '../bench.ts';
import type { Turns } from '../take-turns.ts';

const [few, many] = [1_000, 10_000] as const;
/** Ten tasks an instance, in ten zones. */
const tasksEach = 10;
/** Above 1 for the logarithm; looking at every instance for every task has 2. */
const steepest = 1.2;
const zone = 'attribute:ecs.availability-zone';

const strategies: Readonly<Record<string, readonly PlacementStrategy[]>> = {
  'zones, then memory': [
    { type: 'spread', field: zone },
    { type: 'binpack', field: 'memory' },
  ],
  instances: [{ type: 'spread', field: 'instanceId' }],
  'memory alone': [{ type: 'binpack', field: 'memory' }],
};

/** Many tasks on many instances, beside looking at all instances for each; and an expression beside one by hand. */
export const placementBench: Bench = {
  name: 'placement',
  async run(turns) {
    const rows: BenchRow[] = [];
    for (const [what, strategy] of Object.entries(strategies))
      rows.push(...(await placementRows(turns, what, strategy)));
    return [...rows, ...(await queryRows(turns))];
  },
};

async function placementRows(
  turns: Turns,
  what: string,
  strategy: readonly PlacementStrategy[],
): Promise<readonly BenchRow[]> {
  const [small, large] = [clusterOf(few / tasksEach), clusterOf(many / tasksEach)];
  const request = requestOf(strategy);
  const taken = await turns.take({
    ours: () => msOf(() => placeTasks(large, request, many, 1)),
    // As often as makes the same number of tasks, so that the compiler and the collector disturb both alike.
    small: () => msOf(() => times(many / few, () => void placeTasks(small, request, few, 1))),
    scan: () => msOf(() => scan(small, request, few)),
  });
  const [ours, ofSmall] = [medianOf(taken.ours), medianOf(taken.small) / (many / few)];
  return [
    growthRow(`tasks placed by ${what}`, { size: few, ours: ofSmall }, { size: many, ours }, steepest),
    ratioRow(`1,000 tasks by ${what}, beside a scan`, { unit: 'ms', ours: ofSmall, floor: medianOf(taken.scan) }, 1),
  ];
}

function times(count: number, work: () => void): void {
  for (let done = 0; done < count; done += 1) work();
}

/** What explains a placement, with the first of equal instances. */
function scan(cluster: Cluster, request: TaskRequest, count: number): void {
  const fleet = createFleet(cluster);
  for (let placed = 0; placed < count; placed += 1) {
    const [first] = placementStep(fleet, request).select.ties;
    const instance = fleet.find(({ id }) => id === first);
    if (instance !== undefined) reserve(instance, request);
  }
}

const expression = `attribute:ecs.instance-type =~ t3.* and ${zone} in [zone-1, zone-2] and not(attribute:stack == dev)`;

function byHand({ attributes }: ContainerInstance): boolean {
  const place = attributes['ecs.availability-zone'];
  const isNear = place === 'zone-1' || place === 'zone-2';
  return attributes['ecs.instance-type']?.startsWith('t3') === true && isNear && attributes.stack !== 'dev';
}

async function queryRows(turns: Turns): Promise<readonly BenchRow[]> {
  const { instances } = clusterOf(100_000);
  const { value } = parseQuery(expression);
  if (value === null) throw new Error('Inconsistent: the expression of the bench is refused');
  const taken = await turns.take({
    ours: () => msOf(() => instances.filter((instance) => evaluateQuery(value, instance)).length),
    floor: () => msOf(() => instances.filter(byHand).length),
  });
  const figures = { unit: 'ms', ours: medianOf(taken.ours), floor: medianOf(taken.floor) } as const;
  return [ratioRow('an expression asked of 100,000 instances, beside one by hand', figures, 5)];
}

function requestOf(strategy: readonly PlacementStrategy[]): TaskRequest {
  return {
    group: 'service:web',
    cpu: 128,
    memory: 256,
    gpus: 0,
    networkInterfaces: 0,
    hostPorts: { tcp: [], udp: [] },
    requiredAttributes: [],
    constraints: [],
    strategy,
  };
}

/** Instances of twenty sizes in ten zones, with room for eleven tasks and more. */
function clusterOf(count: number): Cluster {
  const types = ['t3.large', 't3.xlarge', 'm5.large', 'c5.large'];
  const instances = Array.from({ length: count }, (_, at) => ({
    id: `i-${at}`,
    status: 'ACTIVE' as const,
    agentConnected: true,
    agentVersion: '1.105.1',
    registeredAt: '2026-11-01T00:00:00Z',
    attributes: {
      'ecs.availability-zone': `zone-${at % 10}`,
      'ecs.instance-type': types[(at * 7) % 4] ?? '',
      stack: at % 3 === 0 ? 'dev' : 'prod',
    },
    remaining: { cpu: 4096, memory: 3000 + 128 * ((at * 13) % 20), gpus: 0, networkInterfaces: 3 },
    takenPorts: { tcp: [22], udp: [] },
    tasks: [],
  }));
  return { instances };
}
