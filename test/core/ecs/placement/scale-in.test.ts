import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cluster, ContainerInstance } from '../../../../src/core/ecs/placement/container-instance.ts';
import { scaleIn } from '../../../../src/core/ecs/placement/scale-in.ts';
import type { PlacementStrategy } from '../../../../src/core/ecs/placement/task-request.ts';
import { runsOf } from '../../../seed.ts';
import { anyCluster } from './any-placement.ts';
import { packCpu, packMemory, spreadInstances, spreadZones, zones } from './zones.ts';

/** The fleet of zones with so many tasks of the service on each instance, all of 256 CPU units and 512 MiB. */
function busy(...counts: readonly number[]): Cluster {
  return {
    instances: zones.instances.map((instance, at): ContainerInstance => {
      const count = counts[at] ?? 0;
      const { cpu, memory } = instance.remaining;
      return {
        ...instance,
        remaining: { ...instance.remaining, cpu: cpu - 256 * count, memory: memory - 512 * count },
        tasks: Array.from({ length: count }, () => ({ group: 'service:web', cpu: 256, memory: 512 })),
      };
    }),
  };
}

function stopping(cluster: Cluster, ...strategy: readonly PlacementStrategy[]): string {
  const { ties } = scaleIn(cluster, strategy, 'service:web');
  return [...new Set(ties.map(({ instance }) => instance))].join(' ');
}

describe('scaling in by one', () => {
  it('[P16] binpack stops the task whose instance then has the most left', () => {
    const { ties, isUnique, steps } = scaleIn(busy(0, 2, 2, 2), [packMemory], 'service:web');
    expect([ties.map(({ instance }) => instance), isUnique]).toEqual([['i-3', 'i-3'], true]);
    expect(new Set(steps[0]?.scores.map(({ instance, score }) => `${instance} ${score}`))).toEqual(
      new Set(['i-2 2488', 'i-3 7168', 'i-4 1488']),
    );
  });

  it('[P17] spread over zones stops one in the fullest zone, whichever', () => {
    expect(stopping(busy(2, 1, 2, 2), spreadZones)).toBe('i-1 i-2');
  });

  it('[P17] no strategy takes the fullest zone, then the fullest instance in it', () => {
    expect(stopping(busy(2, 1, 2, 2))).toBe('i-1');
  });

  it('[P18] random is not documented, and chooses nobody', () => {
    const { ties, isUnique, findings } = scaleIn(busy(1, 0, 1, 0), [{ type: 'random' }], 'service:web');
    expect([ties.length, isUnique]).toEqual([2, false]);
    expect(findings.map(({ code, standing }) => [code, standing])).toEqual([['P18', 'not documented']]);
  });

  it.each([
    ['a chain', [spreadZones, packMemory], 1],
    ['spread over instances', [spreadInstances], 1],
    ['no strategy', [], 0],
    ['binpack', [packMemory], 0],
    ['spread over zones', [spreadZones], 0],
  ])('[P18] findings of %s', (_, strategy, count) => {
    expect(scaleIn(busy(1, 1, 1, 1), strategy, 'service:web').findings).toHaveLength(count);
  });

  it('[P19] passes over protected tasks and other groups', () => {
    const [first, ...others] = busy(1, 0, 0, 1).instances;
    const kept = first!.tasks.map((task) => ({ ...task, isProtected: true }));
    const cluster: Cluster = { instances: [{ ...first!, tasks: kept }, ...others] };
    expect(scaleIn(cluster, [packMemory], 'service:web').ties).toEqual([{ instance: 'i-4', task: 0 }]);
    expect(scaleIn(cluster, [packMemory], 'service:api').ties).toEqual([]);
  });

  it('[P16, P17] is what trying every task finds', () => {
    const strategy = fc.constantFrom([], [packCpu], [packMemory], [spreadZones]);
    fc.assert(
      fc.property(anyCluster(6), strategy, ({ instances }, chosen) => {
        const tried = instances.flatMap((instance) =>
          instance.tasks.flatMap(({ group }, task) => {
            if (group !== 'service:web') return [];
            return [{ instance: instance.id, task, worth: worthOf(instances, instance, task, chosen[0]) }];
          }),
        );
        const best = tried
          .map(({ worth }) => worth)
          .sort()
          .at(-1);
        const expected = tried.filter(({ worth }) => worth === best).map(({ instance, task }) => ({ instance, task }));
        expect(scaleIn({ instances }, chosen, 'service:web').ties).toEqual(expected);
      }),
      { numRuns: runsOf(500, 10_000) },
    );
  });
});

/** What stopping a task is worth, as a text that sorts: what is left then, or how many run in its zone and with it. */
function worthOf(
  instances: readonly ContainerInstance[],
  { id, attributes, remaining, tasks }: ContainerInstance,
  task: number,
  strategy: PlacementStrategy | undefined,
): string {
  const padded = (value: number) => String(value).padStart(9, '0');
  if (strategy?.type === 'binpack') return padded(remaining[strategy.field] + tasks[task]![strategy.field]);
  const all = instances.flatMap((each) => each.tasks.map(({ group }) => ({ group, zone: zoneOf(each), id: each.id })));
  const web = all.filter(({ group }) => group === 'service:web');
  const inZone = web.filter((each) => each.zone === attributes['ecs.availability-zone']).length;
  return padded(inZone) + (strategy === undefined ? padded(web.filter((each) => each.id === id).length) : '');
}

function zoneOf({ attributes }: ContainerInstance): string | undefined {
  return attributes['ecs.availability-zone'];
}
