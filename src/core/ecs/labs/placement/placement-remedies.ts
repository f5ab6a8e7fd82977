import type { Reason } from '../../placement/fleet.ts';
import type { Placement } from '../../placement/place-tasks.ts';
import type { Remedy } from '../lab.ts';
import type { PlacementScenario } from './placement-scenario.ts';

/** At most three changes that take away what kept the next task out. */
export function remediesOf(scenario: PlacementScenario, { failures }: Placement): readonly Remedy<PlacementScenario>[] {
  const reasons = failures.flatMap(({ reasons: each }) => each);
  const { task } = scenario;
  const remedies: Remedy<PlacementScenario>[] = [];
  if (reasons.some((reason) => reason.step === 'fit' && reason.resource === 'port')) {
    const label = 'Let the host pick the port (hostPort 0)';
    remedies.push({ label, scenario: { ...scenario, task: { ...task, hostPort: 0 } } });
  }
  if (reasons.some(({ step }) => step === 'constraint')) {
    const label = 'Drop the constraints';
    remedies.push({ label, scenario: { ...scenario, placementConstraints: [] } });
  }
  for (const resource of ['memory', 'cpu'] as const) {
    const most = mostAvailable(reasons, resource);
    if (most === null || most < (resource === 'cpu' ? 1 : 4)) continue;
    const label =
      resource === 'cpu' ? `Make the task smaller (${most} CPU units)` : `Make the task smaller (${most} MiB)`;
    remedies.push({ label, scenario: { ...scenario, task: { ...task, [resource]: most } } });
  }
  remedies.push(...anotherInstance(scenario));
  return remedies.slice(0, 3);
}

function mostAvailable(reasons: readonly Reason[], resource: 'cpu' | 'memory'): number | null {
  const available = reasons.flatMap((reason) => {
    return reason.step === 'fit' && reason.resource === resource ? [reason.available] : [];
  });
  return available.length === 0 ? null : Math.max(...available);
}

const mostInstances = 12;

/** An empty one like the first. */
function anotherInstance(scenario: PlacementScenario): readonly Remedy<PlacementScenario>[] {
  const [first] = scenario.instances;
  if (first === undefined || scenario.instances.length >= mostInstances) return [];
  const ids = new Set(scenario.instances.map(({ id }) => id));
  const id =
    Array.from({ length: mostInstances + 1 }, (_, n) => `i-new-${n + 1}`).find((each) => !ids.has(each)) ?? 'i-new';
  const added = { ...first, id, tasks: [], status: 'ACTIVE' as const };
  return [{ label: 'Add an empty instance', scenario: { ...scenario, instances: [...scenario.instances, added] } }];
}
