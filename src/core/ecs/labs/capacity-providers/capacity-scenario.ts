import * as v from 'valibot';
import type { Outcome } from '../../../model/diagnostic.ts';
import { seededRandom } from '../../../text/seeded-random.ts';
import type { EngineFinding } from '../../verdicts/engine-finding.ts';
import { listOf, only, readScenario, shortText, whole } from '../read-scenario.ts';

const schema = only({
  count: whole(0, 200),
  capacityProviderStrategy: listOf(
    only({
      capacityProvider: shortText(60),
      base: v.optional(whole(0, 100_000), 0),
      weight: v.optional(whole(0, 1000), 0),
    }),
    1,
    6,
  ),
});

/** Tasks of a service, and the strategy that divides them; AWS's names. */
export type CapacityScenario = v.InferOutput<typeof schema>;

export function readCapacityScenario(value: unknown): Outcome<CapacityScenario, EngineFinding> {
  return readScenario(schema, value);
}

/** Two or three providers; about one in five does not divide. */
export function drawCapacity(seed: number): CapacityScenario {
  const random = seededRandom(seed);
  const names = random(2) === 0 ? ['FARGATE', 'FARGATE_SPOT'] : ['blue', 'green', 'red'];
  const base = random(4);
  const capacityProviderStrategy = names.map((capacityProvider, at) => ({
    capacityProvider,
    base: at === 0 ? base : 0,
    weight: 1 + random(4),
  }));
  const total = capacityProviderStrategy.reduce((sum, { weight }) => sum + weight, 0);
  return { count: base + total * (1 + random(4)) + (random(5) === 0 ? 1 : 0), capacityProviderStrategy };
}
