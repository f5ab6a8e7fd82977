import { describe, expect, it } from 'vitest';
import { type RoleSituation, type RoleSource, roleFor } from '../../../../src/core/ecs/roles/role-for.ts';
import { roleNeeds } from '../../../../src/core/ecs/roles/role-needs.ts';

/** Written down by hand: on EC2 without and with an execution role, on Fargate, external, on Managed Instances. */
const table = `
W1 application calls AWS                       | task task task task task
W1 application writes to CloudWatch Logs       | task task task task task
W1 application reads a secret as it runs       | task task task task task
W1 session of ECS Exec                         | task task task task task
W1 mount of EFS with IAM                       | task task task task task
W1 FireLens sends records                      | task task task task task
W2 secret of Secrets Manager at start          | exec exec exec exec exec
W2 parameter of Systems Manager at start       | exec exec exec exec exec
W2 pull with repositoryCredentials             | exec exec exec exec exec
W2 environment file in S3                      | exec exec exec exec exec
W2 FireLens configuration in S3                | exec exec exec exec exec
W3 pull from ECR                               | inst exec exec exec exec
W3 logs by awslogs                             | inst exec exec exec exec
W3 log group by awslogs-create-group           | inst exec exec exec exec
W4 agent registers the instance                | inst inst none anyw inst
W4 Spot Instance drains itself                 | inst inst none none none
W4 user data copies ecs.config from S3         | inst inst none none none
W5 network interface for awsvpc                | slr  slr  slr  slr  slr
W5 registration in a target group              | slr  slr  slr  slr  slr
W5 EBS volume for a task                       | infr infr infr infr infr
W5 listener of a native blue/green deployment  | infr infr infr infr infr
W6 target tracking changes the desired count   | aas  aas  aas  aas  aas
W6 EventBridge starts a task                   | evnt evnt evnt evnt evnt
W6 CodeDeploy moves a listener                 | code code code code code
W7 push of an image                            | call call call call call
W7 call of execute-command                     | call call call call call
W7 run of a task that names roles              | call call call call call`;
const short: Readonly<Record<string, string>> = {
  task: 'task role',
  exec: 'task execution role',
  inst: 'container instance role',
  anyw: 'ECS Anywhere role',
  slr: 'ECS service-linked role',
  infr: 'infrastructure role',
  aas: 'Application Auto Scaling service-linked role',
  evnt: 'EventBridge role',
  code: 'CodeDeploy role',
  call: 'role of the caller',
  none: 'none',
};
const rows = table
  .trim()
  .split('\n')
  .map((line) => {
    const [left = '', right = ''] = line.split('|');
    return {
      rule: left.slice(0, 2),
      need: left.slice(3).trim(),
      roles: right
        .trim()
        .split(/ +/)
        .map((word) => short[word]),
    };
  });
const launches = ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'] as const;
const sources: readonly RoleSource[] = ['task definition', 'RunTask override', 'nowhere'];
const situationOf = (need: string, part: Partial<RoleSituation> = {}): RoleSituation => ({
  need: need as RoleSituation['need'],
  launch: 'EC2',
  taskRole: 'nowhere',
  executionRole: 'nowhere',
  ...part,
});

describe('the table of roles', () => {
  it('[W1, W2, W3, W4, W5, W6, W7] has every situation', () => {
    expect(rows.map(({ need }) => need).sort()).toEqual(Object.keys(roleNeeds).sort());
  });

  it.each(rows)('$rule: $need', ({ need, roles: [without, ...others] }) => {
    for (const [at, launch] of launches.entries()) {
      for (const executionRole of sources) {
        for (const taskRole of sources) {
          const lacks = launch === 'EC2' && executionRole === 'nowhere';
          const expected = lacks ? without : others[at];
          expect(roleFor(situationOf(need, { launch, executionRole, taskRole })).role).toBe(expected);
        }
      }
    }
  });
});

describe('[W8] a role of a task', () => {
  it('is named by the override, else by the task definition, or nowhere', () => {
    for (const source of sources) {
      expect(roleFor(situationOf('application calls AWS', { taskRole: source }))).toMatchObject({ from: source });
      expect(roleFor(situationOf('environment file in S3', { executionRole: source }))).toMatchObject({ from: source });
    }
    expect(roleFor(situationOf('pull from ECR')).from).toBeNull();
  });

  it('is told with its principal, its place, its actions and the reason', () => {
    expect(roleFor(situationOf('pull from ECR', { launch: 'FARGATE', executionRole: 'task definition' }))).toEqual({
      role: 'task execution role',
      caller: 'agent',
      actions: ['ecr:GetAuthorizationToken', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      because: expect.stringContaining('not on an EC2 instance'),
      from: 'task definition',
      principal: 'ecs-tasks.amazonaws.com',
      namedIn: '`executionRoleArn`',
    });
  });
});
