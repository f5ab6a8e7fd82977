/** A step of a policy, named as in API-AAS `StepAdjustment`. Bounds are differences from the alarm's threshold. */
export interface StepAdjustment {
  /** Null is minus infinity. */
  readonly metricIntervalLowerBound: number | null;
  /** Null is infinity. */
  readonly metricIntervalUpperBound: number | null;
  readonly scalingAdjustment: number;
}

export interface StepPolicy {
  /** When its alarm is in breach: `at or above` scales out, `at or below` scales in. */
  readonly alarm: 'at or above' | 'at or below';
  readonly threshold: number;
  readonly adjustmentType: 'ChangeInCapacity' | 'PercentChangeInCapacity' | 'ExactCapacity';
  /** The least change of tasks, of `PercentChangeInCapacity` alone. */
  readonly minAdjustmentMagnitude?: number;
  readonly steps: readonly StepAdjustment[];
}

/** What a scalable target has and may have, in tasks. */
export interface Capacity {
  /** Running tasks, from which AWS reckons. */
  readonly running: number;
  readonly min: number;
  readonly max: number;
}

/** Metrics and bounds in millionths, so that 0.1 and 0.2 make 0.3. */
export function millionths(number: number): number {
  return Math.round(number * 1_000_000);
}
