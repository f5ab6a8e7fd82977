import { millionths, type StepAdjustment, type StepPolicy } from './step-policy.ts';

/**
 * G1 to G3: the adjustment of the step that a metric falls into: a number of tasks, of percent or of the capacity itself,
 * by the policy's type. 0 while the alarm is not in breach, or where no step reaches.
 *
 * The policy must have passed `checkStepPolicy`. Source: API-AAS `StepAdjustment`.
 */
export function stepAdjustment(policy: StepPolicy, metric: number): number {
  return stepOf(policy, metric)?.scalingAdjustment ?? 0;
}

/** The step itself; null where there is none. */
export function stepOf(policy: StepPolicy, metric: number): StepAdjustment | null {
  const difference = millionths(metric) - millionths(policy.threshold);
  const isOut = policy.alarm === 'at or above';
  if (isOut ? difference < 0 : difference > 0) return null;
  return policy.steps.find((step) => (isOut ? coversAbove(step, difference) : coversBelow(step, difference))) ?? null;
}

/** Of an alarm above, the lower bound belongs to the step and the upper one to the next. */
function coversAbove({ metricIntervalLowerBound: lower, metricIntervalUpperBound: upper }: StepAdjustment, at: number) {
  return (lower === null || millionths(lower) <= at) && (upper === null || at < millionths(upper));
}

/** Of an alarm below, the upper bound belongs to the step and the lower one to the next. */
function coversBelow({ metricIntervalLowerBound: lower, metricIntervalUpperBound: upper }: StepAdjustment, at: number) {
  return (lower === null || millionths(lower) < at) && (upper === null || at <= millionths(upper));
}
