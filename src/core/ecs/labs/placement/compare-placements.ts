import { placeTasks } from '../../placement/place-tasks.ts';
import type { PlacementStrategy } from '../../placement/task-request.ts';
import { strategyWords } from '../../placement/words.ts';
import type { LabTable } from '../lab.ts';
import { fleetsAlong } from './bins.ts';
import { measuresOf } from './measure-fleet.ts';
import { clusterOf, type PlacementScenario, requestOfScenario } from './placement-scenario.ts';

const zone = 'attribute:ecs.availability-zone';
const compared: readonly (readonly PlacementStrategy[])[] = [
  [{ type: 'binpack', field: 'memory' }],
  [{ type: 'spread', field: zone }],
  [{ type: 'spread', field: 'instanceId' }],
  [
    { type: 'spread', field: zone },
    { type: 'binpack', field: 'memory' },
  ],
  [{ type: 'random' }],
];

/** The same tasks under other strategies: what they cost, and what is lost with a zone. */
export function comparePlacements(scenario: PlacementScenario): LabTable {
  return {
    caption: 'The same tasks under other strategies',
    heads: ['Strategy', 'Instances used', 'Without a place', 'Lost with a zone', 'Lost with an instance'],
    rows: compared.map((placementStrategy) => rowOf({ ...scenario, placementStrategy })),
  };
}

function rowOf(scenario: PlacementScenario): readonly string[] {
  const { value: request } = requestOfScenario(scenario);
  if (request === null) return [];
  const cluster = clusterOf(scenario);
  const { placed, unplaced } = placeTasks(cluster, request, scenario.count, scenario.seed);
  const end =
    fleetsAlong(
      cluster,
      request,
      placed.map(({ instance }) => instance),
    ).at(-1) ?? [];
  const measures = measuresOf(end, scenario.group, unplaced);
  return [
    scenario.placementStrategy.map(strategyWords).join(', then '),
    String(measures['instances used']),
    String(unplaced),
    `${measures['share lost with a zone']} %`,
    `${measures['share lost with an instance']} %`,
  ];
}
