import { countWords } from '../../../text/count-words.ts';
import { stepOf as stepReached } from '../../scaling/step-adjustment.ts';
import { distinctOptions } from '../distinct-options.ts';
import type { Lab, LabPart, LabRun, LabStep, LabTable, Prediction } from '../lab.ts';
import { type Period, periodsOf } from './scaling-periods.ts';
import { drawScaling, loads, policiesOf, readScalingScenario, type ScalingScenario } from './scaling-scenario.ts';

/** The periods so far, and the lines that the metric is held against. */
export interface ScalingPicture {
  readonly periods: readonly Pick<Period, 'metric' | 'after' | 'isHeld'>[];
  readonly lines: readonly { readonly name: string; readonly at: number }[];
}

const heads = ['Value'];
const stages = ['Periods', 'The end'];

/** How many tasks a scaling policy leads to, period by period. */
export const scalingLab: Lab<ScalingScenario, ScalingPicture> = {
  name: 'auto-scaling',
  start: {
    policyType: 'StepScaling',
    scaleOut: {
      threshold: 70,
      adjustmentType: 'ChangeInCapacity',
      steps: [
        { metricIntervalLowerBound: 0, metricIntervalUpperBound: 15, scalingAdjustment: 1 },
        { metricIntervalLowerBound: 15, metricIntervalUpperBound: null, scalingAdjustment: 3 },
      ],
    },
    targetValue: 50,
    disableScaleIn: false,
    cooldown: 2,
    running: 2,
    minCapacity: 1,
    maxCapacity: 10,
    metric: loads.ramp ?? [],
  },
  read: readScalingScenario,
  draw: drawScaling,
  given,
  compare,
  run: (scenario) => ({ value: runOf(scenario), diagnostics: [] }),
};

function given(scenario: ScalingScenario): readonly LabTable[] {
  const steps = policiesOf(scenario).flatMap(({ name, policy }) =>
    policy.steps.map((step) => [
      name,
      `${policy.alarm} ${policy.threshold}`,
      `${step.metricIntervalLowerBound ?? '−∞'} to ${step.metricIntervalUpperBound ?? '∞'}`,
      `${policy.adjustmentType} ${step.scalingAdjustment}`,
    ]),
  );
  const tracking = [
    'TargetTracking',
    `target ${scenario.targetValue}`,
    'none',
    scenario.disableScaleIn ? 'no scale-in' : 'both ways',
  ];
  return [
    {
      caption: 'Policies; bounds are differences from the threshold',
      heads: ['Policy', 'Alarm', 'From … to', 'Adjustment'],
      rows: scenario.policyType === 'StepScaling' ? steps : [tracking],
    },
    {
      caption: 'The metric',
      heads: ['Period', 'Value'],
      rows: scenario.metric.map((value, at) => [String(at + 1), value === null ? 'no data' : String(value)]),
    },
  ];
}

function runOf(scenario: ScalingScenario): LabRun<ScalingScenario, ScalingPicture> {
  const periods = periodsOf(scenario);
  const last = periods.at(-1);
  const end = last?.after ?? scenario.running;
  const unknown = last?.unknown ?? [];
  const steps = periods.map((period, at) =>
    stepOf(scenario, 0, periodWords(period, at), periods.slice(0, at + 1), period),
  );
  const closing = last === undefined ? [] : [stepOf(scenario, 1, endWords(scenario, periods), periods, last)];
  return {
    prediction: predictionOf(scenario, periods),
    stages,
    before: stepOf(scenario, -1, 'No period has passed yet.', [], null),
    steps: unknown.length > 0 ? steps : [...steps, ...closing],
    outcome: unknown.length > 0 ? 'What comes next is not documented.' : endWords(scenario, periods),
    measures: {
      'tasks at the end': end,
      'tasks at the most': Math.max(scenario.running, ...periods.map(({ after }) => after)),
      changes: periods.filter(({ before, after }) => before !== after).length,
      'periods worked out': unknown.length > 0 ? periods.length - 1 : periods.length,
    },
    remedies: [],
    findings: unknown,
  };
}

