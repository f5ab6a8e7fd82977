import { countWords } from '../../../text/count-words.ts';
import { type DeploymentBounds, deploymentBounds } from '../../deployments/deployment-bounds.ts';
import type { RolloutFrame } from '../../deployments/roll-out.ts';
import { distinctOptions } from '../distinct-options.ts';
import type { Lab, LabPart, LabRun, LabStep, LabTable, Prediction } from '../lab.ts';
import { type End, endWords, remediesOf } from './deployment-end.ts';
import { type FrameOfDeployment, framesOf } from './deployment-frames.ts';
import { type DeploymentScenario, drawDeployment, plenty, readDeploymentScenario } from './deployment-scenario.ts';

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
    room: plenty,
    failingTasks: 0,
    circuitBreaker: { enable: false, rollback: false },
  },
  read: readDeploymentScenario,
  draw: drawDeployment,
  given,
  compare,
  run: (scenario) => ({ value: runOf(scenario), diagnostics: [] }),
};

function given(scenario: DeploymentScenario): readonly LabTable[] {
  const { desiredCount, minimumHealthyPercent, maximumPercent, room, failingTasks, circuitBreaker } = scenario;
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
        ['room for more tasks', room >= plenty ? 'as many as wanted' : String(room)],
        ['new tasks that fail', failingTasks >= plenty ? 'all' : String(failingTasks)],
        ['circuit breaker', breaker],
      ],
    },
  ];
}

function runOf(scenario: DeploymentScenario): LabRun<DeploymentScenario, DeploymentPicture> {
  const { desiredCount, minimumHealthyPercent, maximumPercent } = scenario;
  const bounds = deploymentBounds(desiredCount, minimumHealthyPercent, maximumPercent);
  const { start, frames: told, failed, end } = framesOf(scenario, bounds);
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
      'failed tasks': failed,
      done: end === 'done' ? 1 : 0,
      'healthy tasks at the least': Math.min(...[start, ...told].map(({ old, fresh }) => old + fresh)),
      'tasks at the most': Math.max(...[start, ...told].map(({ old, starting, fresh }) => old + starting + fresh)),
    },
    remedies: remediesOf(scenario, end),
    findings: [],
  };
}

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
      old === 0 ? 'behind' : 'kept',
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

function predictionOf(scenario: DeploymentScenario, bounds: DeploymentBounds, end: End): Prediction {
  const { desiredCount, minimumHealthyPercent, maximumPercent } = scenario;
  if (end !== 'done' || scenario.failingTasks > 0) {
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
