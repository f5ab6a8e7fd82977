import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capacityLab } from '../../../../src/core/ecs/labs/capacity-providers/capacity-lab.ts';
import type { CapacityScenario } from '../../../../src/core/ecs/labs/capacity-providers/capacity-scenario.ts';
import { naiveSplit } from '../capacity/naive-split.ts';

const { start, read, draw, run, compare } = capacityLab;
type Item = Partial<CapacityScenario['capacityProviderStrategy'][number]>;

/** The scenario of some providers, read as it stands in a link; providers without a name are `p1`, `p2` and so on. */
function scenarioOf(count: number, ...items: readonly Item[]): CapacityScenario {
  const strategy = items.map((item, at) => ({ capacityProvider: `p${at + 1}`, ...item }));
  const { value, diagnostics } = read({ count, capacityProviderStrategy: strategy });
  expect(diagnostics).toEqual([]);
  return value ?? start;
}
const runOf = (count: number, ...items: readonly Item[]) => run(scenarioOf(count, ...items)).value;
const saysOf = (count: number, ...items: readonly Item[]) => runOf(count, ...items)?.steps.map(({ says }) => says);

describe('the lab of capacity providers', () => {
  it('[V9] gives each as many tasks as they get when handed out one at a time', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        const scenario = draw(seed);
        const { value } = run(scenario);
        if (value === null || value.findings.length > 0) return;
        const naive = naiveSplit(scenario.capacityProviderStrategy, scenario.count);
        expect(value.steps.at(-1)?.parts.map(({ cells }) => Number(cells.at(-1)))).toEqual(naive);
        const named = scenario.capacityProviderStrategy.map(({ capacityProvider }) => `tasks on ${capacityProvider}`);
        expect(named.map((name) => value.measures[name])).toEqual(naive);
      }),
      { numRuns: 500 },
    );
  });

  it('draws as many squares as its cells say, by base and by weight', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        for (const { parts, picture } of run(draw(seed)).value?.steps ?? []) {
          const drawn = picture.shares.map(({ base, byWeight }) => [base, byWeight, base + byWeight].map(String));
          expect(parts.map(({ cells }) => cells.slice(2))).toEqual(drawn);
        }
      }),
    );
  });

  it('[V8] ends where the weights do not divide, and offers a number that does', () => {
    const value = runOf(5, { weight: 1 }, { weight: 1 });
    expect(value?.findings.map(({ code, standing }) => `${code} ${standing}`)).toEqual(['V8 not documented']);
    expect(value?.prediction.right).toEqual(['AWS does not say']);
    expect(value?.steps.map(({ stage, parts }) => [stage, ...parts.map(({ lead }) => lead)])).toEqual([
      [0, 'Kept', 'Kept'],
      [1, 'Waits', 'Waits'],
      [2, 'Not documented', 'Not documented'],
    ]);
    expect(value?.steps[2]?.parts.map(({ words }) => words)).toEqual(Array(2).fill('1 of 2 parts of 5 is 2.5.'));
    const withBase = runOf(12, { base: 5, weight: 1 }, { weight: 1 })?.steps.at(-1);
    expect(withBase?.picture.shares.map(({ base, byWeight }) => [base, byWeight])).toEqual([
      [5, 0],
      [0, 0],
    ]);
    const [remedy] = value?.remedies ?? [];
    expect(remedy?.label).toBe('Ask for 6 tasks');
    expect(remedy === undefined ? null : run(remedy.scenario).value?.findings).toEqual([]);
    expect(saysOf(1, { weight: 1 }, { weight: 1 })?.at(-1)).toMatch(/^1 task does not divide/);
  });

  it.each([
    ['V3', [{ capacityProvider: 'FARGATE', weight: 1 }, { weight: 1 }]],
    [
      'V4',
      [
        { base: 1, weight: 1 },
        { base: 1, weight: 1 },
      ],
    ],
    ['V5', [{}, {}]],
  ])('[%s] tells what AWS refuses, and divides nothing', (code, items) => {
    const value = runOf(4, ...items);
    expect(value?.findings.map((finding) => `${finding.code} ${finding.standing}`)).toEqual([`${code} wrong`]);
    expect(value?.prediction.right).toEqual(['none, it is refused']);
    expect(value?.measures['tasks divided']).toBe(0);
  });

  it('tells the weight that API and console fill in where a weight is 0', () => {
    const told = /Left out in the API or the CLI a weight is 0; the console fills in 1\./;
    expect(saysOf(4, {}, {})?.join()).toMatch(told);
    expect(saysOf(4, { base: 1 })?.join()).toMatch(told);
    const last = runOf(4, { weight: 1 }, {})?.steps.at(-1);
    expect(last?.parts.map(({ words }) => told.test(words))).toEqual([false, true]);
  });

  it('says it where the base takes all, or where there is none', () => {
    expect(saysOf(2, { base: 2, weight: 1 }, { weight: 3 })?.slice(1)).toEqual([
      'The base comes first: 2 tasks of 2.',
      'No task is left for the weights.',
    ]);
    expect(saysOf(1, { weight: 1 }, {})?.slice(1)).toEqual([
      'The base comes first, and there is none to take.',
      'The other 1 is divided by weight, 1 : 0, which is 1 in all.',
    ]);
  });

  it('compares with other weights, and has nothing to compare with one provider', () => {
    expect(compare(scenarioOf(10, { weight: 1 }, { weight: 1 }))?.rows).toEqual([
      ['1 : 0', '10', '0'],
      ['0 : 1', '0', '10'],
      ['1 : 1', '5', '5'],
      ['1 : 2', 'not documented', 'not documented'],
      ['1 : 4', '2', '8'],
    ]);
    expect(compare(scenarioOf(10, { weight: 1 }))).toBeNull();
  });

  it.each([
    ['no provider', { capacityProviderStrategy: [] }, '/capacityProviderStrategy'],
    ['a weight of 1001', { capacityProviderStrategy: [{ capacityProvider: 'a', weight: 1001 }] }, 'weight'],
    ['a base of -1', { capacityProviderStrategy: [{ capacityProvider: 'a', base: -1 }] }, 'base'],
    ['a provider without a name', { capacityProviderStrategy: [{ weight: 1 }] }, 'capacityProvider'],
    ['201 tasks', { count: 201 }, '/count'],
    ['half a task', { count: 1.5 }, '/count'],
    ['a key of its own', { colour: 'blue' }, '/colour'],
  ])('[J1] refuses %s', (_name, change, pointer) => {
    const { value, diagnostics } = read({ ...start, ...change });
    expect(value).toBeNull();
    expect(diagnostics.map((finding) => finding.pointer).join()).toContain(pointer);
  });
});
