import * as v from 'valibot';
import type { Outcome } from '../../../model/diagnostic.ts';
import { seededRandom } from '../../../text/seeded-random.ts';
import { type EngineFinding, wrong } from '../../verdicts/engine-finding.ts';
import { longText, oneOf, only, readScenario, yesOrNo } from '../read-scenario.ts';

const schema = only({
  // The text of /etc/ecs/ecs.config.
  file: longText(4000),
  instanceRole: v.optional(oneOf(['may register', 'may not register', 'none']), 'may register'),
  // What the security group lets in. It changes nothing, and that is why it is here.
  inbound: v.optional(oneOf(['nothing', 'HTTPS', 'everything']), 'nothing'),
  // Whether the instance can reach the endpoints of ECS: a way out and a rule for it.
  outbound: v.optional(yesOrNo(), true),
});

/** An instance whose agent starts anew. */
export type RegistrationScenario = v.InferOutput<typeof schema>;

const mostLines = 20;

/** J1, J2: a file of no more lines than can be told one by one. */
export function readRegistrationScenario(value: unknown): Outcome<RegistrationScenario, EngineFinding> {
  const read = readScenario(schema, value);
  const lines = read.value?.file.split('\n').length ?? 0;
  if (lines <= mostLines) return read;
  const finding = wrong('J2', '/file', `The file has ${lines} lines.`, `Leave ${mostLines} at most.`);
  return { value: null, diagnostics: [finding] };
}

const files: readonly string[] = [
  'ECS_CLUSTER=web',
  'ECS_CLUSTER = web',
  'ECS_CLUSTER="web"',
  'export ECS_CLUSTER=web',
  'ECS_CLUSTER_NAME=web',
  'ecs_cluster=web',
  '# the cluster of the shop\nECS_CLUSTER=shop\nECS_ENABLE_TASK_IAM_ROLE=true',
  'ECS_ENABLE_TASK_IAM_ROLE=true',
  'ECS_CLUSTER=web\nECS_CLUSTER=batch',
  'ECS_CLUSTER: web',
  '',
  'ECS_CLUSTER=web # for now',
  'ECS_CLUSTER=',
  '#!/bin/bash\necho ECS_CLUSTER=web >> /etc/ecs/ecs.config',
];

/** A file as people write it, and now and then an instance that cannot register for another reason. */
export function drawRegistration(seed: number): RegistrationScenario {
  const random = seededRandom(seed);
  const file = files[random(files.length)] ?? '';
  const inbound = (['nothing', 'HTTPS', 'everything'] as const)[random(3)] ?? 'nothing';
  const instanceRole = random(5) === 0 ? (random(2) === 0 ? 'none' : 'may not register') : 'may register';
  return { file, instanceRole, inbound, outbound: random(6) > 0 };
}
