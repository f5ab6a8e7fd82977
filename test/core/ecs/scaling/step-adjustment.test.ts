import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkStepPolicy } from '../../../../src/core/ecs/scaling/check-step-policy.ts';
import { scaleBySteps } from '../../../../src/core/ecs/scaling/scale-by-steps.ts';
import { stepAdjustment } from '../../../../src/core/ecs/scaling/step-adjustment.ts';
import type { Capacity, StepAdjustment, StepPolicy } from '../../../../src/core/ecs/scaling/step-policy.ts';
import { runsOf } from '../../../seed.ts';
import { differencesOf, lieSideBySide, naiveCapacities } from './naive-steps.ts';

type Row = readonly [lower: number | null, upper: number | null, adjustment: number];

function policyOf(rows: readonly Row[], part: Partial<StepPolicy> = {}): StepPolicy {
  const steps = rows.map(
    ([metricIntervalLowerBound, metricIntervalUpperBound, scalingAdjustment]): StepAdjustment => ({
      metricIntervalLowerBound,
      metricIntervalUpperBound,
      scalingAdjustment,
    }),
  );
  return { alarm: 'at or above', threshold: 60, adjustmentType: 'ChangeInCapacity', steps, ...part };
}
const out = policyOf([
  [0, 10, 1],
  [10, 20, 2],
  [20, null, 4],
]);
const into = policyOf(
  [
    [-10, 0, -1],
    [-20, -10, -2],
    [null, -20, -3],
  ],
  { alarm: 'at or below', threshold: 40 },
);
const nine = policyOf([[0, null, 9]]);
const percent = (adjustment: number, minAdjustmentMagnitude?: number) =>
  policyOf([[0, null, adjustment]], {
    adjustmentType: 'PercentChangeInCapacity',
    ...(minAdjustmentMagnitude === undefined ? {} : { minAdjustmentMagnitude }),
  });
const found = (policy: StepPolicy) => checkStepPolicy(policy).map(({ code, pointer }) => `${code} ${pointer}`);
const scaled = (policy: StepPolicy, metric: number, running: number, min = 1, max = 20) => {
  const { value, diagnostics } = scaleBySteps(policy, metric, { running, min, max });
  return value?.capacity ?? diagnostics.map(({ code, standing }) => `${code} ${standing}`).join(', ');
};

describe('a step adjustment', () => {
  it.each([
    [60, 1],
    [69.9, 1],
    [70, 2],
    [79.99, 2],
    [80, 4],
    [95, 4],
    [59.99, 0],
  ])('[G1] at or above 60: %d gives %d', (metric, adjustment) => expect(stepAdjustment(out, metric)).toBe(adjustment));

  it.each([
    [40, -1],
    [39.9, -1],
    [30, -2],
    [29.9, -2],
    [20, -3],
    [5, -3],
    [40.01, 0],
  ])('[G2] at or below 40: %d gives %d', (metric, adjustment) => expect(stepAdjustment(into, metric)).toBe(adjustment));

  it('[G3] is 0 where no step reaches, and takes decimals as they are written', () => {
    expect(stepAdjustment(policyOf([[5, null, 1]]), 63)).toBe(0);
    const fine = policyOf(
      [
        [0, 0.2, 1],
        [0.2, null, 2],
      ],
      { threshold: 0.1 },
    );
    expect([stepAdjustment(fine, 0.3), stepAdjustment(fine, 0.299)]).toEqual([2, 1]);
  });
});

