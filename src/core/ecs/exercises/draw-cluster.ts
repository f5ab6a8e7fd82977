import type { LabTable } from '../labs/lab.ts';
import { clusterOf, type PlacementScenario, type ScenarioInstance } from '../labs/placement/placement-scenario.ts';
import { type Draw, pick, pickService } from './exercise.ts';

/** What tasks are spread over. */
export const zone = 'attribute:ecs.availability-zone';

/** The strategies of a service, in words. */
export type PlacementRule = 'binpack memory' | 'binpack cpu' | 'spread zones' | 'spread zones, then binpack memory';

const strategiesOf: Readonly<Record<PlacementRule, PlacementScenario['placementStrategy']>> = {
  'binpack memory': [{ type: 'binpack', field: 'memory' }],
  'binpack cpu': [{ type: 'binpack', field: 'cpu' }],
  'spread zones': [{ type: 'spread', field: zone }],
  'spread zones, then binpack memory': [
    { type: 'spread', field: zone },
    { type: 'binpack', field: 'memory' },
  ],
};

/** Instances of one type in two or three zones, with tasks of the service and of others. */
function drawInstances(draw: Draw, count: number, group: string): readonly ScenarioInstance[] {
  const region = pick(draw, ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1', 'ap-southeast-2', 'sa-east-1']);
  return Array.from({ length: count }, (_, at) => {
    const tasks = Array.from({ length: draw(4) }, () => ({
      group: draw(3) > 0 ? group : 'family:batch',
      cpu: 128 * (1 + draw(4)),
      memory: 256 * (1 + draw(4)),
      hostPort: 0,
    }));
    return {
      id: `i-${at + 1}`,
      zone: `${region}${'abc'.charAt(draw(3))}`,
      type: 'm5.large',
      cpu: 2048,
      memory: 4096,
      tasks,
      status: 'ACTIVE' as const,
    };
  });
}

/** A service that places a task on some instances. */
export function drawScenario(
  draw: Draw,
  rule: PlacementRule,
  instances: number,
  more: Partial<PlacementScenario> = {},
): PlacementScenario {
  const group = `service:${pickService(draw)}`;
  return {
    action: 'place',
    launchType: 'EC2',
    group,
    task: { cpu: 128 * (1 + draw(6)), memory: 256 * (1 + draw(6)), hostPort: 0 },
    count: 1,
    placementStrategy: strategiesOf[rule],
    placementConstraints: [],
    instances: drawInstances(draw, instances, group),
    seed: draw(1_000_000),
    ...more,
  };
}

/** The service of a group. */
export function nameOf(group: string): string {
  return group.slice('service:'.length);
}

/** What there is to choose from; of tasks those of the service, for they are what strategies count. */
export function instancesOf(scenario: PlacementScenario): LabTable {
  const rows = clusterOf(scenario).instances.map(({ id, remaining, tasks }, at) => {
    const own = tasks.filter(({ group }) => group === scenario.group).length;
    return [id, scenario.instances[at]?.zone ?? '', String(own), String(remaining.cpu), String(remaining.memory)];
  });
  const heads = ['Instance', 'Zone', `Tasks of ${nameOf(scenario.group)}`, 'CPU units free', 'MiB free'];
  return { caption: 'Container instances', heads, rows };
}