function stepOf(
  scenario: ScalingScenario,
  stage: number,
  says: string,
  periods: readonly Period[],
  now: Period | null,
): LabStep<ScalingPicture> {
  const tasks = now?.after ?? scenario.running;
  const policies = policiesOf(scenario).map(({ name }) => policyPart(scenario, name, now));
  const tracking = scenario.policyType === 'TargetTrackingScaling' ? [trackingPart(scenario, now)] : [];
  const parts: readonly LabPart[] = [
    part(
      'Metric',
      now === null ? '' : valueWords(now.metric),
      now === null ? 'waiting' : 'kept',
      now === null ? 'Not read' : valueWords(now.metric),
      metricWords(scenario, now),
    ),
    ...policies,
    ...tracking,
    part(
      'Tasks',
      String(tasks),
      'chosen',
      countWords(tasks, 'task'),
      `Between ${scenario.minCapacity} and ${scenario.maxCapacity}.`,
    ),
  ];
  const picture = {
    periods: periods.map(({ metric, after, isHeld }) => ({ metric, after, isHeld })),
    lines: linesOf(scenario),
  };
  return { stage, says, heads, parts, picture };
}

function part(name: string, cell: string, standing: LabPart['standing'], lead: string, words: string): LabPart {
  return { name, standing, lead, words, cells: [cell === '' ? 'none' : cell] };
}

function valueWords(metric: number | null): string {
  return metric === null ? 'no data' : String(metric);
}

function metricWords(scenario: ScalingScenario, now: Period | null): string {
  if (now === null || now.metric === null) return now === null ? '' : 'Without data no alarm is in breach.';
  return `Its line: ${linesOf(scenario)
    .map(({ name, at }) => `${name} ${at}`)
    .join(', ')}.`;
}

function linesOf(scenario: ScalingScenario): ScalingPicture['lines'] {
  if (scenario.policyType === 'TargetTrackingScaling') return [{ name: 'target', at: scenario.targetValue }];
  return policiesOf(scenario).map(({ name, policy }) => ({
    name: name === 'scaleOut' ? 'out at' : 'in at',
    at: policy.threshold,
  }));
}

function policyPart(scenario: ScalingScenario, name: 'scaleOut' | 'scaleIn', now: Period | null): LabPart {
  const title = name === 'scaleOut' ? 'Scale out' : 'Scale in';
  const policy = policiesOf(scenario).find((each) => each.name === name)?.policy;
  if (now === null || policy === undefined) return part(title, '', 'waiting', 'Waits', '');
  const step = now.metric === null ? null : stepReached(policy, now.metric);
  if (step === null)
    return part(title, '', 'behind', 'Not in breach', `Its alarm fires ${policy.alarm} ${policy.threshold}.`);
  const how = `${(now.metric ?? 0) - policy.threshold} from the threshold is the step ${step.metricIntervalLowerBound ?? '−∞'} to ${step.metricIntervalUpperBound ?? '∞'}: ${policy.adjustmentType} ${step.scalingAdjustment}.`;
  if (now.unknown.length > 0) return part(title, '', 'out', 'Not documented', how);
  const wanted = now.asks[name] ?? null;
  if (wanted === null) return part(title, '', 'behind', 'Changes nothing', `${how} ${unchangedWords(scenario, now)}`);
  if (name === 'scaleIn' && now.isHeld)
    return part(title, String(wanted), 'out', 'Held', `${how} The cooldown of the last scale-in is not over.`);
  return part(title, String(wanted), 'best', `Asks for ${wanted}`, how);
}

function unchangedWords({ minCapacity, maxCapacity, cooldown }: ScalingScenario, { before }: Period): string {
  if (before === maxCapacity) return `There are ${maxCapacity} already, and more may not be.`;
  if (before === minCapacity) return `There are ${minCapacity}, and fewer may not be.`;
  return cooldown > 0 ? 'The step before has added as much, and its cooldown is not over.' : '';
}

