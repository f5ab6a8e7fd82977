import { countWords } from '../../../text/count-words.ts';
import { circuitBreakerThreshold } from '../../deployments/circuit-breaker.ts';
import { type DeploymentBounds, deploymentBounds } from '../../deployments/deployment-bounds.ts';
import type { Remedy } from '../lab.ts';
import { framesOf } from './deployment-frames.ts';
import type { DeploymentScenario } from './deployment-scenario.ts';

export type End = ReturnType<typeof framesOf>['end'];

/** How a deployment ended, and why. */
export function endWords(
  end: End,
  { lower, upper }: DeploymentBounds,
  { desiredCount }: Pick<DeploymentScenario, 'desiredCount'>,
): string {
  const trips = `The circuit breaker trips at ${countWords(circuitBreakerThreshold(desiredCount).value ?? 0, 'failed task')}`;
  switch (end) {
    case 'done':
      return 'The deployment is done: only new tasks run.';
    case 'stuck by bounds':
      return `The deployment is stuck: ${lower} must stay healthy and no more than ${upper} may run, so neither a stop nor a start is allowed.`;
    case 'stuck by room':
      return 'The deployment is stuck: the bounds allow a start, but the cluster has no room for another task.';
    case 'rolled back':
      return `${trips}, and the service goes back to the last deployment that was completed.`;
    case 'failed':
      return `${trips}, the deployment fails, and nothing is rolled back.`;
    case 'tries for ever':
      return 'Without a circuit breaker the service goes on starting tasks that fail.';
  }
}

/** What a stuck or an endless deployment lacks: only changes after which it ends in another way. */
export function remediesOf(scenario: DeploymentScenario, end: End): readonly Remedy<DeploymentScenario>[] {
  const [least, share] = scenario.desiredCount === 1 ? [0, 'the only task'] : [50, 'half of the tasks'];
  const changes: readonly (readonly [label: string, change: Partial<DeploymentScenario>])[] = [
    [`Let ${share} stop (minimumHealthyPercent ${least})`, { minimumHealthyPercent: least }],
    ['Allow twice as many tasks (maximumPercent 200)', { maximumPercent: 200 }],
    ['Give the cluster room for one more task', { room: scenario.room + 1 }],
    ['Switch the circuit breaker on, with rollback', { circuitBreaker: { enable: true, rollback: true } }],
  ];
  const isStuck = end.startsWith('stuck');
  if (!isStuck && end !== 'tries for ever') return [];
  return changes
    .map(([label, change]) => ({ label, scenario: { ...scenario, ...change } }))
    .filter((remedy) => {
      const { end: reached } = framesOf(remedy.scenario, boundsOf(remedy.scenario));
      return isStuck ? !reached.startsWith('stuck') : reached !== end;
    });
}

function boundsOf({ desiredCount, minimumHealthyPercent, maximumPercent }: DeploymentScenario): DeploymentBounds {
  return deploymentBounds(desiredCount, minimumHealthyPercent, maximumPercent);
}
