import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circuitBreakerThreshold, tripsAfter } from '../../../../src/core/ecs/deployments/circuit-breaker.ts';
import { defaultPercents, deploymentBounds } from '../../../../src/core/ecs/deployments/deployment-bounds.ts';
import { runsOf } from '../../../seed.ts';
import { naiveBounds } from './naive-roll-out.ts';

describe('[D1, D2, D3] the bounds of a deployment', () => {
  it.each([
    [4, 50, 200, 2, 8, 2, 4],
    [4, 100, 200, 4, 8, 0, 4],
    [2, 75, 200, 2, 4, 0, 2],
    [3, 100, 125, 3, 3, 0, 0],
    [4, 50, 100, 2, 4, 2, 0],
    [4, 100, 150, 4, 6, 0, 2],
    [3, 50, 150, 2, 4, 1, 1],
    [5, 50, 150, 3, 7, 2, 2],
    [1, 100, 200, 1, 2, 0, 1],
    [1, 0, 100, 0, 1, 1, 0],
    [1, 100, 150, 1, 1, 0, 0],
    [10, 90, 110, 9, 11, 1, 1],
    [7, 60, 140, 5, 9, 2, 2],
    [3, 67, 133, 3, 3, 0, 0],
    [4, 100, 100, 4, 4, 0, 0],
    [0, 100, 200, 0, 0, 0, 0],
    [100, 7, 107, 7, 107, 93, 7],
  ])('of %i tasks with %i and %i percent', (desired, minimum, maximum, lower, upper, mayStop, mayStart) => {
    const isStuck = desired > 0 && mayStop + mayStart === 0;
    expect(deploymentBounds(desired, minimum, maximum)).toEqual({
      desired,
      lower,
      upper,
      mayStop,
      mayStart,
      isStuck,
    });
  });

  it('are those of the naive count, with what is desired between them', () => {
    const percents = [fc.nat({ max: 100 }), fc.integer({ min: 100, max: 200 })] as const;
    fc.assert(
      fc.property(fc.nat({ max: 2_000 }), ...percents, (desired, minimum, maximum) => {
        const { lower, upper } = deploymentBounds(desired, minimum, maximum);
        expect({ lower, upper }).toEqual(naiveBounds(desired, minimum, maximum));
        expect(lower <= desired && desired <= upper).toBe(true);
      }),
      { numRuns: runsOf(500, 10_000) },
    );
  });

  it('[D4] are those of the defaults', () => {
    const of = (kind: 'REPLICA' | 'DAEMON') =>
      deploymentBounds(4, defaultPercents[kind].minimumHealthy, defaultPercents[kind].maximum);
    expect(of('REPLICA')).toMatchObject({ lower: 4, upper: 8 });
    expect(of('DAEMON')).toMatchObject({ lower: 0, upper: 4 });
  });

  it.each([
    [-1, 100, 200],
    [1.5, 100, 200],
    [1, 101, 200],
    [1, -1, 200],
    [1, 50.5, 200],
    [1, 100, 99],
    [1, 100, 201],
  ])('are not asked of %d, %d and %d', (...numbers) =>
    expect(() => deploymentBounds(...numbers)).toThrow(/Inconsistent/),
  );
});

const thresholdOf = (desired: number, type?: 'COUNT' | 'BOUNDED_PERCENT' | 'UNBOUNDED_PERCENT', value = 50) => {
  const configuration = type === undefined ? undefined : { type, value };
  const { value: threshold, diagnostics } = circuitBreakerThreshold(desired, configuration);
  return threshold ?? diagnostics.map(({ code, standing }) => `${code} ${standing}`).join(', ');
};

describe('the circuit breaker', () => {
  it.each([
    [1, 3],
    [6, 3],
    [7, 4],
    [25, 13],
    [400, 200],
    [800, 200],
  ])('[D8] of %i tasks trips at %i failures', (desired, threshold) => {
    expect(thresholdOf(desired)).toBe(threshold);
  });

  it('[D8] takes a count as it is, and bounds a percentage only if asked to', () => {
    expect(thresholdOf(10, 'COUNT', 1)).toBe(1);
    expect(thresholdOf(10, 'BOUNDED_PERCENT', 10)).toBe(3);
    expect(thresholdOf(10, 'UNBOUNDED_PERCENT', 10)).toBe(1);
    expect(thresholdOf(1000, 'UNBOUNDED_PERCENT', 50)).toBe(500);
    expect(() => thresholdOf(1, 'COUNT', 0)).toThrow(/Inconsistent/);
  });

  it('[D10] is not told where the rounding of another percentage decides', () => {
    expect(thresholdOf(11, 'UNBOUNDED_PERCENT', 10)).toBe('D10 not documented');
    expect(thresholdOf(25, 'UNBOUNDED_PERCENT', 50)).toBe('D10 not documented');
    expect(thresholdOf(11, 'BOUNDED_PERCENT', 40)).toBe('D10 not documented');
    expect(thresholdOf(11, 'BOUNDED_PERCENT', 10)).toBe(3);
  });

  it('[D8] is within its bounds, and rises with the tasks', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5_000 }), (desired) => {
        const threshold = thresholdOf(desired);
        expect(threshold).toBe([...Array(201).keys()].find((n) => n >= 3 && (n === 200 || 2 * n >= desired)));
        expect(thresholdOf(desired + 1)).toBeOneOf([threshold, Number(threshold) + 1]);
      }),
      { numRuns: runsOf(300, 10_000) },
    );
  });

  it('[D9] counts failures, from the last healthy task on if it resets', () => {
    const tasks = ['failed', 'failed', 'healthy', 'failed', 'failed', 'failed'] as const;
    expect(tripsAfter(3, tasks, false)).toBe(4);
    expect(tripsAfter(3, tasks, true)).toBe(6);
    expect(tripsAfter(6, tasks, false)).toBeNull();
  });
});
