/** The roles around a task. `role of the caller` is that of a person or a pipeline; `none` where AWS needs none of yours. */
export type RoleName =
  | 'task role'
  | 'task execution role'
  | 'container instance role'
  | 'ECS Anywhere role'
  | 'ECS service-linked role'
  | 'infrastructure role'
  | 'Application Auto Scaling service-linked role'
  | 'EventBridge role'
  | 'CodeDeploy role'
  | 'role of the caller'
  | 'none';

export interface RoleFacts {
  /** Who may assume it; null where that is anybody's choice. */
  readonly principal: string | null;
  /** Where it is named. */
  readonly namedIn: string;
}

/** Sources: ECSDG `task-iam-roles.md`, `task_execution_IAM_role.md`, `instance_IAM_role.md`, `using-service-linked-roles.md`, `CWE_IAM_role.md`, `codedeploy_IAM_role.md`; API-ECS. */
export const roleFacts: Readonly<Record<RoleName, RoleFacts>> = {
  'task role': { principal: 'ecs-tasks.amazonaws.com', namedIn: '`taskRoleArn`' },
  'task execution role': { principal: 'ecs-tasks.amazonaws.com', namedIn: '`executionRoleArn`' },
  'container instance role': { principal: 'ec2.amazonaws.com', namedIn: 'the instance profile' },
  'ECS Anywhere role': { principal: 'ssm.amazonaws.com', namedIn: 'the activation of Systems Manager' },
  'ECS service-linked role': { principal: 'ecs.amazonaws.com', namedIn: 'nowhere: `AWSServiceRoleForECS`' },
  'infrastructure role': { principal: 'ecs.amazonaws.com', namedIn: 'the volume, load balancer or capacity provider' },
  'Application Auto Scaling service-linked role': {
    principal: 'ecs.application-autoscaling.amazonaws.com',
    namedIn: 'nowhere: `AWSServiceRoleForApplicationAutoScaling_ECSService`',
  },
  'EventBridge role': { principal: 'events.amazonaws.com', namedIn: 'the target of the rule' },
  'CodeDeploy role': { principal: 'codedeploy.amazonaws.com', namedIn: 'the deployment group' },
  'role of the caller': { principal: null, namedIn: 'the identity that makes the call' },
  none: { principal: null, namedIn: 'nowhere' },
};
