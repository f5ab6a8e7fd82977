import { countWords } from '../../../text/count-words.ts';
import { circuitBreakerThreshold } from '../../deployments/circuit-breaker.ts';
import type { DeploymentBounds } from '../../deployments/deployment-bounds.ts';
import { type Rollout, type RolloutFrame, rollOut } from '../../deployments/roll-out.ts';
import { type DeploymentScenario, plenty } from './deployment-scenario.ts';

/** A frame with what is said of it. */
export interface FrameOfDeployment extends Pick<RolloutFrame, 'old' | 'starting' | 'fresh'> {
  readonly says: string;
}

interface FramesOfDeployment {
  /** Before anything happened. */
  readonly start: FrameOfDeployment;
  readonly frames: readonly FrameOfDeployment[];
  /** New tasks that failed; of those that fail without end, those that were shown. */
  readonly failed: number;
  readonly end: Rollout['end'] | 'rolled back' | 'failed' | 'tries for ever';
}

/** Rounds that are shown one by one; those beyond are told in one step. */
const mostRounds = 4;

/**
 * A deployment whose first new tasks may fail. As many start as may, or as many old ones stop first where none may start;
 * what fails is started again, until the circuit breaker has counted enough (D8) or the tasks become healthy. Then it goes
 * on as `rollOut`. A model, like the order of `rollOut`.
 */
export function framesOf(scenario: DeploymentScenario, bounds: DeploymentBounds): FramesOfDeployment {
  const start = { old: bounds.desired, starting: 0, fresh: 0, says: '' };
  const { frames, ...rest } = untold(scenario, bounds);
  return { start, frames: frames.map((frame, at) => ({ ...frame, says: `Frame ${at + 1}: ${frame.says}` })), ...rest };
}

function untold(scenario: DeploymentScenario, bounds: DeploymentBounds): Omit<FramesOfDeployment, 'start'> {
  const { desiredCount: desired, failingTasks, room, circuitBreaker } = scenario;
  const first = Math.min(bounds.upper - desired, room, desired);
  const stopped = first > 0 ? 0 : bounds.mayStop;
  const batch = first + stopped;
  if (failingTasks === 0 || batch === 0) return goOn(bounds, room, { old: desired, fresh: 0 });
  const old = desired - stopped;
  const threshold = circuitBreaker.enable ? circuitBreakerThreshold(desired).value : null;
  const ending = endingOf(scenario, threshold);
  const counted = Math.min(failingTasks, threshold ?? failingTasks);
  const rounds = ending === 'tries for ever' ? mostRounds : Math.ceil(counted / batch);
  const frames = [
    ...(stopped === 0 ? [] : [{ old, starting: 0, fresh: 0, says: stopWords(stopped) }]),
    ...roundsOf({ old, batch, failingTasks, threshold }, rounds),
  ];
  const failed = Math.min(failingTasks, rounds * batch);
  if (ending !== null) return { frames, failed, end: ending };
  const rest = goOn(bounds, room, { old, fresh: rounds * batch - failed });
  return { frames: [...frames, ...rest.frames], failed, end: rest.end };
}

/** How the failures end it; null where the tasks become healthy in time. */
function endingOf({ failingTasks, circuitBreaker }: DeploymentScenario, threshold: number | null) {
  if (threshold !== null && failingTasks >= threshold) return circuitBreaker.rollback ? 'rolled back' : 'failed';
  return failingTasks >= plenty ? 'tries for ever' : null;
}

/** From here on every new task becomes healthy. */
function goOn(bounds: DeploymentBounds, room: number, from: Pick<RolloutFrame, 'old' | 'fresh'>) {
  const { frames, end } = rollOut(bounds, room, from);
  return { frames: frames.slice(1).map((frame) => ({ ...frame, says: frameWords(frame) })), failed: 0, end };
}

interface Failing {
  readonly old: number;
  readonly batch: number;
  readonly failingTasks: number;
  readonly threshold: number | null;
}

function roundsOf(failing: Failing, rounds: number): readonly FrameOfDeployment[] {
  const shown = Math.min(rounds, mostRounds);
  const frames = Array.from({ length: shown }, (_, at) => roundOf(failing, at + 1)).flat();
  if (rounds === shown) return frames;
  const after = roundOf(failing, rounds).at(-1);
  const says = `${countWords(rounds - shown, 'more round')} like these ${rounds - shown === 1 ? 'follows' : 'follow'}. At the end of the last: ${after?.says ?? ''}`;
  return after === undefined ? frames : [...frames, { ...after, says }];
}

/** A round: tasks start, and those that still fail do so; a round that some outlive is the last. */
function roundOf({ old, batch, failingTasks, threshold }: Failing, round: number): readonly FrameOfDeployment[] {
  const failed = Math.min(failingTasks, round * batch);
  const fail = failed - (round - 1) * batch;
  const fresh = batch - fail;
  const counted =
    threshold === null ? '' : ` The circuit breaker has counted ${Math.min(failed, threshold)} of ${threshold}.`;
  const healthy = fresh === 0 ? '' : `, and ${fresh} ${fresh === 1 ? 'becomes' : 'become'} healthy`;
  const says = `${countWords(fail, 'new task')} ${fail === 1 ? 'fails' : 'fail'}, ${failed} so far${healthy}.${counted}`;
  return [
    { old, starting: batch, fresh: 0, says: `${countWords(batch, 'new task')} ${batch === 1 ? 'starts' : 'start'}.` },
    { old, starting: 0, fresh, says },
  ];
}

function stopWords(tasks: number): string {
  return `${countWords(tasks, 'old task')} ${tasks === 1 ? 'stops' : 'stop'} to make room.`;
}

const verbs = {
  begin: ['', ''],
  start: ['starts', 'start'],
  'become healthy': ['becomes healthy', 'become healthy'],
  stop: ['stops', 'stop'],
} as const;

function frameWords({ step, tasks, old, starting, fresh }: RolloutFrame): string {
  const [one, many] = verbs[step];
  const which = countWords(tasks, step === 'stop' ? 'old task' : 'new task');
  return `${which} ${tasks === 1 ? one : many}. Now ${old} old, ${starting} starting, ${fresh} new.`;
}
