import { type Capacity, millionths } from './step-policy.ts';

export interface TrackingPolicy {
  readonly target: number;
  /** The policy never stops tasks. */
  readonly disableScaleIn?: boolean;
}

export interface Tracking {
  readonly capacity: number;
  readonly because: 'no data' | 'above target' | 'below target' | 'on target' | 'no scale-in' | 'bounds';
  /** Always: AWS does not publish its formula, so that no answer may hang on the number. */
  readonly isModel: true;
}

/**
 * G16, G17: where target tracking leads, by the model that is usual in teaching: `ceil(running × metric / target)`.
 * AWS documents the direction, that missing data leads nowhere, and that scale-in can be turned off.
 *
 * @param metric null when there is no data.
 * @throws when the target is not above 0 or the metric is below 0.
 * Source: ECSDG `service-autoscaling-targettracking.md`.
 */
export function trackTarget(policy: TrackingPolicy, metric: number | null, capacity: Capacity): Tracking {
  const { running, min, max } = capacity;
  if (policy.target <= 0 || (metric ?? 0) < 0) throw new Error('Inconsistent: a share of nothing');
  if (metric === null) return { capacity: running, because: 'no data', isModel: true };
  const total = running * millionths(metric);
  const wanted = (total - (total % millionths(policy.target))) / millionths(policy.target);
  const rounded = total % millionths(policy.target) === 0 ? wanted : wanted + 1;
  if (rounded < running && policy.disableScaleIn === true) {
    return { capacity: running, because: 'no scale-in', isModel: true };
  }
  const reached = Math.min(Math.max(rounded, min), max);
  const direction = rounded > running ? 'above target' : rounded < running ? 'below target' : 'on target';
  return { capacity: reached, because: reached === rounded ? direction : 'bounds', isModel: true };
}
