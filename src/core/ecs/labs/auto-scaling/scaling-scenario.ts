import * as v from 'valibot';
import type { Outcome } from '../../../model/diagnostic.ts';
import { seededRandom } from '../../../text/seeded-random.ts';
import { checkStepPolicy } from '../../scaling/check-step-policy.ts';
import type { StepPolicy } from '../../scaling/step-policy.ts';
import { type EngineFinding, wrong } from '../../verdicts/engine-finding.ts';
import { listOf, numberWithin, oneOf, only, readScenario, whole, yesOrNo } from '../read-scenario.ts';

const bound = v.optional(v.nullable(numberWithin(-100_000, 100_000)), null);

const stepPolicy = only({
  threshold: numberWithin(0, 100_000),
  adjustmentType: v.optional(
    oneOf(['ChangeInCapacity', 'PercentChangeInCapacity', 'ExactCapacity']),
    'ChangeInCapacity',
  ),
  minAdjustmentMagnitude: v.optional(whole(1, 100)),
  steps: listOf(
    only({ metricIntervalLowerBound: bound, metricIntervalUpperBound: bound, scalingAdjustment: whole(-1000, 1000) }),
    1,
    5,
  ),
});

const schema = only({
  policyType: v.optional(oneOf(['StepScaling', 'TargetTrackingScaling']), 'StepScaling'),
  scaleOut: v.optional(stepPolicy),
  scaleIn: v.optional(stepPolicy),
  targetValue: v.optional(numberWithin(1, 100_000), 50),
  disableScaleIn: v.optional(yesOrNo(), false),
  // In periods of the metric.
  cooldown: v.optional(whole(0, 5), 0),
  running: whole(0, 60),
  minCapacity: v.optional(whole(0, 60), 1),
  maxCapacity: v.optional(whole(0, 60), 20),
  // One value a period; null is no data.
  metric: listOf(v.nullable(numberWithin(0, 100_000)), 1, 12),
});

/** A service, its scaling policies and a metric over some periods; AWS's names for AWS's fields. */
export type ScalingScenario = v.InferOutput<typeof schema>;
type PolicyFields = NonNullable<ScalingScenario['scaleOut']>;

/** J1, J2: policies as `PutScalingPolicy` takes them, and tasks within their bounds. */
export function readScalingScenario(value: unknown): Outcome<ScalingScenario, EngineFinding> {
  const read = readScenario(schema, value);
  if (read.value === null) return read;
  const diagnostics = [...bounds(read.value), ...policiesOf(read.value).flatMap(faultsOf)];
  return { value: diagnostics.length > 0 ? null : read.value, diagnostics };
}

function bounds({ running, minCapacity, maxCapacity }: ScalingScenario): readonly EngineFinding[] {
  if (minCapacity > maxCapacity) {
    return [wrong('J2', '/minCapacity', `The least of ${minCapacity} tasks is above the most.`, 'Let it be less.')];
  }
  if (running >= minCapacity && running <= maxCapacity) return [];
  const message = `${running} running tasks are outside of ${minCapacity} to ${maxCapacity}.`;
  return [wrong('J2', '/running', message, 'Begin within the bounds.')];
}

function faultsOf({ name, policy }: NamedPolicy): readonly EngineFinding[] {
  return checkStepPolicy(policy).map((finding) => ({ ...finding, pointer: `/${name}${finding.pointer}` }));
}

export interface NamedPolicy {
  readonly name: 'scaleOut' | 'scaleIn';
  readonly policy: StepPolicy;
}

/** The step policies of a scenario; none for target tracking. */
export function policiesOf({ policyType, scaleOut, scaleIn }: ScalingScenario): readonly NamedPolicy[] {
  if (policyType !== 'StepScaling') return [];
  return [
    ...(scaleOut === undefined ? [] : [{ name: 'scaleOut' as const, policy: stepPolicyOf(scaleOut, 'at or above') }]),
    ...(scaleIn === undefined ? [] : [{ name: 'scaleIn' as const, policy: stepPolicyOf(scaleIn, 'at or below') }]),
  ];
}

function stepPolicyOf({ minAdjustmentMagnitude, ...fields }: PolicyFields, alarm: StepPolicy['alarm']): StepPolicy {
  return { ...fields, alarm, ...(minAdjustmentMagnitude === undefined ? {} : { minAdjustmentMagnitude }) };
}

/** Loads to begin with: how each goes over ten periods. */
export const loads: Readonly<Record<string, ScalingScenario['metric']>> = {
  ramp: [30, 40, 50, 60, 70, 80, 90, 90, 90, 90],
  spike: [40, 40, 95, 95, 40, 40, 40, 40, 40, 40],
  sawtooth: [40, 75, 40, 75, 40, 75, 40, 75, 40, 75],
  'no data': [60, 60, null, null, null, 60, 60, 90, 90, 60],
};

/** One step policy out, often one in, or target tracking; a load of some kind. */
export function drawScaling(seed: number): ScalingScenario {
  const random = seededRandom(seed);
  const metric = Object.values(loads)[random(4)] ?? [50];
  const shared = {
    disableScaleIn: random(4) === 0,
    cooldown: 0,
    running: 2 + random(5),
    minCapacity: 1,
    maxCapacity: 8 + random(8),
    metric,
  };
  if (random(3) === 0) return { policyType: 'TargetTrackingScaling', targetValue: 40 + 10 * random(4), ...shared };
  const threshold = 60 + 5 * random(4);
  const adjustment = 1 + random(3);
  const scaleOut = {
    threshold,
    adjustmentType: 'ChangeInCapacity' as const,
    steps: [
      { metricIntervalLowerBound: 0, metricIntervalUpperBound: 15, scalingAdjustment: adjustment },
      { metricIntervalLowerBound: 15, metricIntervalUpperBound: null, scalingAdjustment: adjustment + 1 + random(2) },
    ],
  };
  const scaleIn = {
    threshold: 45,
    adjustmentType: 'ChangeInCapacity' as const,
    steps: [{ metricIntervalLowerBound: null, metricIntervalUpperBound: 0, scalingAdjustment: -1 }],
  };
  if (random(2) === 0) return { policyType: 'StepScaling', scaleOut, scaleIn, targetValue: 50, ...shared };
  return { policyType: 'StepScaling', scaleOut, targetValue: 50, ...shared, cooldown: random(4) };
}
