import { scaleBySteps } from '../../core/ecs/scaling/scale-by-steps.ts';
import type { Capacity, StepAdjustment, StepPolicy } from '../../core/ecs/scaling/step-policy.ts';
import { seededRandom } from '../../core/text/seeded-random.ts';
import { type LabSheet, tableOf } from './lab-sheet.ts';

/** A step policy at one value of its metric, often one on the border of two steps. */
export function scalingLab(seed: number): LabSheet {
  const random = seededRandom(seed);
  const isOut = random(2) === 0;
  const sign = isOut ? 1 : -1;
  const isPercent = random(3) === 0;
  const [first = 10, second = 20] = [5 + random(3) * 5, 20 + random(3) * 5];
  const amounts = [1, 2, 4].map((amount) => sign * amount * (isPercent ? 25 : 1));
  const steps = [
    { near: 0, far: first },
    { near: first, far: second },
    { near: second, far: null },
  ].map(({ near, far }, at) => stepOf(isOut, near, far, amounts[at] ?? 0));
  const policy: StepPolicy = {
    alarm: isOut ? 'at or above' : 'at or below',
    threshold: isOut ? 60 : 40,
    adjustmentType: isPercent ? 'PercentChangeInCapacity' : 'ChangeInCapacity',
    steps,
  };
  const distances = [0, first, second, first - 0.1, second - 0.1, second + 8, 3, -5];
  const metric = policy.threshold + sign * (distances[random(distances.length)] ?? 0);
  const capacity = { running: 4 * (1 + random(4)), min: 2, max: 20 };
  return { given: givenOf(policy, metric, capacity), answer: answerOf(policy, metric, capacity) };
}

/** `near` and `far` are distances from the threshold, on the side where the alarm is in breach. */
function stepOf(isOut: boolean, near: number, far: number | null, scalingAdjustment: number): StepAdjustment {
  const away = far === null ? null : isOut ? far : -far;
  return isOut
    ? { metricIntervalLowerBound: near, metricIntervalUpperBound: away, scalingAdjustment }
    : // Not `-near`, which is -0 at the threshold.
      { metricIntervalLowerBound: away, metricIntervalUpperBound: 0 - near, scalingAdjustment };
}

function givenOf(policy: StepPolicy, metric: number, { running, min, max }: Capacity): readonly string[] {
  return [
    `A step policy (${policy.adjustmentType}) has an alarm ${policy.alarm} ${policy.threshold}. The metric is ${metric}.`,
    `The service runs ${running} tasks, and may have ${min} to ${max}. How many does the policy lead to?`,
    '',
    ...tableOf([['lower bound', 'upper bound', 'adjustment'], ...policy.steps.map(rowOf)]),
  ];
}

function rowOf(step: StepAdjustment): readonly (string | number)[] {
  const { metricIntervalLowerBound: lower, metricIntervalUpperBound: upper, scalingAdjustment } = step;
  return [lower ?? 'none', upper ?? 'none', scalingAdjustment];
}

function answerOf(policy: StepPolicy, metric: number, capacity: Capacity): readonly string[] {
  const { value, diagnostics } = scaleBySteps(policy, metric, capacity);
  if (value === null) return diagnostics.map(({ code, message }) => `${code}: ${message}`);
  const { step, wanted } = value;
  if (step === null) return [`The alarm is not in breach: ${value.capacity} tasks go on running.`];
  const { metricIntervalLowerBound: lower, metricIntervalUpperBound: upper, scalingAdjustment } = step;
  const isOut = policy.alarm === 'at or above';
  const interval = `${lower === null ? '(-∞' : `${isOut ? '[' : '('}${lower}`}, ${upper === null ? '∞)' : `${upper}${isOut ? ')' : ']'}`}`;
  const unit = policy.adjustmentType === 'PercentChangeInCapacity' ? ' %' : '';
  const difference = Math.round((metric - policy.threshold) * 1000) / 1000;
  return [
    `The metric is ${difference} from the threshold, which is in the step ${interval}: ${scalingAdjustment}${unit}.`,
    `From ${capacity.running} tasks that leads to ${wanted}, and within ${capacity.min} and ${capacity.max} to ${value.capacity}.`,
  ];
}
