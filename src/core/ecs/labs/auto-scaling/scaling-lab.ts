import { countWords } from '../../../text/count-words.ts';
import { stepOf as stepReached } from '../../scaling/step-adjustment.ts';
import { distinctOptions } from '../distinct-options.ts';
import type { Lab, LabRun, LabStep, LabTable, Prediction } from '../lab.ts';
import { isReckonedFromBefore, linesOf, type MetricLine, partsOf } from './scaling-parts.ts';
import { type Period, periodsOf } from './scaling-periods.ts';
import { drawScaling, loads, policiesOf, readScalingScenario, type ScalingScenario } from './scaling-scenario.ts';

/** The periods so far, and the lines that the metric is held against. */
export interface ScalingPicture {
  readonly periods: readonly Pick<Period, 'metric' | 'after' | 'cooldown'>[];
  readonly lines: readonly MetricLine[];
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
    stepOf(scenario, 0, periodWords(scenario, period, at), periods.slice(0, at + 1), period),
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
  const picture = {
    periods: periods.map(({ metric, after, cooldown }) => ({ metric, after, cooldown })),
    lines: linesOf(scenario),
  };
  return { stage, says, heads, parts: partsOf(scenario, now), picture };
}

function periodWords(scenario: ScalingScenario, period: Period, at: number): string {
  const { metric, before, after, unknown } = period;
  const told = `Period ${at + 1}: the metric is ${metric === null ? 'missing' : metric}.`;
  const [open] = unknown;
  if (open !== undefined) return `${told} ${open.message} ${open.fix}`;
  if (after === before) {
    return `${told}${stillWords(scenario, period)} ${countWords(before, 'task')} ${before === 1 ? 'goes' : 'go'} on.`;
  }
  const change = after > before ? `${after - before} more` : `${before - after} fewer`;
  return `${told} From ${before} to ${countWords(after, 'task')}, ${change}.`;
}

/** Why nothing changes: no alarm, a cooldown, or a bound. */
function stillWords(scenario: ScalingScenario, period: Period): string {
  const { metric, before, isHeld } = period;
  if (isHeld) return ' A scale-in is asked for and held by its cooldown.';
  if (metric === null || scenario.policyType !== 'StepScaling') return '';
  const fires = policiesOf(scenario).filter(({ policy }) => stepReached(policy, metric) !== null);
  const [first] = fires;
  if (first === undefined) return ' No alarm is in breach.';
  if (isReckonedFromBefore(first.name, period)) return ' A scale-out is in breach, and its cooldown goes on.';
  const isOut = first.name === 'scaleOut';
  const isBound = before === (isOut ? scenario.maxCapacity : scenario.minCapacity);
  return isBound ? ` A ${isOut ? 'scale-out' : 'scale-in'} is in breach, and the bounds hold it.` : '';
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
