import type { Outcome } from '../../model/diagnostic.ts';
import { type EngineFinding, findingOf } from '../verdicts/engine-finding.ts';
import { checkStepPolicy } from './check-step-policy.ts';
import { stepOf } from './step-adjustment.ts';
import type { Capacity, StepAdjustment, StepPolicy } from './step-policy.ts';

/** How a policy came to a capacity. */
export interface StepScaling {
  /** The step that the metric falls into; null when the alarm is not in breach or no step reaches. */
  readonly step: StepAdjustment | null;
  /** Tasks that the policy asks for, before the bounds of the target. */
  readonly wanted: number;
  /** Within the bounds. */
  readonly capacity: number;
}

/**
 * G10 to G14: the tasks that a step policy leads to.
 *
 * No value when AWS refuses the policy, or when what it does not document decides: how a fraction of a task is rounded
 * (G12), and where a service starts from that is outside of its bounds (G14).
 */
export function scaleBySteps(
  policy: StepPolicy,
  metric: number,
  capacity: Capacity,
): Outcome<StepScaling, EngineFinding> {
  const { running, min, max } = capacity;
  if (![running, min, max].every((number) => Number.isInteger(number) && number >= 0) || min > max) {
    throw new Error(`Inconsistent: ${running} tasks within ${min} and ${max}`);
  }
  const faults = checkStepPolicy(policy);
  if (faults.length > 0) return { value: null, diagnostics: faults };
  const step = stepOf(policy, metric);
  if (step === null) return { value: { step, wanted: running, capacity: running }, diagnostics: [] };
  const lifted = running < min ? wantedFrom(policy, step, min) : [];
  const all = [...wantedFrom(policy, step, running), ...lifted];
  const reached = new Set(all.map((wanted) => Math.min(Math.max(wanted, min), max)));
  const isLift = running < min && all.every((wanted) => wanted > running);
  const isInside = running >= min && running <= max;
  const [wanted = running] = all;
  const [only = running] = reached;
  if (reached.size === 1 && (isInside || isLift)) return { value: { step, wanted, capacity: only }, diagnostics: [] };
  return { value: null, diagnostics: [isInside ? fraction(step, running) : outsideBounds(capacity)] };
}

/** What is wanted, by each rounding that AWS might use. */
function wantedFrom(policy: StepPolicy, { scalingAdjustment }: StepAdjustment, running: number): readonly number[] {
  const { adjustmentType, minAdjustmentMagnitude = 0 } = policy;
  if (adjustmentType === 'ExactCapacity') return [scalingAdjustment];
  if (adjustmentType === 'ChangeInCapacity') return [running + scalingAdjustment];
  const product = running * scalingAdjustment;
  const change = product / 100;
  const roundings = product % 100 === 0 ? [change] : [Math.floor(change), Math.ceil(change)];
  const least = Math.sign(scalingAdjustment) * minAdjustmentMagnitude;
  // Whether the least change also holds for a percentage of nothing is not documented.
  if (change === 0) return [running, running + least];
  return roundings.map((tasks) => running + (change > 0 ? Math.max(tasks, least) : Math.min(tasks, least)));
}

function fraction({ scalingAdjustment }: StepAdjustment, running: number): EngineFinding {
  if (running * scalingAdjustment === 0) {
    const message = `Whether a least change also holds for ${scalingAdjustment} % of ${running} tasks is told nowhere.`;
    return findingOf('not documented', 'G12', '', message, 'Begin with a task, or leave the least change out.');
  }
  const message = `What ${scalingAdjustment} % of ${running} tasks comes to hangs on how AWS rounds it.`;
  return findingOf('not documented', 'G12', '', message, 'Choose a percentage that gives whole tasks.');
}

function outsideBounds({ running, min, max }: Capacity): EngineFinding {
  const message = `${running} tasks are outside of ${min} to ${max}, and from where AWS reckons then is not documented in full.`;
  return findingOf('not documented', 'G14', '/running', message, 'Begin within the bounds.');
}
