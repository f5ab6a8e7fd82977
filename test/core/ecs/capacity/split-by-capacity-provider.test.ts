import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StrategyItem } from '../../../../src/core/ecs/capacity/check-strategy.ts';
import { explainSplit, splitByCapacityProvider } from '../../../../src/core/ecs/capacity/split-by-capacity-provider.ts';
import { runsOf } from '../../../seed.ts';
import { naiveSplit } from './naive-split.ts';

/** `A b2 w1` is a provider A with base 2 and weight 1. */
function strategyOf(text: string): readonly StrategyItem[] {
  return text.split(', ').map((item) => {
    const [, capacityProvider = '', base, weight] = /^(\S+)(?: b(-?[\d.]+))?(?: w(-?[\d.]+))?$/.exec(item) ?? [];
    return {
      capacityProvider,
      ...(base === undefined ? {} : { base: Number(base) }),
      ...(weight === undefined ? {} : { weight: Number(weight) }),
    };
  });
}
const split = (text: string, count: number) => splitByCapacityProvider(strategyOf(text), count).value?.join(' / ');
const refused = (strategy: readonly StrategyItem[], count = 4) => {
  const { value, diagnostics } = splitByCapacityProvider(strategy, count);
  expect(value).toBeNull();
  return diagnostics.map(({ code, pointer, standing }) => `${code} ${pointer} ${standing}`);
};

describe('[V9] tasks go to the base first and then by weight', () => {
  it.each([
    ['A w1, B w1', 10, '5 / 5'],
    ['A w1, B w4', 10, '2 / 8'],
    ['A b2 w1, B w3', 6, '3 / 3'],
    ['FARGATE b2 w1, FARGATE_SPOT w3', 6, '3 / 3'],
    ['A b2 w1, B w3', 10, '4 / 6'],
    ['A b2 w1, B w3', 1, '1 / 0'],
    ['A b2 w1, B w3', 2, '2 / 0'],
    ['A b1 w1, B w4', 21, '5 / 16'],
    ['A b3 w1, B w2', 9, '5 / 4'],
    ['A w1, B w2, C w3', 12, '2 / 4 / 6'],
    ['A w1, B w1', 0, '0 / 0'],
    ['A w5', 7, '7'],
    ['A w1, B', 7, '7 / 0'],
    ['A w1, B b3 w1', 5, '1 / 4'],
    ['A b0 w1, B b2 w1', 4, '1 / 3'],
    ['A w2, B w4', 3, '1 / 2'],
    ['A b100000 w1, B w1000', 100_000, '100000 / 0'],
  ])('%s of %i tasks: %s', (strategy, count, counts) => expect(split(strategy, count)).toBe(counts));

  it('with its steps', () => {
    expect(explainSplit(strategyOf('A b2 w1, B w3'), 10).value).toEqual({
      base: [2, 0],
      rest: 8,
      totalWeight: 4,
      byWeight: [2, 6],
      counts: [4, 6],
    });
  });
});

describe('a strategy that AWS refuses', () => {
  it('[V1] names no provider, or more than 20', () => {
    const twenty = Array.from({ length: 20 }, (_, at) => ({ capacityProvider: `p${at}`, weight: 1 }));
    expect(splitByCapacityProvider(twenty, 20).value).toEqual(twenty.map(() => 1));
    expect(refused([...twenty, { capacityProvider: 'p20', weight: 1 }])).toEqual(['V1  wrong']);
    expect(refused([])).toEqual(['V1  wrong']);
  });

  it.each([
    ['A b100001 w1', 'V2 /0/base wrong'],
    ['A w1, B w1001', 'V2 /1/weight wrong'],
    ['A w-1, B w1', 'V2 /0/weight wrong'],
    ['A b1.5 w1', 'V2 /0/base wrong'],
  ])('[V2] has a number out of bounds: %s', (strategy, found) =>
    expect(refused(strategyOf(strategy))).toEqual([found]),
  );

  it('[V3] mixes kinds of capacity', () => {
    expect(refused(strategyOf('FARGATE w1, blue w1'))).toEqual(['V3 /1 wrong']);
    expect(
      refused([
        { capacityProvider: 'blue', weight: 1 },
        { capacityProvider: 'mine', weight: 1, behind: 'managed-instances' },
      ]),
    ).toEqual(['V3 /1 wrong']);
  });

  it('[V4] has two bases', () => expect(refused(strategyOf('A b1 w1, B b2 w1'))).toEqual(['V4 /1/base wrong']));

  it('[V5] has no weight', () => {
    expect(refused(strategyOf('A w0, B w0'))).toEqual(['V5  wrong']);
    expect(refused(strategyOf('A b2, B'))).toEqual(['V5  wrong']);
  });
});

describe('what comes of it is not documented', () => {
  it('[V6] of a base without a weight, or a lone provider without one', () => {
    expect(refused(strategyOf('A b2 w0, B w1'))).toEqual(['V6 /0/weight not documented']);
    expect(refused(strategyOf('A w0'))).toEqual(['V6 /0/weight not documented']);
  });

  it('[V7] of a provider that stands twice', () => {
    expect(refused(strategyOf('A w1, A w1'))).toEqual(['V7 /1 not documented']);
  });

  it.each([
    ['A w1, B w1', 3],
    ['A b5 w1, B w1', 12],
    ['A w1, B w2', 4],
  ])('[V8] of the remainder: %s of %i tasks', (strategy, count) => {
    expect(refused(strategyOf(strategy), count)).toEqual(['V8  not documented']);
  });
});

describe('any strategy', () => {
  const anyItem = fc.record({ weight: fc.nat({ max: 6 }) });
  const anyScenario = fc
    .record({
      items: fc.array(anyItem, { minLength: 1, maxLength: 6 }),
      base: fc.nat({ max: 9 }),
      times: fc.nat({ max: 6 }),
      more: fc.constantFrom(0, 0, 0, 1, 2),
    })
    .map(({ items, base, times, more }) => ({
      strategy: items.map((item, at) => ({
        ...item,
        capacityProvider: `p${at}`,
        ...(at === base % items.length ? { base } : {}),
      })),
      count: base + times * items.reduce((sum, { weight }) => sum + weight, 0) + more,
    }));

  it('that is decided is divided as one task at a time is, and every task has a provider', () => {
    let decided = 0;
    fc.assert(
      fc.property(anyScenario, ({ strategy, count }) => {
        const { value } = splitByCapacityProvider(strategy, count);
        if (value === null) return;
        decided += 1;
        expect(value).toEqual(naiveSplit(strategy, count));
        expect(value.reduce((sum, tasks) => sum + tasks, 0)).toBe(count);
      }),
      { numRuns: runsOf(500, 20_000) },
    );
    expect(decided).toBeGreaterThan(runsOf(200, 10_000));
  });

  it('with the order of its providers turned round gives each the same', () => {
    fc.assert(
      fc.property(anyScenario, ({ strategy, count }) => {
        const turned = splitByCapacityProvider([...strategy].reverse(), count).value;
        expect(turned?.toReversed() ?? null).toEqual(splitByCapacityProvider(strategy, count).value);
      }),
      { numRuns: runsOf(200, 10_000) },
    );
  });
});
