import { gradeCommand } from '../../../src/core/ecs/commands/grade-command.ts';
import { gradeRegistryLogin } from '../../../src/core/ecs/logins/grade-registry-login.ts';
import type { LoginExpectation } from '../../../src/core/ecs/logins/login-expectation.ts';
import type { CommandVerdict } from '../../../src/core/model/verdict.ts';

export const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';

export const v1: LoginExpectation = { cli: 'v1', account: '123456789012', region: 'eu-west-1' };

export const v2: LoginExpectation = { ...v1, cli: 'v2' };

export const getLogin = '$(aws ecr get-login --no-include-email --region eu-west-1)';

export const pipe = `aws ecr get-login-password --region eu-west-1 | docker login --username AWS --password-stdin ${host}`;

/** A right answer, and its grader. */
export interface Answer {
  readonly text: string;
  readonly grade: (command: string) => CommandVerdict;
}

export const accepted = [
  'aws ecr create-repository --repository-name demo --region eu-west-1',
  'docker build -t demo .',
  `docker tag demo:latest ${host}/demo:latest`,
  `docker push ${host}/demo:latest`,
  `docker pull ${host}/demo:latest`,
  'aws ecs run-task --cluster demo --task-definition web:3 --count 2 --launch-type FARGATE',
  'aws ecs execute-command --cluster demo --task 1234 --container web --interactive --command /bin/sh',
  'aws ecs update-service --cluster demo --service web --force-new-deployment',
  'aws ecs describe-tasks --cluster demo --tasks 1234',
  'echo ECS_CLUSTER=demo >> /etc/ecs/ecs.config',
  'sudo systemctl restart ecs',
];

export const answers: readonly Answer[] = [
  { text: getLogin, grade: (command) => gradeRegistryLogin(command, v1) },
  { text: pipe, grade: (command) => gradeRegistryLogin(command, v2) },
  ...accepted.map((text): Answer => ({ text, grade: (command) => gradeCommand(command, { accepted: [text] }) })),
];
