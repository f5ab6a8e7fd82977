import type { Capacity, StepPolicy } from '../../../../src/core/ecs/scaling/step-policy.ts';

/** Every whole difference from -60 to 60 that a step has, walked through from the bound that belongs to it. */
export function differencesOf(policy: StepPolicy, at: number): ReadonlySet<number> {
  const { metricIntervalLowerBound: lower, metricIntervalUpperBound: upper } = policy.steps[at]!;
  const met = new Set<number>();
  if (policy.alarm === 'at or above') {
    for (let n = lower ?? -60; n !== upper && n <= 60; n += 1) if (n >= 0) met.add(n);
  } else {
    for (let n = upper ?? 60; n !== lower && n >= -60; n -= 1) if (n <= 0) met.add(n);
  }
  return met;
}

/** Whether steps of whole bounds within -60 and 60 lie side by side, none twice and none missing between two. */
export function lieSideBySide(policy: StepPolicy): boolean {
  const places = Array.from({ length: 121 }, (_, n) => n - 60 + 0.5);
  const covers = places.map(
    (place) =>
      policy.steps.filter(
        ({ metricIntervalLowerBound: lower, metricIntervalUpperBound: upper }) =>
          (lower === null || lower < place) && (upper === null || place < upper),
      ).length,
  );
  return /^0*1+0*$/.test(covers.join(''));
}

/** Every capacity that some way of rounding leads to, found by trying all. */
export function naiveCapacities(policy: StepPolicy, adjustment: number, { running, min, max }: Capacity): Set<number> {
  const tries = Array.from({ length: 2001 }, (_, n) => n - 1000);
  const wanted = tries.filter((change) => {
    if (policy.adjustmentType === 'ExactCapacity') return running + change === adjustment;
    if (policy.adjustmentType === 'ChangeInCapacity') return change === adjustment;
    return Math.abs(100 * change - running * adjustment) < 100;
  });
  const least = policy.minAdjustmentMagnitude ?? 0;
  const lifted = wanted.map((change) => {
    if (policy.adjustmentType !== 'PercentChangeInCapacity') return change;
    return adjustment > 0 ? Math.max(change, least) : Math.min(change, -least);
  });
  return new Set(lifted.map((change) => [min, max, running + change].sort((a, b) => a - b)[1]!));
}
