import type { RoleName } from './role-facts.ts';
import type { Role, RoleSituation } from './role-for.ts';
import { roleNeeds } from './role-needs.ts';

/** W9: what somebody believes who names another role than the right one, and what fails if the permission is there alone. */
export function mistakeWords(assigned: RoleName, role: Role, situation: RoleSituation): string {
  const fails = failures[situation.need];
  if (role.role === 'none') return `${beliefOf(assigned, role, situation)} Nothing takes a permission here.`;
  const where = assigned === 'none' ? 'Without the permission' : 'With the permission there alone';
  return `${beliefOf(assigned, role, situation)} ${where}, ${fails}.`;
}

function beliefOf(assigned: RoleName, { role, caller, from }: Role, { need, launch }: RoleSituation): string {
  if (assigned === 'none') return 'AWS is called all the same, and each call takes a permission.';
  if (role === 'none') return `It would be right if ${servedBy[assigned]} had something to do with it.`;
  if (caller === 'agent' && assigned === 'container instance role') {
    if (launch !== 'EC2') return 'Only on an EC2 instance of yours is the role of the instance used for a task.';
    return roleNeeds[need].role === 'for the agent'
      ? 'The agent uses the role of the instance only for a task without an execution role, and this one has one.'
      : 'What one task fetches is never taken from the role of the instance, which all tasks there share.';
  }
  if (role === 'container instance role' && assigned === 'task execution role' && from === null && caller === 'agent') {
    return 'The task names no execution role, so there is none to use.';
  }
  if (role === 'infrastructure role' && assigned === 'ECS service-linked role') {
    return 'The role that ECS makes for itself does not go that far: you hand it one.';
  }
  if (role === 'ECS service-linked role' && assigned === 'infrastructure role') {
    return 'You hand ECS no role for this: it has its own.';
  }
  return `It would be right if ${servedBy[assigned]} made the call, but ${callers[caller]} makes it.`;
}

const servedBy: Readonly<Record<Exclude<RoleName, 'none'>, string>> = {
  'task role': 'the application',
  'task execution role': 'the agent that starts the task',
  'container instance role': 'the EC2 instance',
  'ECS Anywhere role': 'an external instance',
  'ECS service-linked role': 'ECS itself',
  'infrastructure role': 'ECS with a role that you hand to it',
  'Application Auto Scaling service-linked role': 'Application Auto Scaling',
  'EventBridge role': 'EventBridge',
  'CodeDeploy role': 'CodeDeploy',
  'role of the caller': 'a person or a pipeline',
};

const callers: Readonly<Record<Role['caller'], string>> = {
  application: 'a program in the container',
  agent: 'the agent',
  instance: 'the instance',
  ECS: 'ECS',
  'another service': 'another service of AWS',
  'person or pipeline': 'a person or a pipeline',
};

/** What is seen when nobody who makes the call has the permission. Sources: those of `role-needs.ts`. */
const failures: Readonly<Record<RoleSituation['need'], string>> = {
  'application calls AWS': 'AWS denies the call and the application gets an error',
  'application writes to CloudWatch Logs': 'AWS denies the call and no log event arrives',
  'application reads a secret as it runs': 'AWS denies the call and the application has no secret',
  'session of ECS Exec': 'no session opens',
  'mount of EFS with IAM': 'the file system denies the mount',
  'FireLens sends records': 'the records do not arrive',
  'pull from ECR': 'the image is not pulled and the task stops',
  'logs by awslogs': 'the log driver is denied and the container does not start',
  'log group by awslogs-create-group': 'the log group is not made and the container does not start',
  'secret of Secrets Manager at start': 'the secret is not fetched and the task does not start',
  'parameter of Systems Manager at start': 'the parameter is not fetched and the task does not start',
  'pull with repositoryCredentials': 'the password of the registry is not read and the image is not pulled',
  'environment file in S3': 'the file is not read and the task does not start',
  'FireLens configuration in S3': 'the configuration is not read and the log router does not start',
  'agent registers the instance': 'the instance does not join the cluster',
  'Spot Instance drains itself': 'the instance does not go to `DRAINING` before it ends',
  'user data copies ecs.config from S3': 'the file is not copied and the agent starts without it',
  'network interface for awsvpc': 'the task gets no network interface and does not start',
  'registration in a target group': 'the task is no target and no traffic reaches it',
  'EBS volume for a task': 'the volume is not made and the task does not start',
  'listener of a native blue/green deployment': 'the traffic is not moved',
  'target tracking changes the desired count': 'the desired count stays as it is',
  'EventBridge starts a task': 'no task is started',
  'CodeDeploy moves a listener': 'the traffic is not moved',
  'push of an image': 'the push is denied',
  'call of execute-command': 'the call is denied',
  'run of a task that names roles': 'the call is denied',
};
