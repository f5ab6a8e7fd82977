import { countWords } from '../../../text/count-words.ts';
import { stepOf } from '../../scaling/step-adjustment.ts';
import { millionths, type StepAdjustment } from '../../scaling/step-policy.ts';
import type { LabPart } from '../lab.ts';
import type { Period } from './scaling-periods.ts';
import { type NamedPolicy, policiesOf, type ScalingScenario } from './scaling-scenario.ts';

/** A line that the metric is held against. */
export interface MetricLine {
  readonly name: string;
  readonly at: number;
}

/** The thresholds of the alarms, or the target. */
export function linesOf(scenario: ScalingScenario): readonly MetricLine[] {
  if (scenario.policyType === 'TargetTrackingScaling') return [{ name: 'target', at: scenario.targetValue }];
  return policiesOf(scenario).map(({ name, policy }) => ({
    name: name === 'scaleOut' ? 'out at' : 'in at',
    at: policy.threshold,
  }));
}

/** How metric, policies and tasks stand after a period; null before the first. */
export function partsOf(scenario: ScalingScenario, now: Period | null): readonly LabPart[] {
  const { policyType, running, minCapacity, maxCapacity } = scenario;
  const tasks = now?.after ?? running;
  return [
    metricPart(scenario, now),
    ...policiesOf(scenario).map((each) => policyPart(scenario, each, now)),
    ...(policyType === 'TargetTrackingScaling' ? [trackingPart(scenario, now)] : []),
    part('Cooldown', cooldownCell(now), now?.cooldown ? 'kept' : 'waiting', ...cooldownWords(now)),
    part('Tasks', String(tasks), 'chosen', countWords(tasks, 'task'), `Between ${minCapacity} and ${maxCapacity}.`),
  ];
}

function part(name: string, cell: string, standing: LabPart['standing'], lead: string, words: string): LabPart {
  return { name, standing, lead, words, cells: [cell === '' ? 'none' : cell] };
}

function metricPart(scenario: ScalingScenario, now: Period | null): LabPart {
  if (now === null) return part('Metric', '', 'waiting', 'Not read', '');
  const alarms = 'An alarm without data is not in breach, unless it is told to treat missing data as breaching.';
  if (now.metric === null) {
    return part('Metric', '', 'kept', 'No data', scenario.policyType === 'StepScaling' ? alarms : '');
  }
  const lines = linesOf(scenario).map(({ name, at }) => `${name} ${at}`);
  const words = lines.length === 0 ? '' : `Its line: ${lines.join(', ')}.`;
  return part('Metric', String(now.metric), 'kept', String(now.metric), words);
}

function cooldownCell(now: Period | null): string {
  return now?.cooldown ? countWords(now.cooldown.left, 'period') : '';
}

function cooldownWords(now: Period | null): readonly [lead: string, words: string] {
  if (now === null || now.cooldown === null) return ['None', ''];
  const { direction, left } = now.cooldown;
  return [`Of a ${direction}`, `${countWords(left, 'period')} left, this one included.`];
}

function policyPart(scenario: ScalingScenario, { name, policy }: NamedPolicy, now: Period | null): LabPart {
  const title = name === 'scaleOut' ? 'Scale out' : 'Scale in';
  if (now === null) return part(title, '', 'waiting', 'Waits', '');
  const step = now.metric === null ? null : stepOf(policy, now.metric);
  if (step === null) {
    return part(title, '', 'behind', 'Not in breach', `Its alarm fires ${policy.alarm} ${policy.threshold}.`);
  }
  const reckoned = isReckonedFromBefore(name, now)
    ? ` Reckoned from the ${now.cooldown?.from} before the cooldown.`
    : '';
  const how = `${stepWords(now.metric ?? 0, policy.threshold, step)}: ${policy.adjustmentType} ${step.scalingAdjustment}.${reckoned}`;
  if (now.unknown.length > 0) return part(title, '', 'out', 'Not documented', how);
  const wanted = now.asks[name] ?? null;
  if (wanted === null)
    return part(title, '', 'behind', 'Changes nothing', `${how}${unchangedWords(scenario, name, now)}`);
  if (name === 'scaleIn' && now.isHeld) return part(title, String(wanted), 'out', 'Held', `${how} ${heldWords}`);
  return part(title, String(wanted), 'best', `Asks for ${wanted}`, how);
}

const heldWords = 'The cooldown of the last scale-in is not over.';

/** During the cooldown of a scale-out a step out adds to the tasks that there were before it. */
export function isReckonedFromBefore(name: NamedPolicy['name'], { cooldown, metric }: Period): boolean {
  return name === 'scaleOut' && metric !== null && cooldown?.direction === 'scale out';
}

/** A difference in millionths, so that 0.3 − 0.1 is 0.2. */
function stepWords(metric: number, threshold: number, step: StepAdjustment): string {
  const difference = (millionths(metric) - millionths(threshold)) / 1_000_000;
  const [from, to] = [step.metricIntervalLowerBound ?? '−∞', step.metricIntervalUpperBound ?? '∞'];
  return `${difference} from the threshold is the step ${from} to ${to}`;
}

function unchangedWords({ minCapacity, maxCapacity }: ScalingScenario, name: NamedPolicy['name'], now: Period): string {
  if (isReckonedFromBefore(name, now)) return ' That is no more than there are now.';
  if (name === 'scaleOut' && now.before === maxCapacity)
    return ` There are ${maxCapacity} already, and more may not be.`;
  if (name === 'scaleIn' && now.before === minCapacity) return ` There are ${minCapacity}, and fewer may not be.`;
  return '';
}

function trackingPart(
  { disableScaleIn, targetValue, maxCapacity, minCapacity }: ScalingScenario,
  now: Period | null,
): LabPart {
  const title = 'Target tracking';
  if (now === null) return part(title, '', 'waiting', 'Waits', '');
  const { metric, before, isHeld, unknown } = now;
  const model = 'A model: AWS does not publish its formula.';
  if (metric === null) return part(title, '', 'behind', 'Does nothing', 'Without data it starts and stops nothing.');
  const wanted = now.asks.tracking ?? null;
  if (unknown.length > 0) return part(title, '', 'out', 'Not documented', model);
  if (isHeld) return part(title, String(wanted), 'out', 'Held', `${heldWords} ${model}`);
  if (wanted !== null) {
    const side = wanted > before ? 'above' : 'below';
    return part(
      title,
      String(wanted),
      'best',
      `Asks for ${wanted}`,
      `${metric} is ${side} the target of ${targetValue}. ${model}`,
    );
  }
  const isBound = (metric > targetValue && before === maxCapacity) || (metric < targetValue && before === minCapacity);
  const bounded = isBound ? ' The bounds hold it.' : '';
  const off = disableScaleIn && metric < targetValue ? ' Scale-in is off.' : '';
  return part(
    title,
    '',
    'behind',
    'Changes nothing',
    `${metric} beside a target of ${targetValue}.${off}${bounded} ${model}`,
  );
}
