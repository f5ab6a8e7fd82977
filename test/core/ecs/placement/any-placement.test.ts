import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../../../src/core/ecs/placement/container-instance.ts';
import { explainPlacement } from '../../../../src/core/ecs/placement/explain-placement.ts';
import { outcomesOf } from '../../../../src/core/ecs/placement/outcomes-of.ts';
import { type Placement, placeTasks } from '../../../../src/core/ecs/placement/place-tasks.ts';
import type { TaskRequest } from '../../../../src/core/ecs/placement/task-request.ts';
import { runsOf, seed } from '../../../seed.ts';
import { anyCluster, anyRequest, strategies } from './any-placement.ts';
import { naiveEnds, naiveTies } from './naive-placement.ts';
import { packCpu, packMemory, spreadInstances } from './zones.ts';

const seeds = fc.integer();
const counts = fc.integer({ min: 0, max: 12 });

function instancesUsed({ counts: placed }: Placement): number {
  return placed.filter((count) => count > 0).length;
}

/** Without tasks of the request's group. */
function emptied({ instances }: Cluster): Cluster {
  return { instances: instances.map((each) => ({ ...each, tasks: [] })) };
}

function without(request: TaskRequest, cluster: Cluster, count: number, drawn: number): Placement {
  return placeTasks(cluster, { ...request, constraints: [] }, count, drawn);
}