const refused: readonly (readonly [rule: string, rows: readonly Row[], codes: readonly string[]])[] = [
  ['G4', [], ['G4 /steps']],
  ['G5', [[null, null, 1]], ['G5 /steps/0']],
  ['G5', [[10, 10, 1]], ['G5 /steps/0', 'G7 /steps']],
  [
    'G6',
    [
      [0, null, 1],
      [10, null, 2],
    ],
    ['G6 /steps/1/metricIntervalUpperBound', 'G8 /steps/1'],
  ],
  ['G7', [[0, 10, 1]], ['G7 /steps']],
  ['G7', [[-10, 0, -1]], ['G7 /steps']],
  [
    'G8',
    [
      [0, 10, 1],
      [5, null, 2],
    ],
    ['G8 /steps/1'],
  ],
  [
    'G8',
    [
      [20, null, 2],
      [0, 10, 1],
    ],
    ['G8 /steps/0'],
  ],
  ['G9', [[0, null, 1.5]], ['G9 /steps/0/scalingAdjustment']],
];

describe('a policy that AWS refuses', () => {
  it.each(refused)('by %s has the steps %j', (_, rows, codes) => expect(found(policyOf(rows))).toEqual(codes));

  it('[G4, G5, G6, G7, G8] is none of these', () => {
    const both = policyOf([
      [null, 0, -1],
      [0, null, 1],
    ]);
    expect([out, into, both].flatMap(found)).toEqual([]);
    expect(scaled(policyOf([]), 70, 4)).toBe('G4 wrong');
  });

  it('[G9] has amounts of another type', () => {
    expect(found(policyOf([[0, null, -1]], { adjustmentType: 'ExactCapacity' }))).toEqual([
      'G9 /steps/0/scalingAdjustment',
    ]);
    expect(found({ ...out, minAdjustmentMagnitude: 2 })).toEqual(['G9 /minAdjustmentMagnitude']);
    expect(found(percent(25, 0))).toEqual(['G9 /minAdjustmentMagnitude']);
  });
});

describe('the capacity', () => {
  it('[G10] is changed by tasks, or set', () => {
    expect([scaled(out, 75, 4), scaled(into, 25, 4)]).toEqual([6, 2]);
    expect(scaled(policyOf([[0, null, 7]], { adjustmentType: 'ExactCapacity' }), 61, 4)).toBe(7);
    expect(scaled(out, 50, 4)).toBe(4);
  });

  it('[G11] is changed by percent, and by the least change at least', () => {
    expect([scaled(percent(25), 60, 4), scaled(percent(200), 60, 4), scaled(percent(-50), 60, 4)]).toEqual([5, 12, 2]);
    expect([scaled(percent(25, 2), 60, 4), scaled(percent(-25, 2), 60, 4)]).toEqual([6, 2]);
  });

  it('[G12] is not told where the rounding of a fraction decides', () => {
    const answers = [scaled(percent(25), 60, 5), scaled(percent(-10), 60, 5), scaled(percent(25, 2), 60, 0, 0)];
    expect(answers).toEqual(answers.map(() => 'G12 not documented'));
    expect([scaled(percent(25, 2), 60, 5), scaled(percent(90), 60, 15)]).toEqual([7, 20]);
  });

  it('[G13] stays within its bounds', () => {
    expect([scaled(out, 95, 18), scaled(into, 5, 3)]).toEqual([20, 1]);
  });

  it('[G14] is told outside of them only where a scale-out comes to the same from both', () => {
    const answers = [
      scaled(out, 75, 1, 4),
      scaled(nine, 60, 1, 4, 12),
      scaled(into, 5, 2, 4),
      scaled(into, 5, 30),
      scaled(out, 75, 30),
      scaled(percent(25, 1), 60, 0, 1, 1),
    ];
    expect(answers).toEqual(answers.map(() => 'G14 not documented'));
    expect([scaled(nine, 60, 1, 4, 6), scaled(nine, 60, 3, 4, 6)]).toEqual([6, 6]);
    expect(() => scaled(out, 75, -1)).toThrow(/Inconsistent/);
  });
});

