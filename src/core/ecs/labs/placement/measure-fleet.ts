import { countOf, type FleetInstance, spreadValue } from '../../placement/fleet.ts';

const zone = 'attribute:ecs.availability-zone';

/** What a fleet comes to: instances in use, and how much of a group is lost with one zone or one instance, in percent. */
export function measuresOf(
  fleet: readonly FleetInstance[],
  group: string,
  unplaced: number,
): Readonly<Record<string, number>> {
  const tasks = fleet.reduce((sum, instance) => sum + countOf(instance, group), 0);
  return {
    'tasks of the group': tasks,
    'tasks without a place': unplaced,
    'instances used': fleet.filter((instance) => instance.tasks.length > 0).length,
    'share lost with a zone': shareOf(fleet, group, tasks, (instance) => spreadValue(instance, zone)),
    'share lost with an instance': shareOf(fleet, group, tasks, ({ id }) => id),
  };
}

/** The largest share, in whole percent, that instances of one value hold. */
function shareOf(
  fleet: readonly FleetInstance[],
  group: string,
  tasks: number,
  placeOf: (instance: FleetInstance) => string | null,
): number {
  const sums = new Map<string | null, number>();
  for (const instance of fleet) {
    const value = placeOf(instance);
    sums.set(value, (sums.get(value) ?? 0) + countOf(instance, group));
  }
  return tasks === 0 ? 0 : Math.round((100 * Math.max(...sums.values())) / tasks);
}
