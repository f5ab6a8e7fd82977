import { countWords } from '../../../text/count-words.ts';
import { circuitBreakerThreshold } from '../../deployments/circuit-breaker.ts';
import type { DeploymentBounds } from '../../deployments/deployment-bounds.ts';
import type { RolloutFrame } from '../../deployments/roll-out.ts';
import type { DeploymentScenario } from './deployment-scenario.ts';

/** A frame with what is said of it. */
export interface FrameOfDeployment extends Pick<RolloutFrame, 'old' | 'starting' | 'fresh'> {
  readonly says: string;
}

interface FailingRollout {
  readonly frames: readonly FrameOfDeployment[];
  readonly end: 'stuck by bounds' | 'stuck by room' | 'rolled back' | 'failed' | 'tries for ever';
}

/** Rounds that are shown one by one; those beyond are told in one step. */
const mostRounds = 4;

/**
 * A deployment whose new tasks never become healthy: as many old ones stop as may, new ones start in their place and
 * fail, again and again, until the circuit breaker has counted enough (D8). A model, like the order of `rollOut`.
 */
export function failingFrames(scenario: DeploymentScenario, bounds: DeploymentBounds): FailingRollout {
  const { desiredCount: desired, room, circuitBreaker } = scenario;
  const begin: FrameOfDeployment = { old: desired, starting: 0, fresh: 0, says: '' };
  if (bounds.isStuck) return { frames: [begin], end: 'stuck by bounds' };
  const first = Math.min(bounds.upper - desired, room, desired);
  if (first === 0 && bounds.mayStop === 0) return { frames: [begin], end: 'stuck by room' };
  const old = first > 0 ? desired : desired - bounds.mayStop;
  const batch = first > 0 ? first : bounds.mayStop;
  const stopped: FrameOfDeployment[] =
    first > 0
      ? []
      : [{ old, starting: 0, fresh: 0, says: `${countWords(bounds.mayStop, 'old task')} stop to make room.` }];
  const threshold = circuitBreaker.enable ? (circuitBreakerThreshold(desired).value ?? 0) : null;
  const rounds = threshold === null ? mostRounds : Math.ceil(threshold / batch);
  const shown = Array.from({ length: Math.min(rounds, mostRounds) }, (_, at) =>
    roundOf(at + 1, { old, batch, threshold }),
  );
  const left = rounds - shown.length;
  const more =
    left <= 0 ? [] : [{ old, starting: 0, fresh: 0, says: `${countWords(left, 'more round')} like these follow.` }];
  const end = threshold === null ? 'tries for ever' : circuitBreaker.rollback ? 'rolled back' : 'failed';
  return { frames: [begin, ...stopped, ...shown.flat(), ...more], end };
}

function roundOf(
  round: number,
  { old, batch, threshold }: { readonly old: number; readonly batch: number; readonly threshold: number | null },
): readonly FrameOfDeployment[] {
  const failed = round * batch;
  const counted =
    threshold === null ? '' : ` The circuit breaker has counted ${Math.min(failed, threshold)} of ${threshold}.`;
  return [
    { old, starting: batch, fresh: 0, says: `${countWords(batch, 'new task')} ${batch === 1 ? 'starts' : 'start'}.` },
    { old, starting: 0, fresh: 0, says: `${batch === 1 ? 'It fails' : 'They fail'}, ${failed} so far.${counted}` },
  ];
}
