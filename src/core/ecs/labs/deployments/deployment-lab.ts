import { countWords } from '../../../text/count-words.ts';
import { circuitBreakerThreshold } from '../../deployments/circuit-breaker.ts';
import { type DeploymentBounds, deploymentBounds } from '../../deployments/deployment-bounds.ts';
import { type RolloutFrame, rollOut } from '../../deployments/roll-out.ts';
import { distinctOptions } from '../distinct-options.ts';
import type { Lab, LabPart, LabRun, LabStep, LabTable, Prediction } from '../lab.ts';
import { type DeploymentScenario, drawDeployment, readDeploymentScenario } from './deployment-scenario.ts';
import { type FrameOfDeployment, failingFrames } from './failing-frames.ts';

/** The frames up to the step, and the bounds once they are known. */
export interface DeploymentPicture {
  readonly frames: readonly Pick<RolloutFrame, 'old' | 'starting' | 'fresh'>[];
  readonly lower: number | null;
  readonly upper: number | null;
}

const stages = ['Lower bound', 'Upper bound', 'The rollout', 'The end'];
const isModel = 'AWS documents the bounds, not the order within them; this is one order that keeps them.';

/** How far a rolling deployment comes within its bounds. */
export const deploymentLab: Lab<DeploymentScenario, DeploymentPicture> = {
  name: 'deployments',
  start: {
    desiredCount: 4,
    minimumHealthyPercent: 50,
    maximumPercent: 150,
    room: 1000,
    newTasksFail: false,
    circuitBreaker: { enable: false, rollback: false },
  },
  read: readDeploymentScenario,
  draw: drawDeployment,
  given,
  compare,
  run: (scenario) => ({ value: runOf(scenario), diagnostics: [] }),
};

function given(scenario: DeploymentScenario): readonly LabTable[] {
  const { desiredCount, minimumHealthyPercent, maximumPercent, room, newTasksFail, circuitBreaker } = scenario;
  const breaker = !circuitBreaker.enable
    ? 'off'
    : circuitBreaker.rollback
      ? 'on, with rollback'
      : 'on, without rollback';
  return [
    {
      caption: 'The service',
      heads: ['What', 'Value'],
      rows: [
        ['desiredCount', String(desiredCount)],
        ['minimumHealthyPercent', String(minimumHealthyPercent)],
        ['maximumPercent', String(maximumPercent)],
        ['room for more tasks', room >= 1000 ? 'as many as wanted' : String(room)],
        ['the new tasks', newTasksFail ? 'all fail' : 'become healthy'],
        ['circuit breaker', breaker],
      ],
    },
  ];
}

function runOf(scenario: DeploymentScenario): LabRun<DeploymentScenario, DeploymentPicture> {
  const { desiredCount, minimumHealthyPercent, maximumPercent, room } = scenario;
  const bounds = deploymentBounds(desiredCount, minimumHealthyPercent, maximumPercent);
  const { frames, end } = scenario.newTasksFail ? failingFrames(scenario, bounds) : rollOut(bounds, room);
  const told = frames
    .slice(1)
    .map((frame, at): FrameOfDeployment => ({ ...frame, says: 'says' in frame ? frame.says : frameWords(frame, at) }));
  const [first] = frames;
  const start: FrameOfDeployment = { ...(first ?? noFrame), says: '' };
  const past = (upTo: number) => [start, ...told.slice(0, upTo)];
  const last = told.at(-1) ?? start;
  const steps = [
    stepOf(
      0,
      `${desiredCount} × ${minimumHealthyPercent} %, rounded up: at least ${bounds.lower} must stay healthy, so ${bounds.mayStop} may stop first.`,
      past(0),
      start,
      bounds,
      'lower',
    ),
    stepOf(
      1,
      `${desiredCount} × ${maximumPercent} %, rounded down: at most ${bounds.upper} may run, so ${bounds.mayStart} may start first.`,
      past(0),
      start,
      bounds,
      'both',
    ),
    ...told.map((frame, at) => stepOf(2, frame.says, past(at + 1), frame, bounds, 'both')),
    stepOf(3, endWords(end, bounds, scenario), past(told.length), last, bounds, 'both'),
  ];
  return {
    prediction: predictionOf(scenario, bounds, end),
    stages,
    before: stepOf(-1, 'Nothing has happened yet.', past(0), start, bounds, 'none'),
    steps,
    outcome: `${endWords(end, bounds, scenario)} ${isModel}`,
    measures: {
      done: end === 'done' ? 1 : 0,
      'healthy tasks at the least': Math.min(...[start, ...told].map(({ old, fresh }) => old + fresh)),
      'tasks at the most': Math.max(...[start, ...told].map(({ old, starting, fresh }) => old + starting + fresh)),
    },
    remedies: remediesOf(scenario, end),
    findings: [],
  };
}

const noFrame = { old: 0, starting: 0, fresh: 0 };

type Known = 'none' | 'lower' | 'both';