const anyBound = fc.oneof(
  fc.integer({ min: -4, max: 6 }).map((n) => n * 10),
  fc.constant(null),
);
const anyStep = fc.tuple(anyBound, anyBound, fc.integer({ min: -300, max: 300 }));
const anySteps = fc.array(anyStep, { minLength: 1, maxLength: 3 });
/** Steps that lie side by side, from rising bounds. */
const goodSteps = fc
  .record({
    bounds: fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 4 }),
    adjustments: fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 5, maxLength: 5 }),
  })
  .map(({ bounds, adjustments }) => {
    const rising = [null, ...bounds.toSorted((a, b) => a - b), null];
    return rising.slice(1).map((upper, at): Row => [rising[at] ?? null, upper, adjustments[at]!]);
  });

describe('any step policy', () => {
  it('[G5, G6, G7, G8] that is not refused lies side by side, and the others do not or miss an end', () => {
    fc.assert(
      fc.property(fc.oneof(anySteps, goodSteps), (rows) => {
        const lacksEnd =
          (rows.some(([lower]) => (lower ?? 0) < 0) && !rows.some(([lower]) => lower === null)) ||
          (rows.some(([, upper]) => (upper ?? 0) > 0) && !rows.some(([, upper]) => upper === null));
        const endless = rows.some(([lower, upper]) => lower === null && upper === null);
        const backwards = rows.some(([lower, upper]) => lower !== null && upper !== null && lower >= upper);
        const isFine = lieSideBySide(policyOf(rows)) && !lacksEnd && !endless && !backwards;
        expect(found(policyOf(rows)).length === 0).toBe(isFine);
      }),
      { numRuns: runsOf(500, 20_000) },
    );
  });

  it('[G1, G2, G3] has the adjustment of the one step that lists the difference', () => {
    const anyAlarm = fc.constantFrom('at or above' as const, 'at or below' as const);
    fc.assert(
      fc.property(goodSteps, anyAlarm, fc.integer({ min: -60, max: 60 }), (rows, alarm, difference) => {
        const policy = policyOf(rows, { alarm, threshold: 50 });
        const owners = rows.filter((_, at) => differencesOf(policy, at).has(difference));
        expect(owners.length).toBeLessThanOrEqual(1);
        expect(stepAdjustment(policy, 50 + difference)).toBe(owners[0]?.[2] ?? 0);
      }),
      { numRuns: runsOf(300, 10_000) },
    );
  });

  it('[G10, G11, G12, G13] leads to the capacity that every rounding leads to, or to none', () => {
    const anyCase = fc.record({
      capacity: fc
        .record({ min: fc.nat({ max: 9 }), more: fc.nat({ max: 30 }), at: fc.nat({ max: 30 }) })
        .map(({ min, more, at }): Capacity => ({ min, max: min + more, running: min + (at % (more + 1)) })),
      type: fc.constantFrom<StepPolicy['adjustmentType']>(
        'ChangeInCapacity',
        'PercentChangeInCapacity',
        'ExactCapacity',
      ),
      adjustment: fc.oneof(fc.integer({ min: -120, max: 250 }), fc.constantFrom(-50, 25, 50, 100, 200)),
      least: fc.nat({ max: 4 }),
    });
    let decided = 0;
    fc.assert(
      fc.property(anyCase, ({ capacity, type, adjustment, least }) => {
        const isPercent = type === 'PercentChangeInCapacity';
        fc.pre(!isPercent || capacity.running * adjustment !== 0);
        const amount = type === 'ExactCapacity' ? Math.abs(adjustment) : adjustment;
        const policy = policyOf([[0, null, amount]], {
          adjustmentType: type,
          ...(isPercent && least > 0 ? { minAdjustmentMagnitude: least } : {}),
        });
        const { value } = scaleBySteps(policy, 60, capacity);
        if (value !== null) decided += 1;
        const reached = naiveCapacities(policy, amount, capacity);
        expect(value === null ? [] : [value.capacity]).toEqual(reached.size === 1 ? [...reached] : []);
      }),
      { numRuns: runsOf(500, 15_000) },
    );
    expect(decided).toBeGreaterThan(runsOf(250, 10_000));
  });
});
