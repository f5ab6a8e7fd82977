import { type EngineFinding, wrong } from '../verdicts/engine-finding.ts';
import { pointTo } from '../verdicts/finding.ts';
import type { StepAdjustment, StepPolicy } from './step-policy.ts';

/** G4 to G9: why AWS refuses a policy; pointers lead to its fields. */
export function checkStepPolicy(policy: StepPolicy): readonly EngineFinding[] {
  const { steps } = policy;
  if (steps.length === 0) return [wrong('G4', '/steps', 'The policy has no step.', 'Add one.')];
  const bounds = steps.flatMap(checkBounds);
  return [
    ...bounds,
    ...checkNulls(steps),
    // Steps that end before they begin cannot be laid side by side.
    ...(bounds.length > 0 ? [] : checkNeighbours(steps)),
    ...checkAmounts(policy),
  ];
}

function checkBounds(step: StepAdjustment, at: number): readonly EngineFinding[] {
  const { metricIntervalLowerBound: lower, metricIntervalUpperBound: upper } = step;
  if (lower === null && upper === null) {
    return [wrong('G5', `/steps/${at}`, 'The step has no bound.', 'Give it a lower or an upper one.')];
  }
  if (lower === null || upper === null || lower < upper) return [];
  return [wrong('G5', `/steps/${at}`, 'The step ends where it begins, or before.', 'Let the lower bound be less.')];
}

function checkNulls(steps: readonly StepAdjustment[]): readonly EngineFinding[] {
  const sides = [
    { name: 'metricIntervalLowerBound', word: 'lower', reaches: 'negative lower', sign: -1 },
    { name: 'metricIntervalUpperBound', word: 'upper', reaches: 'positive upper', sign: 1 },
  ] as const;
  return sides.flatMap(({ name, word, reaches, sign }) => {
    const open = steps.flatMap((step, at) => (step[name] === null ? [at] : []));
    const second = open[1];
    if (second !== undefined) {
      const message = `A second step has no ${word} bound.`;
      return [wrong('G6', pointTo(`/steps/${second}`, name), message, 'One step may have none.')];
    }
    if (open.length === 1 || !steps.some((step) => (step[name] ?? 0) * sign > 0)) return [];
    const message = `A step has a ${reaches} bound, and none goes on without end.`;
    return [wrong('G7', '/steps', message, `Leave the ${word} bound of the last step out.`)];
  });
}

function checkNeighbours(steps: readonly StepAdjustment[]): readonly EngineFinding[] {
  const sorted = steps
    .map((step, at) => ({ ...step, at }))
    .sort((a, b) => (a.metricIntervalLowerBound ?? -Infinity) - (b.metricIntervalLowerBound ?? -Infinity));
  return sorted.slice(1).flatMap(({ metricIntervalLowerBound: lower, at }, before) => {
    const end = sorted[before]?.metricIntervalUpperBound ?? Infinity;
    const begin = lower ?? -Infinity;
    if (begin === end) return [];
    const message = begin < end ? 'Two steps overlap.' : `Between ${end} and ${begin} there is no step.`;
    return [wrong('G8', `/steps/${at}`, message, 'Let each step begin where the one before it ends.')];
  });
}

function checkAmounts({ adjustmentType, minAdjustmentMagnitude, steps }: StepPolicy): readonly EngineFinding[] {
  const findings = steps.flatMap(({ scalingAdjustment }, at) => {
    const isFine =
      Number.isInteger(scalingAdjustment) && (adjustmentType !== 'ExactCapacity' || scalingAdjustment >= 0);
    if (isFine) return [];
    const pointer = `/steps/${at}/scalingAdjustment`;
    return [
      wrong('G9', pointer, `${scalingAdjustment} is no adjustment of this type.`, 'Write a whole number of tasks.'),
    ];
  });
  if (minAdjustmentMagnitude === undefined) return findings;
  if (
    adjustmentType === 'PercentChangeInCapacity' &&
    Number.isInteger(minAdjustmentMagnitude) &&
    minAdjustmentMagnitude > 0
  ) {
    return findings;
  }
  const message = 'A least change is a positive number of tasks, and belongs to a change in percent.';
  return [...findings, wrong('G9', '/minAdjustmentMagnitude', message, 'Leave it out.')];
}
