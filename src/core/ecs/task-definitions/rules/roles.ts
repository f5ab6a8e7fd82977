import { readImageReference } from '../../registries/image-reference.ts';
import { readRegistryName } from '../../registries/registry-name.ts';
import { errorAt, type Finding, pointTo, quote, warningAt } from '../../verdicts/finding.ts';
import { logSecretsPointer, usesAwslogs } from './logging.ts';
import { type Container, isUsed, type TaskDefinition, textOf } from './task-definition.ts';

interface Need {
  readonly pointer: string;
  readonly reason: string;
}

/** T27: whatever ECS does before the container runs, it does with the execution role. */
export function checkExecutionRole(definition: TaskDefinition): readonly Finding[] {
  if ((textOf(definition.fields, 'executionRoleArn') ?? '') !== '') return [];
  const needs = definition.containers.flatMap((container) => needsOf(container, definition.fargate));
  return needs.map((need) => {
    const message = `There is no \`executionRoleArn\`, and ECS needs the task execution role ${need.reason}.`;
    return errorAt('T27', need.pointer, message, 'Add `executionRoleArn` beside `family`.');
  });
}

function needsOf(container: Container, fargate: boolean): readonly Need[] {
  const secrets = isUsed(container.fields, 'secrets')
    ? pointTo(container.pointer, 'secrets')
    : logSecretsPointer(container);
  const needs: Need[] = [];
  if (secrets !== null) needs.push({ pointer: secrets, reason: 'to fetch secrets' });
  if (isUsed(container.fields, 'repositoryCredentials')) {
    const pointer = pointTo(container.pointer, 'repositoryCredentials');
    needs.push({ pointer, reason: 'to log in to a private registry' });
  }
  if (!fargate) return needs;
  if (isEcrImage(textOf(container.fields, 'image') ?? '')) {
    needs.push({ pointer: pointTo(container.pointer, 'image'), reason: 'to pull from ECR on Fargate' });
  }
  if (usesAwslogs(container)) {
    needs.push({ pointer: pointTo(container.pointer, 'logConfiguration'), reason: 'to write logs on Fargate' });
  }
  return needs;
}

function isEcrImage(image: string): boolean {
  const { registry } = readImageReference(image);
  return registry !== null && readRegistryName(registry).type === 'private';
}

const roleArn = /^arn:aws[a-z-]{0,20}:iam::\d{12}:role\/(?:[!-~]{1,512}\/)?[\w+=,.@-]{1,64}$/;
const roleName = /^[\w+=,.@-]{1,64}$/;

/** T43: a role is named by its ARN, or by its name alone. */
export function checkRoleNames(definition: TaskDefinition): readonly Finding[] {
  return ['taskRoleArn', 'executionRoleArn'].flatMap((field) => {
    const role = textOf(definition.fields, field) ?? '';
    if (role === '' || roleArn.test(role) || roleName.test(role)) return [];
    const fix = 'Write `arn:aws:iam::ACCOUNT:role/NAME`, the account as 12 digits.';
    return [errorAt('T43', `/${field}`, `${quote(role)} is not the ARN of a role.`, fix)];
  });
}

/** T37: the task role is the program's, the execution role is ECS's. */
export function checkRoleMixUp(definition: TaskDefinition): readonly Finding[] {
  const role = textOf(definition.fields, 'taskRoleArn') ?? '';
  if (!/execution/i.test(role)) return [];
  const message = `${quote(role)} sounds like the execution role, but the task role is what the program itself may do.`;
  return [
    warningAt(
      'T37',
      '/taskRoleArn',
      message,
      'Put it into `executionRoleArn`, and give the program a role of its own.',
    ),
  ];
}