function trackingPart(
  { disableScaleIn, targetValue, maxCapacity, minCapacity }: ScalingScenario,
  now: Period | null,
): LabPart {
  const title = 'Target tracking';
  if (now === null) return part(title, '', 'waiting', 'Waits', '');
  const model = 'A model: AWS does not publish its formula.';
  const wanted = now.asks.tracking ?? null;
  if (now.metric === null)
    return part(title, '', 'behind', 'Does nothing', 'Without data it starts and stops nothing.');
  if (now.isHeld)
    return part(title, String(wanted), 'out', 'Held', `The cooldown of the last scale-in is not over. ${model}`);
  if (wanted !== null)
    return part(
      title,
      String(wanted),
      'best',
      `Asks for ${wanted}`,
      `${now.metric} is ${wanted > now.before ? 'above' : 'below'} the target of ${targetValue}. ${model}`,
    );
  const bounded = now.before === maxCapacity || now.before === minCapacity ? ' The bounds hold it.' : '';
  const off = disableScaleIn && now.metric < targetValue ? ' Scale-in is off.' : '';
  return part(
    title,
    '',
    'behind',
    'Changes nothing',
    `${now.metric} beside a target of ${targetValue}.${off}${bounded} ${model}`,
  );
}

function periodWords({ metric, before, after, isHeld, unknown }: Period, at: number): string {
  const told = `Period ${at + 1}: the metric is ${metric === null ? 'missing' : metric}.`;
  const [open] = unknown;
  if (open !== undefined) return `${told} ${open.message} ${open.fix}`;
  if (isHeld) return `${told} A scale-in is asked for and held by its cooldown; ${countWords(before, 'task')} go on.`;
  if (after === before) return `${told} ${countWords(before, 'task')} ${before === 1 ? 'goes' : 'go'} on.`;
  const change = after > before ? `${after - before} more` : `${before - after} fewer`;
  return `${told} From ${before} to ${countWords(after, 'task')}, ${change}.`;
}

function endWords({ running }: ScalingScenario, periods: readonly Period[]): string {
  const end = periods.at(-1)?.after ?? running;
  return `After ${countWords(periods.length, 'period')} ${countWords(end, 'task')} ${end === 1 ? 'runs' : 'run'}; it began with ${running}.`;
}

/** Of numbers where they are documented, of the direction where they are not. */
function predictionOf(scenario: ScalingScenario, periods: readonly Period[]): Prediction {
  const { running, maxCapacity, policyType } = scenario;
  const isKnown = periods.every(({ unknown }) => unknown.length === 0);
  if (policyType === 'StepScaling' && isKnown) {
    const end = periods.at(-1)?.after ?? running;
    const asked = policiesOf(scenario).flatMap(({ policy }) =>
      policy.steps.map(({ scalingAdjustment }) => scalingAdjustment),
    );
    const each = periods.filter(({ before, after }) => after !== before).length;
    const guesses = [end, running, maxCapacity, end + 1, ...asked.map((change) => running + change), running + each];
    return { asks: 'How many tasks run at the end?', options: distinctOptions(guesses), right: [String(end)] };
  }
  const first = periods.find(({ before, after }) => before !== after);
  const right =
    first === undefined ? 'it changes nothing' : first.after > first.before ? 'it starts tasks' : 'it stops tasks';
  return {
    asks: 'What does it do first?',
    options: ['it starts tasks', 'it stops tasks', 'it changes nothing'],
    right: [right],
  };
}

/** The same load under other cooldowns. */
function compare(scenario: ScalingScenario): LabTable {
  const rows = [0, 1, 3, 5].map((cooldown) => {
    const periods = periodsOf({ ...scenario, cooldown });
    const last = periods.at(-1);
    const isOpen = (last?.unknown.length ?? 0) > 0;
    const most = Math.max(scenario.running, ...periods.map(({ after }) => after));
    return [
      countWords(cooldown, 'period'),
      isOpen ? 'not documented' : String(last?.after ?? scenario.running),
      String(most),
    ];
  });
  return {
    caption: 'The same load under other cooldowns',
    heads: ['Cooldown', 'Tasks at the end', 'Tasks at the most'],
    rows,
  };
}
