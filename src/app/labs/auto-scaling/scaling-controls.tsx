import type { ReactNode } from 'react';
import { loads, type ScalingScenario } from '../../../core/ecs/labs/auto-scaling/scaling-scenario.ts';
import { CheckBox, NumberBox, SelectBox } from '../frame/fields.tsx';
import type { ControlsProps } from '../lab-view.ts';

type Props = ControlsProps<ScalingScenario>;
type Policy = NonNullable<ScalingScenario['scaleOut']>;

export function ScalingControls({ draft, onChange }: Props): ReactNode {
  const change = (part: Partial<ScalingScenario>) => onChange({ ...draft, ...part });
  const isStep = draft.policyType === 'StepScaling';
  return (
    <div className="lab-fields">
      <SelectBox
        label="Policy"
        value={draft.policyType}
        values={policyTypes}
        onChange={(policyType) => change({ policyType })}
      />
      <NumberBox
        label="Running tasks"
        value={draft.running}
        least={0}
        most={60}
        onChange={(running) => change({ running })}
      />
      <NumberBox
        label="minCapacity"
        value={draft.minCapacity}
        least={0}
        most={60}
        onChange={(minCapacity) => change({ minCapacity })}
      />
      <NumberBox
        label="maxCapacity"
        value={draft.maxCapacity}
        least={0}
        most={60}
        onChange={(maxCapacity) => change({ maxCapacity })}
      />
      <NumberBox
        label="Cooldown, in periods"
        value={draft.cooldown}
        least={0}
        most={5}
        onChange={(cooldown) => change({ cooldown })}
      />
      {isStep ? (
        <>
          <PolicyFields
            title="Scale out"
            policy={draft.scaleOut}
            fresh={freshOut}
            onChange={(scaleOut) => onChange(withPolicy(draft, 'scaleOut', scaleOut))}
          />
          <PolicyFields
            title="Scale in"
            policy={draft.scaleIn}
            fresh={freshIn}
            onChange={(scaleIn) => onChange(withPolicy(draft, 'scaleIn', scaleIn))}
          />
        </>
      ) : (
        <>
          <NumberBox
            label="Target value"
            value={draft.targetValue}
            least={1}
            most={100_000}
            onChange={(targetValue) => change({ targetValue })}
          />
          <CheckBox
            label="disableScaleIn"
            checked={draft.disableScaleIn}
            onChange={(disableScaleIn) => change({ disableScaleIn })}
          />
        </>
      )}
      <MetricFields draft={draft} onChange={onChange} />
    </div>
  );
}

const policyTypes = [
  ['StepScaling', 'Step scaling'],
  ['TargetTrackingScaling', 'Target tracking (model)'],
] as const;
const adjustmentTypes = [
  ['ChangeInCapacity', 'ChangeInCapacity'],
  ['PercentChangeInCapacity', 'PercentChangeInCapacity'],
  ['ExactCapacity', 'ExactCapacity'],
] as const;

const freshOut: Policy = {
  threshold: 70,
  adjustmentType: 'ChangeInCapacity',
  steps: [{ metricIntervalLowerBound: 0, metricIntervalUpperBound: null, scalingAdjustment: 1 }],
};
const freshIn: Policy = {
  threshold: 40,
  adjustmentType: 'ChangeInCapacity',
  steps: [{ metricIntervalLowerBound: null, metricIntervalUpperBound: 0, scalingAdjustment: -1 }],
};

function withPolicy(draft: ScalingScenario, name: 'scaleOut' | 'scaleIn', policy: Policy | null): ScalingScenario {
  const { [name]: _, ...rest } = draft;
  return policy === null ? rest : { ...rest, [name]: policy };
}

interface PolicyFieldsProps {
  readonly title: string;
  readonly policy: Policy | undefined;
  readonly fresh: Policy;
  onChange(policy: Policy | null): void;
}

/** Threshold, type and the adjustment of each step; where the steps begin and end is for the JSON. */
function PolicyFields({ title, policy, fresh, onChange }: PolicyFieldsProps): ReactNode {
  return (
    <fieldset className="lab-list">
      <legend>{title}</legend>
      <CheckBox
        label={`${title} policy`}
        checked={policy !== undefined}
        onChange={(checked) => onChange(checked ? fresh : null)}
      />
      {policy === undefined ? null : (
        <div className="lab-row">
          <NumberBox
            label={`${title}, threshold`}
            value={policy.threshold}
            least={0}
            most={100_000}
            onChange={(threshold) => onChange({ ...policy, threshold })}
          />
          <SelectBox
            label={`${title}, adjustmentType`}
            value={policy.adjustmentType}
            values={adjustmentTypes}
            onChange={(adjustmentType) => onChange({ ...policy, adjustmentType })}
          />
          {policy.steps.map((step, at) => (
            <NumberBox
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
              key={at}
              label={`${title}, step ${step.metricIntervalLowerBound ?? '−∞'} to ${step.metricIntervalUpperBound ?? '∞'}`}
              value={step.scalingAdjustment}
              least={-1000}
              most={1000}
              onChange={(scalingAdjustment) =>
                onChange({ ...policy, steps: policy.steps.with(at, { ...step, scalingAdjustment }) })
              }
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}

function MetricFields({ draft, onChange }: Props): ReactNode {
  const put = (metric: ScalingScenario['metric']) => onChange({ ...draft, metric });
  return (
    <fieldset className="lab-list">
      <legend>The metric; an empty field is a period without data</legend>
      <div className="lab-row">
        {Object.entries(loads).map(([name, metric]) => (
          <button key={name} type="button" className="button" onClick={() => put(metric)}>
            {`Load: ${name}`}
          </button>
        ))}
      </div>
      <div className="lab-fields">
        {draft.metric.map((value, at) => (
          <NumberBox
            // biome-ignore lint/suspicious/noArrayIndexKey: a period is its place
            key={at}
            label={`Period ${at + 1}`}
            value={value ?? Number.NaN}
            least={0}
            most={100_000}
            onChange={(next) => put(draft.metric.with(at, Number.isNaN(next) ? null : next))}
          />
        ))}
      </div>
    </fieldset>
  );
}
