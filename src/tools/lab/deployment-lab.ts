import { circuitBreakerThreshold } from '../../core/ecs/deployments/circuit-breaker.ts';
import { deploymentBounds } from '../../core/ecs/deployments/deployment-bounds.ts';
import { rollOut } from '../../core/ecs/deployments/roll-out.ts';
import { countWords } from '../../core/text/count-words.ts';
import { seededRandom } from '../../core/text/seeded-random.ts';
import { type LabSheet, tableOf } from './lab-sheet.ts';

/** A rolling deployment; about one in four cannot move. */
export function deploymentLab(seed: number): LabSheet {
  const random = seededRandom(seed);
  const desired = 1 + random(10);
  const isTight = random(4) === 0;
  const minimum = isTight ? 100 : [0, 25, 50, 60, 75, 90, 100][random(7)];
  const maximum = isTight ? 100 + random(Math.ceil(100 / desired)) : [100, 110, 125, 150, 175, 200][random(6)];
  const bounds = deploymentBounds(desired, minimum ?? 100, maximum ?? 200);
  const { frames, end } = rollOut(bounds);
  return {
    given: [
      `A service of ${countWords(desired, 'task')} is deployed anew, with minimumHealthyPercent ${minimum} and maximumPercent ${maximum}.`,
      'How many tasks may stop before new ones start, how many may start before old ones stop, and does it move?',
    ],
    answer: [
      `At least ${bounds.lower} stay healthy (${desired} × ${minimum} %, rounded up), at most ${bounds.upper} run (${desired} × ${maximum} %, rounded down).`,
      `So ${bounds.mayStop} may stop first, and ${bounds.mayStart} may start first.`,
      '',
      'One order within these bounds (AWS documents the bounds, not the order):',
      ...tableOf([
        ['step', 'tasks', 'old', 'starting', 'new'],
        ...frames.map(({ step, tasks, old, starting, fresh }) => [step, tasks, old, starting, fresh]),
      ]),
      end === 'done' ? 'The deployment is done.' : 'The deployment is stuck: neither a stop nor a start is allowed.',
      `Its circuit breaker would trip at ${circuitBreakerThreshold(desired).value} failed tasks.`,
    ],
  };
}
