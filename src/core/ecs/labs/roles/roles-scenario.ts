import * as v from 'valibot';
import type { Outcome } from '../../../model/diagnostic.ts';
import { seededRandom } from '../../../text/seeded-random.ts';
import { shuffled } from '../../../text/shuffled.ts';
import { type RoleName, roleFacts } from '../../roles/role-facts.ts';
import type { RoleSituation } from '../../roles/role-for.ts';
import { roleNeeds } from '../../roles/role-needs.ts';
import { type EngineFinding, wrong } from '../../verdicts/engine-finding.ts';
import { listOf, oneOf, only, readScenario } from '../read-scenario.ts';

export type Need = RoleSituation['need'];

export const allNeeds = Object.keys(roleNeeds) as readonly Need[];
const allRoles = Object.keys(roleFacts) as readonly RoleName[];
const sources = ['task definition', 'RunTask override', 'nowhere'] as const;

const schema = only({
  launchType: v.optional(oneOf(['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES']), 'EC2'),
  // Where the task names its roles.
  taskRole: v.optional(oneOf(sources), 'task definition'),
  executionRole: v.optional(oneOf(sources), 'task definition'),
  // What is to happen, and the role that the learner holds for the right one.
  needs: listOf(only({ need: oneOf(allNeeds), assigned: v.optional(v.nullable(oneOf(allRoles)), null) }), 1, 8),
});

export type RolesScenario = v.InferOutput<typeof schema>;

/** J1, J2: each need once. */
export function readRolesScenario(value: unknown): Outcome<RolesScenario, EngineFinding> {
  const read = readScenario(schema, value);
  const names = read.value?.needs.map(({ need }) => need) ?? [];
  const twice = names.findIndex((name, at) => names.indexOf(name) !== at);
  if (twice < 0) return read;
  const finding = wrong('J2', `/needs/${twice}`, `“${names[twice]}” stands twice.`, 'Name each once.');
  return { value: null, diagnostics: [finding] };
}

/** Four or five needs of a task on EC2 or Fargate, all of them open. */
export function drawRoles(seed: number): RolesScenario {
  const random = seededRandom(seed);
  const needs = shuffled([...allNeeds], random).slice(0, 4 + random(2));
  return {
    launchType: random(2) === 0 ? 'EC2' : 'FARGATE',
    taskRole: 'task definition',
    executionRole: random(3) === 0 ? 'nowhere' : 'task definition',
    needs: needs.map((need) => ({ need, assigned: null })),
  };
}
