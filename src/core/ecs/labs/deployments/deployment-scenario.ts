import * as v from 'valibot';
import type { Outcome } from '../../../model/diagnostic.ts';
import { seededRandom } from '../../../text/seeded-random.ts';
import type { EngineFinding } from '../../verdicts/engine-finding.ts';
import { only, readScenario, whole, yesOrNo } from '../read-scenario.ts';

/** As much room as is wanted, and every new task that fails. */
export const plenty = 1000;

const schema = only({
  desiredCount: whole(1, 60),
  minimumHealthyPercent: v.optional(whole(0, 100), 100),
  maximumPercent: v.optional(whole(100, 200), 200),
  // Tasks that the cluster can hold beyond the desired ones.
  room: v.optional(whole(0, plenty), plenty),
  // New tasks that fail before one becomes healthy.
  failingTasks: v.optional(whole(0, plenty), 0),
  circuitBreaker: v.optional(
    only({ enable: v.optional(yesOrNo(), false), rollback: v.optional(yesOrNo(), false) }),
    {},
  ),
});

/** A rolling deployment of a service; AWS's names for AWS's fields. */
export type DeploymentScenario = v.InferOutput<typeof schema>;

export function readDeploymentScenario(value: unknown): Outcome<DeploymentScenario, EngineFinding> {
  return readScenario(schema, value);
}

/** About one in four cannot move, and in one in four new tasks fail: some of them or all. */
export function drawDeployment(seed: number): DeploymentScenario {
  const random = seededRandom(seed);
  const desiredCount = 1 + random(10);
  const isTight = random(4) === 0;
  const hasBreaker = random(2) === 0;
  return {
    desiredCount,
    minimumHealthyPercent: isTight ? 100 : ([0, 25, 50, 60, 75, 90, 100][random(7)] ?? 100),
    maximumPercent: isTight
      ? 100 + random(Math.ceil(100 / desiredCount))
      : ([100, 110, 125, 150, 175, 200][random(6)] ?? 200),
    room: random(4) === 0 ? random(3) : plenty,
    failingTasks: random(4) === 0 ? ([1, 2, 3, 5, plenty][random(5)] ?? plenty) : 0,
    circuitBreaker: { enable: hasBreaker, rollback: hasBreaker && random(2) === 0 },
  };
}
