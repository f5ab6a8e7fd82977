import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placementLab } from '../../../../src/core/ecs/labs/placement/placement-lab.ts';
import { clusterOf, requestOfScenario } from '../../../../src/core/ecs/labs/placement/placement-scenario.ts';
import { naiveTies } from '../placement/naive-placement.ts';

const { start, read, run, draw } = placementLab;

/** What a finding says, and where. */
function wrongIn(change: object): readonly string[] {
  return read({ ...start, ...change }).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`);
}

describe('the placement lab', () => {
  it('[J1] refuses what no cluster has', () => {
    expect(wrongIn({ task: { cpu: 512, memory: -5 } })).toEqual(['J1 /task/memory']);
    expect(wrongIn({ task: { cpu: 512, memory: Number.NaN } })).toEqual(['J1 /task/memory']);
    expect(wrongIn({ instances: Array(10_000).fill(start.instances[0]) })).toContain('J1 /instances');
    expect(wrongIn({ colour: 'blue' })).toEqual(['J1 /colour']);
    expect(wrongIn({ placementStrategy: [{ type: 'binpack', field: 'disk' }] })).toEqual([
      'J1 /placementStrategy/0/field',
    ]);
    expect(read(null).diagnostics).toHaveLength(1);
  });

  it('[J2] refuses twins, and instances that hold more than they have', () => {
    const [first] = start.instances;
    expect(wrongIn({ instances: [first, first] })).toEqual(['J2 /instances/1/id']);
    const full = { id: 'i-1', cpu: 256, memory: 512, tasks: [{ cpu: 512, memory: 128 }] };
    expect(wrongIn({ instances: [full] })).toEqual(['J2 /instances/0/tasks']);
  });

  it.each([
    ['attribute:ecs.instance-type =~ (a+)+$', 'a pattern that never ends'],
    ['attribute:ecs.instance-type =~ [a', 'a pattern without its end'],
    ['attribute:ecs.instance-type ==', 'half an expression'],
  ])('says what is wrong with %s (%s), or runs it at once', (expression) => {
    const { value, diagnostics } = read({ ...start, placementConstraints: [{ type: 'memberOf', expression }] });
    expect(value === null ? diagnostics.length > 0 : run(value).value !== null).toBe(true);
  });

  it('runs with a constraint on an attribute that nobody has: no instance is left at step 2', () => {
    const expression = 'attribute:colour == blue';
    const { value } = run({ ...start, placementConstraints: [{ type: 'memberOf', expression }] });
    expect(value?.steps.at(-1)?.stage).toBe(1);
    expect(value?.outcome).toContain('no instance meets every requirement');
    expect(value?.remedies.map(({ label }) => label)).toContain('Drop the constraints');
  });

  it('[J5] chooses for every task one of those that a second opinion allows', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (seed) => {
        const scenario = draw(seed);
        const { value: request } = requestOfScenario(scenario);
        const placed: string[] = [];
        const isDistinct = scenario.placementConstraints.some(({ type }) => type === 'distinctInstance');
        const expressions = scenario.placementConstraints.flatMap((each) => {
          return each.type === 'memberOf' ? [each.expression] : [];
        });
        for (const { stage, parts } of run(scenario).value?.steps ?? []) {
          if (stage !== 3 || request === null) continue;
          const chosen = parts.find(({ standing }) => standing === 'chosen')?.name ?? '';
          expect(naiveTies(clusterOf(scenario), { request, expressions, isDistinct }, placed)).toContain(chosen);
          placed.push(chosen);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('says that nothing of it holds on Fargate', () => {
    const { value } = run({ ...start, launchType: 'FARGATE' });
    expect(value?.steps).toHaveLength(1);
    expect(value?.prediction.right).toEqual(['nowhere']);
  });

  it('stops the task where binpack would have the most left', () => {
    const scenario = { ...start, action: 'scale in' as const, count: 1, placementStrategy: [binpack] };
    const { value } = run(scenario);
    // Both would have 3712 MiB free: one task of 1024 MiB each, on instances of one type.
    expect(value?.prediction.right).toEqual(['i-02', 'i-03']);
    expect(value?.prediction.right).toContain(value?.steps.at(-1)?.parts.flatMap(chosenName)[0]);
  });

  it('stops no more tasks than the group has', () => {
    const { value } = run({ ...start, action: 'scale in', count: 20, placementStrategy: [binpack] });
    expect(value?.outcome).toMatch(/service:web has no more\.$/);
    expect(value?.measures['tasks of the group']).toBe(0);
  });

  it('compares strategies by what they cost and what they risk', () => {
    const scenario = { ...start, placementConstraints: [], count: 4 };
    const rows = new Map(placementLab.compare(scenario)?.rows.map(([name = '', ...cells]) => [name, cells]));
    expect(Number(rows.get('binpack on memory')?.[0])).toBeLessThanOrEqual(
      Number(rows.get('spread over instanceId')?.[0]),
    );
  });
});

const binpack = { type: 'binpack' as const, field: 'memory' as const };

function chosenName({ name, standing }: { readonly name: string; readonly standing: string }): readonly string[] {
  return standing === 'chosen' ? [name] : [];
}