describe('any placement', () => {
  it('[P1, P2, P5, P6, P7, P8, P9, P10, P11, P12] agrees with a second implementation at every step', () => {
    fc.assert(
      fc.property(anyCluster(7), anyRequest, counts, seeds, (cluster, asked, count, drawn) => {
        const { placed, unplaced, counts: placedOn } = placeTasks(cluster, asked.request, count, drawn);
        const before: string[] = [];
        for (const { instance, ties, isUnique } of placed) {
          const expected = naiveTies(cluster, asked, before);
          expect(expected).toContain(instance);
          expect([ties, isUnique]).toEqual([expected.length, expected.length === 1]);
          before.push(instance);
        }
        expect(placed.length + unplaced).toBe(count);
        if (unplaced > 0) expect(naiveTies(cluster, asked, before)).toEqual([]);
        expect(placedOn).toEqual(cluster.instances.map(({ id }) => before.filter((each) => each === id).length));
      }),
      { numRuns: runsOf(1000, 10_000) },
    );
  });

  it('[P13] has a trace that ends with its own choices', () => {
    fc.assert(
      fc.property(anyCluster(7), anyRequest, counts, seeds, (cluster, { request }, count, drawn) => {
        const placement = placeTasks(cluster, request, count, drawn);
        const traces = explainPlacement(cluster, request, placement);
        for (const [at, { select, chosen, fit }] of traces.entries()) {
          expect(fit).toHaveLength(cluster.instances.length);
          if (chosen !== null) expect(select.ties).toContain(chosen);
          expect(select.ties).toHaveLength(placement.placed[at]?.ties ?? 0);
        }
        expect(traces).toHaveLength(placement.placed.length + (placement.unplaced > 0 ? 1 : 0));
      }),
      { numRuns: runsOf(300, 10_000) },
    );
  });

  it('[P1, P2] promises no instance more than it has', () => {
    fc.assert(
      fc.property(anyCluster(7), anyRequest, counts, seeds, (cluster, { request }, count, drawn) => {
        const { counts: placed } = placeTasks(cluster, request, count, drawn);
        for (const [at, { remaining }] of cluster.instances.entries()) {
          const copies = placed[at]!;
          if (copies === 0) continue;
          expect(copies * request.cpu).toBeLessThanOrEqual(remaining.cpu);
          expect(copies * request.memory).toBeLessThanOrEqual(remaining.memory);
          expect(copies * request.gpus).toBeLessThanOrEqual(remaining.gpus);
          expect(copies * request.networkInterfaces).toBeLessThanOrEqual(remaining.networkInterfaces);
          if (request.hostPorts.tcp.length + request.hostPorts.udp.length > 0) expect(copies).toBe(1);
        }
      }),
      { numRuns: runsOf(300, 10_000) },
    );
  });

  it('[P14] finds a place for as many tasks under every strategy and every choice', () => {
    fc.assert(
      fc.property(anyCluster(7), anyRequest, counts, seeds, seeds, (cluster, { request }, count, one, other) => {
        const found = strategies.map((strategy, at) => {
          return placeTasks(cluster, { ...request, strategy }, count, at % 2 === 0 ? one : other).unplaced;
        });
        expect(new Set(found).size).toBe(1);
      }),
      { numRuns: runsOf(200, 5000) },
    );
  });

  it('[P14] finds a place for no task less when an instance has more, or there is one more', () => {
    const grown = fc.record({ at: fc.nat(), cpu: fc.nat(2000), memory: fc.nat(2000) });
    fc.assert(
      fc.property(anyCluster(6), anyCluster(1), anyRequest, grown, (cluster, more, { request }, { at, ...by }) => {
        const first = placeTasks(cluster, request, 12, seed).unplaced;
        const added: Cluster = {
          instances: [...cluster.instances, ...more.instances.map((each) => ({ ...each, id: 'i-new' }))],
        };
        expect(placeTasks(added, request, 12, seed).unplaced).toBeLessThanOrEqual(first);
        const larger: Cluster = {
          instances: cluster.instances.map((each, index) => {
            if (index !== at % cluster.instances.length) return each;
            const { cpu, memory } = each.remaining;
            return { ...each, remaining: { ...each.remaining, cpu: cpu + by.cpu, memory: memory + by.memory } };
          }),
        };
        expect(placeTasks(larger, request, 12, seed).unplaced).toBeLessThanOrEqual(first);
      }),
      { numRuns: runsOf(300, 5000) },
    );
  });

  it('[P7, P8] uses on no fleet more instances than spread over instances does, with none of its tasks there', () => {
    fc.assert(
      fc.property(anyCluster(7), anyRequest, counts, seeds, (cluster, { request }, count, drawn) => {
        const fleet = emptied(cluster);
        const spread = instancesUsed(without({ ...request, strategy: [spreadInstances] }, fleet, count, drawn));
        for (const strategy of strategies) {
          expect(instancesUsed(without({ ...request, strategy }, fleet, count, drawn))).toBeLessThanOrEqual(spread);
        }
      }),
      { numRuns: runsOf(200, 5000) },
    );
  });

  it('[P7] packs equal instances into as few as can hold the tasks', () => {
    const sizes = fc.record({ copies: fc.integer({ min: 1, max: 5 }), size: fc.integer({ min: 1, max: 6 }) });
    fc.assert(
      fc.property(
        sizes,
        anyRequest,
        counts,
        fc.constantFrom(packCpu, packMemory),
        ({ copies, size }, asked, count, pack) => {
          const remaining = { cpu: 1000 * copies, memory: 1000 * copies, gpus: 0, networkInterfaces: 0 };
          const one = {
            status: 'ACTIVE',
            agentConnected: true,
            agentVersion: '1.0',
            registeredAt: '2026-01-01',
          } as const;
          const instances = Array.from({ length: size }, (_, at) => {
            return { ...one, id: `i-${at}`, attributes: {}, remaining, takenPorts: { tcp: [], udp: [] }, tasks: [] };
          });
          const request: TaskRequest = {
            ...asked.request,
            cpu: 1000,
            memory: 1000,
            gpus: 0,
            networkInterfaces: 0,
            hostPorts: { tcp: [], udp: [] },
            constraints: [],
            strategy: [pack],
          };
          const placement = placeTasks({ instances }, request, count, seed);
          expect(instancesUsed(placement)).toBe(Math.min(size, Math.ceil(count / copies)));
        },
      ),
      { numRuns: runsOf(200, 2000) },
    );
  });

  it('[P15] has the ends that following every choice finds', () => {
    fc.assert(
      fc.property(anyCluster(4), anyRequest, fc.integer({ min: 0, max: 4 }), seeds, (cluster, asked, count, drawn) => {
        const { finals, isComplete, areCountsUnique, isNextUnique } = outcomesOf(cluster, asked.request, count);
        const ends = naiveEnds(cluster, asked, count);
        expect([isComplete, new Set(finals.map((final) => final.join()))]).toEqual([true, ends]);
        expect(finals).toHaveLength(ends.size);
        expect([areCountsUnique, isNextUnique]).toEqual([ends.size === 1, naiveTies(cluster, asked, []).length === 1]);
        expect([...ends]).toContain(placeTasks(cluster, asked.request, count, drawn).counts.join());
      }),
      { numRuns: runsOf(300, 10_000) },
    );
  });
});
