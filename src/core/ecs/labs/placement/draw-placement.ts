import { seededRandom } from '../../../text/seeded-random.ts';
import type { PlacementScenario, ScenarioInstance } from './placement-scenario.ts';

type Draw = (below: number) => number;

/** What instances register, in CPU units and MiB: somewhat less memory than the type has. */
const types: readonly (readonly [type: string, cpu: number, memory: number])[] = [
  ['t3.small', 2048, 1920],
  ['t3.medium', 2048, 3840],
  ['m5.large', 2048, 7680],
  ['c5.large', 2048, 3712],
];
const zone = 'attribute:ecs.availability-zone';
const strategies: readonly PlacementScenario['placementStrategy'][] = [
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
const constraints: readonly PlacementScenario['placementConstraints'][] = [
  [],
  [],
  [{ type: 'distinctInstance' }],
  [{ type: 'memberOf', expression: 'attribute:ecs.instance-type =~ t3.*' }],
  [{ type: 'memberOf', expression: `${zone} != us-east-1c` }],
];

/** Four to six instances in three zones, some with tasks, and a service that places more. */
export function drawPlacement(seed: number): PlacementScenario {
  const draw = seededRandom(seed);
  const instances = Array.from({ length: 4 + draw(3) }, (_, at) => drawInstance(at, draw));
  return {
    action: 'place',
    launchType: 'EC2',
    group: 'service:web',
    task: { cpu: 128 * (1 + draw(5)), memory: 256 * (1 + draw(5)), hostPort: draw(3) === 0 ? 80 : 0 },
    count: 1 + draw(6),
    placementStrategy: strategies[draw(strategies.length)] ?? [],
    placementConstraints: constraints[draw(constraints.length)] ?? [],
    instances,
    seed: draw(1_000_000),
  };
}

function drawInstance(at: number, draw: Draw): ScenarioInstance {
  const [type, cpu, memory] = types[draw(types.length)] ?? ['m5.large', 2048, 7680];
  const letter = 'abc'.charAt(at < 3 ? at : draw(3));
  const tasks = Array.from({ length: draw(3) }, (_, n) => ({
    group: draw(2) === 0 ? 'service:web' : 'family:batch',
    cpu: 256 * (1 + draw(3)),
    memory: 256 * (1 + draw(3)),
    hostPort: n === 0 && draw(4) === 0 ? 80 : 0,
  }));
  return { id: `i-${at + 1}`, zone: `us-east-1${letter}`, type, cpu, memory, tasks, status: 'ACTIVE' };
}
