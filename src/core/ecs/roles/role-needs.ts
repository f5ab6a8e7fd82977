import type { RoleName } from './role-facts.ts';

/** Something that needs a permission. */
export interface RoleNeed {
  /** Who makes the call to AWS. */
  readonly caller: 'application' | 'agent' | 'instance' | 'ECS' | 'another service' | 'person or pipeline';
  /** Whose permission it takes; `for the agent` and `of the instance` depend on where the task runs. */
  readonly role: RoleName | 'for the agent' | 'of the instance';
  /** What must be allowed; empty where it is the application's business. */
  readonly actions: readonly string[];
  readonly because: string;
}

const ownCode = 'The program in the container makes the call, with the credentials of its task.';
const beforeStart = 'It happens before the container runs, so the task itself cannot do it.';
const agentWork = 'The agent does it for the task, with the execution role if the task has one.';
const ofInstance = 'It concerns the instance and no task.';
const byEcs = 'ECS does it itself, with the role that it creates in the account.';

/** W1 to W7, one row a situation. Sources: ECSDG pages of the roles; TOOLKIT `task-definition-authoring.md`. */
export const roleNeeds = {
  'application calls AWS': { caller: 'application', role: 'task role', actions: [], because: ownCode },
  'application writes to CloudWatch Logs': {
    caller: 'application',
    role: 'task role',
    actions: ['logs:PutLogEvents'],
    because: ownCode,
  },
  'application reads a secret as it runs': {
    caller: 'application',
    role: 'task role',
    actions: ['secretsmanager:GetSecretValue'],
    because: ownCode,
  },
  'session of ECS Exec': {
    caller: 'application',
    role: 'task role',
    actions: [
      'ssmmessages:CreateControlChannel',
      'ssmmessages:CreateDataChannel',
      'ssmmessages:OpenControlChannel',
      'ssmmessages:OpenDataChannel',
    ],
    because: 'The agent of Systems Manager runs inside the container, as the application does.',
  },
  'mount of EFS with IAM': {
    caller: 'application',
    role: 'task role',
    actions: ['elasticfilesystem:ClientMount'],
    because: 'With `iam: ENABLED` the file system asks who the task is.',
  },
  'FireLens sends records': {
    caller: 'application',
    role: 'task role',
    actions: ['firehose:PutRecordBatch'],
    because: 'The log router runs as a container of the task.',
  },
  'pull from ECR': {
    caller: 'agent',
    role: 'for the agent',
    actions: ['ecr:GetAuthorizationToken', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    because: agentWork,
  },
  'logs by awslogs': {
    caller: 'agent',
    role: 'for the agent',
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    because: agentWork,
  },
  'log group by awslogs-create-group': {
    caller: 'agent',
    role: 'for the agent',
    actions: ['logs:CreateLogGroup'],
    because: agentWork,
  },
  'secret of Secrets Manager at start': {
    caller: 'agent',
    role: 'task execution role',
    actions: ['secretsmanager:GetSecretValue'],
    because: beforeStart,
  },
  'parameter of Systems Manager at start': {
    caller: 'agent',
    role: 'task execution role',
    actions: ['ssm:GetParameters'],
    because: beforeStart,
  },
  'pull with repositoryCredentials': {
    caller: 'agent',
    role: 'task execution role',
    actions: ['secretsmanager:GetSecretValue'],
    because: beforeStart,
  },
  'environment file in S3': {
    caller: 'agent',
    role: 'task execution role',
    actions: ['s3:GetObject'],
    because: beforeStart,
  },
  'FireLens configuration in S3': {
    caller: 'agent',
    role: 'task execution role',
    actions: ['s3:GetObject'],
    because: beforeStart,
  },
  'agent registers the instance': {
    caller: 'instance',
    role: 'of the instance',
    actions: ['ecs:RegisterContainerInstance'],
    because: ofInstance,
  },
  'Spot Instance drains itself': {
    caller: 'instance',
    role: 'of the instance',
    actions: ['ecs:UpdateContainerInstancesState'],
    because: ofInstance,
  },
  'user data copies ecs.config from S3': {
    caller: 'instance',
    role: 'of the instance',
    actions: ['s3:GetObject'],
    because: ofInstance,
  },
  'network interface for awsvpc': { caller: 'ECS', role: 'ECS service-linked role', actions: [], because: byEcs },
  'registration in a target group': { caller: 'ECS', role: 'ECS service-linked role', actions: [], because: byEcs },
  'EBS volume for a task': {
    caller: 'ECS',
    role: 'infrastructure role',
    actions: ['ec2:CreateVolume'],
    because: 'ECS makes the volume for you, with a role that you hand to it.',
  },
  'listener of a native blue/green deployment': {
    caller: 'ECS',
    role: 'infrastructure role',
    actions: ['elasticloadbalancing:ModifyListener'],
    because: 'ECS moves the traffic for you, with a role that you hand to it.',
  },
  'target tracking changes the desired count': {
    caller: 'another service',
    role: 'Application Auto Scaling service-linked role',
    actions: ['ecs:UpdateService'],
    because: 'Application Auto Scaling makes the call, not ECS.',
  },
  'EventBridge starts a task': {
    caller: 'another service',
    role: 'EventBridge role',
    actions: ['ecs:RunTask', 'iam:PassRole'],
    because: 'EventBridge makes the call, and hands over the roles of the task.',
  },
  'CodeDeploy moves a listener': {
    caller: 'another service',
    role: 'CodeDeploy role',
    actions: ['elasticloadbalancing:ModifyListener'],
    because: 'CodeDeploy makes the call, not ECS.',
  },
  'push of an image': {
    caller: 'person or pipeline',
    role: 'role of the caller',
    actions: [
      'ecr:GetAuthorizationToken',
      'ecr:BatchCheckLayerAvailability',
      'ecr:InitiateLayerUpload',
      'ecr:UploadLayerPart',
      'ecr:CompleteLayerUpload',
      'ecr:PutImage',
    ],
    because: 'No task takes part in it.',
  },
  'call of execute-command': {
    caller: 'person or pipeline',
    role: 'role of the caller',
    actions: ['ecs:ExecuteCommand'],
    because: 'Whoever opens the session is asked, besides the task.',
  },
  'run of a task that names roles': {
    caller: 'person or pipeline',
    role: 'role of the caller',
    actions: ['ecs:RunTask', 'iam:PassRole'],
    because: 'Whoever hands over a role must be allowed to.',
  },
} as const satisfies Readonly<Record<string, RoleNeed>>;