function stepOf(
  stage: number,
  says: string,
  frames: readonly FrameOfDeployment[],
  { old, starting, fresh }: Pick<RolloutFrame, 'old' | 'starting' | 'fresh'>,
  { lower, upper }: DeploymentBounds,
  known: Known,
): LabStep<DeploymentPicture> {
  const healthy = old + fresh;
  const all = healthy + starting;
  const [hasLower, hasUpper] = [known !== 'none', known === 'both'];
  const parts: readonly LabPart[] = [
    part(
      'Old tasks',
      old,
      old === 0 ? 'out' : 'kept',
      old === 0 ? 'All have stopped.' : 'Healthy, of the old revision.',
    ),
    part(
      'Starting',
      starting,
      'waiting',
      starting === 0 ? 'None is on its way.' : 'Of the new revision, not healthy yet.',
    ),
    part(
      'New tasks',
      fresh,
      fresh === 0 ? 'waiting' : 'best',
      fresh === 0 ? 'None is healthy yet.' : 'Healthy, of the new revision.',
    ),
    part(
      'Healthy together',
      healthy,
      'kept',
      hasLower ? `At least ${lower} must be.` : 'How few may be is not worked out yet.',
    ),
    part('All together', all, 'kept', hasUpper ? `At most ${upper} may be.` : 'How many may be is not worked out yet.'),
  ];
  const picture = {
    frames: frames.map((frame) => ({ old: frame.old, starting: frame.starting, fresh: frame.fresh })),
    lower: hasLower ? lower : null,
    upper: hasUpper ? upper : null,
  };
  return { stage, says, heads: ['Tasks'], parts, picture };
}

function part(name: string, tasks: number, standing: LabPart['standing'], words: string): LabPart {
  return { name, standing, lead: countWords(tasks, 'task'), words, cells: [String(tasks)] };
}

function frameWords({ step, tasks, old, starting, fresh }: RolloutFrame, at: number): string {
  const now = `Now ${old} old, ${starting} starting, ${fresh} new.`;
  const what = { begin: '', start: 'start', 'become healthy': 'become healthy', stop: 'stop' }[step];
  const which = step === 'stop' ? 'old' : 'new';
  const verb = tasks === 1 ? (step === 'become healthy' ? 'becomes healthy' : `${what}s`) : what;
  return `Frame ${at + 1}: ${tasks} ${which} ${tasks === 1 ? 'task' : 'tasks'} ${verb}. ${now}`;
}

type End = ReturnType<typeof rollOut>['end'] | 'rolled back' | 'failed' | 'tries for ever';

function endWords(
  end: End,
  { lower, upper }: DeploymentBounds,
  { desiredCount, circuitBreaker }: DeploymentScenario,
): string {
  const threshold = circuitBreakerThreshold(desiredCount).value ?? 0;
  switch (end) {
    case 'done':
      return 'The deployment is done: only new tasks run.';
    case 'stuck by bounds':
      return `The deployment is stuck: ${lower} must stay healthy and no more than ${upper} may run, so neither a stop nor a start is allowed.`;
    case 'stuck by room':
      return 'The deployment is stuck: the bounds allow a start, but the cluster has no room for another task.';
    case 'rolled back':
      return `The circuit breaker trips at ${countWords(threshold, 'failed task')} and rolls back to the last deployment that was done.`;
    case 'failed':
      return `The circuit breaker trips at ${countWords(threshold, 'failed task')}, the deployment fails, and nothing is rolled back.`;
    case 'tries for ever':
      return `Without ${circuitBreaker.enable ? 'room' : 'a circuit breaker'} the service goes on starting tasks that fail.`;
  }
}

function predictionOf(scenario: DeploymentScenario, bounds: DeploymentBounds, end: End): Prediction {
  const { desiredCount, minimumHealthyPercent, maximumPercent } = scenario;
  if (end !== 'done') {
    return {
      asks: 'How does it end?',
      options: ['done', 'stuck', 'failed', 'rolled back', 'it tries for ever'],
      right: [end.startsWith('stuck') ? 'stuck' : end === 'tries for ever' ? 'it tries for ever' : end],
    };
  }
  const down = Math.floor((desiredCount * minimumHealthyPercent) / 100);
  const up = Math.ceil((desiredCount * maximumPercent) / 100);
  return {
    asks: 'How many new tasks may start before an old one stops?',
    options: distinctOptions([
      bounds.mayStart,
      up - desiredCount,
      bounds.mayStop,
      desiredCount - down,
      0,
      desiredCount,
    ]),
    right: [String(bounds.mayStart)],
  };
}

function remediesOf(scenario: DeploymentScenario, end: End) {
  if (end === 'stuck by bounds' || end === 'stuck by room') {
    return [
      ...(scenario.minimumHealthyPercent > 50
        ? [
            {
              label: 'Let half of the tasks stop (minimumHealthyPercent 50)',
              scenario: { ...scenario, minimumHealthyPercent: 50 },
            },
          ]
        : []),
      ...(end === 'stuck by bounds'
        ? [{ label: 'Allow twice as many tasks (maximumPercent 200)', scenario: { ...scenario, maximumPercent: 200 } }]
        : []),
      ...(end === 'stuck by room'
        ? [{ label: 'Give the cluster room for one more task', scenario: { ...scenario, room: scenario.room + 1 } }]
        : []),
    ];
  }
  if (end === 'tries for ever' && !scenario.circuitBreaker.enable) {
    return [
      {
        label: 'Switch the circuit breaker on, with rollback',
        scenario: { ...scenario, circuitBreaker: { enable: true, rollback: true } },
      },
    ];
  }
  return [];
}

const pairs = [
  [100, 200],
  [50, 200],
  [50, 100],
  [100, 150],
  [100, 100],
] as const;

/** The same service under other percentages. */
function compare({ desiredCount }: DeploymentScenario): LabTable {
  const rows = pairs.map(([minimum, maximum]) => {
    const bounds = deploymentBounds(desiredCount, minimum, maximum);
    return [
      `${minimum} / ${maximum}`,
      String(bounds.lower),
      String(bounds.upper),
      bounds.isStuck ? 'is stuck' : 'moves',
    ];
  });
  return {
    caption: `${countWords(desiredCount, 'task')} under other percentages`,
    heads: ['Minimum / maximum', 'At least healthy', 'At most running', 'The deployment'],
    rows,
  };
}
