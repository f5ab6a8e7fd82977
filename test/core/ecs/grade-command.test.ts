import { describe, expect, it } from 'vitest';
import { gradeCommand } from '../../../src/core/ecs/commands/grade-command.ts';
import { registry, rows } from './command-rows.ts';

rows('create-repository', 'aws ecr create-repository --repository-name demo --region eu-west-1', [
  ['as accepted', 'aws ecr create-repository --repository-name demo --region eu-west-1', 'correct'],
  ['another order, =', 'aws --region=eu-west-1 ecr create-repository --repository-name=demo', 'correct'],
  ['a prefix', 'aws ecr create-repository --repo demo --region eu-west-1', 'correct'],
  ['AWS_REGION', 'AWS_REGION=eu-west-1 aws ecr create-repository --repository-name demo', 'correct'],
  [
    'a default written out',
    'aws ecr create-repository --repository-name demo --region eu-west-1 --image-tag-mutability MUTABLE',
    'correct',
  ],
  [
    'scanning off, as by default, in JSON',
    `aws ecr create-repository --repository-name demo --region eu-west-1 --image-scanning-configuration '{"scanOnPush":false}'`,
    'correct',
  ],
  ['another printing', 'aws ecr create-repository --repository-name demo --region eu-west-1 --output json', 'correct'],
  ['no name: wrong', 'aws ecr create-repository --region eu-west-1', 'wrong', /does not run without it/],
  [
    'another name: wrong',
    'aws ecr create-repository --repository-name web --region eu-west-1',
    'wrong',
    /should be "--repository-name demo"/,
  ],
  [
    '[L31] another Region: wrong',
    'aws ecr create-repository --repository-name demo --region us-east-1',
    'wrong',
    /eu-west-1/,
  ],
  [
    '[L31] no Region: wrong',
    'aws ecr create-repository --repository-name demo',
    'wrong',
    /"--region eu-west-1" is missing/,
  ],
  [
    'immutable tags: wrong',
    'aws ecr create-repository --repository-name demo --region eu-west-1 --image-tag-mutability IMMUTABLE',
    'wrong',
    /does not belong/,
  ],
  [
    'an invented option: wrong',
    'aws ecr create-repository --name demo --region eu-west-1',
    'wrong',
    /no option of this command/,
  ],
  [
    'another operation: wrong',
    'aws ecr create-registry --repository-name demo --region eu-west-1',
    'wrong',
    /does something else/,
  ],
  ['docker: wrong', 'docker create demo', 'wrong'],
  [
    'en dash: typography',
    'aws ecr create-repository –repository-name demo --region eu-west-1',
    'typography',
    /en dash/,
  ],
  [
    'an operand too many: wrong',
    'aws ecr create-repository demo --repository-name demo --region eu-west-1',
    'wrong',
    /does not know what to do/,
  ],
  [
    'a second command: wrong',
    'aws ecr create-repository --repository-name demo --region eu-west-1; rm web',
    'wrong',
    /too many/,
  ],
]);

rows('build', 'docker build -t demo .', [
  ['[L30] --tag and latest', 'docker build --tag=demo:latest ./', 'correct'],
  ['the context first', 'docker build . -t demo', 'correct'],
  ['-tdemo', 'docker build -tdemo .', 'correct'],
  ['image build, sudo', 'sudo docker image build -t demo .', 'correct'],
  ['the default Dockerfile', 'docker build -f ./Dockerfile -t demo .', 'correct'],
  ['--no-cache', 'docker build --no-cache -t demo .', 'correct'],
  ['no context: wrong', 'docker build -t demo', 'wrong', /build context is missing/],
  ['no tag: wrong', 'docker build .', 'wrong', /"-t demo" is missing/],
  ['another tag: wrong', 'docker build -t demo:v1 .', 'wrong', /should be "-t demo"/],
  ['two tags: wrong', 'docker build -t demo -t web .', 'wrong', /"-t web" does not belong/],
  ['another Dockerfile: wrong', 'docker build -f Dockerfile.dev -t demo .', 'wrong'],
  ['--push: wrong', 'docker build --push -t demo .', 'wrong'],
  ['a prefix: wrong', 'docker build --ta demo .', 'wrong', /does not complete names/],
  ['one dash: wrong', 'docker build -tag demo .', 'wrong'],
]);

rows('tag', `docker tag demo:latest ${registry}/demo:latest`, [
  ['[L30] latest understood', `docker tag demo ${registry}/demo`, 'correct'],
  ['image tag', `docker image tag demo:latest ${registry}/demo:latest`, 'correct'],
  ['the wrong way round: wrong', `docker tag ${registry}/demo:latest demo:latest`, 'wrong', /order counts/],
  ['10 digits: wrong', 'docker tag demo 1234567890.dkr.ecr.eu-west-1.amazonaws.com/demo', 'wrong', /12 digits/],
  ['another Region: wrong', `docker tag demo ${registry.replace('eu-west-1', 'us-east-1')}/demo`, 'wrong'],
  ['one name: wrong', `docker tag ${registry}/demo`, 'wrong', /missing/],
]);

rows('push', `docker push ${registry}/demo:latest`, [
  ['latest understood', `docker push ${registry}/demo`, 'correct'],
  ['quiet', `docker push -q ${registry}/demo`, 'correct'],
  ['no registry: wrong', 'docker push demo:latest', 'wrong', /Docker Hub/],
  ['all tags: wrong', `docker push -a ${registry}/demo`, 'wrong'],
  ['pull: wrong', `docker pull ${registry}/demo`, 'wrong', /does something else/],
  ['another tag: wrong', `docker push ${registry}/demo:v2`, 'wrong'],
  ['an https:// image: wrong', `docker push https://${registry}/demo`, 'wrong'],
]);

rows('pull', `docker pull ${registry}/demo@sha256:${'a'.repeat(64)}`, [
  ['as accepted', `docker pull ${registry}/demo@sha256:${'a'.repeat(64)}`, 'correct'],
  ['a tag in place of the digest: wrong', `docker pull ${registry}/demo:latest`, 'wrong'],
]);

const network = '"awsvpcConfiguration={subnets=[subnet-1,subnet-2],securityGroups=[sg-1],assignPublicIp=ENABLED}"';

rows(
  'run-task',
  `aws ecs run-task --cluster demo --task-definition web:3 --count 2 --launch-type FARGATE --network-configuration ${network}`,
  [
    [
      'another order',
      `aws ecs run-task --network-configuration ${network} --launch-type FARGATE --count=2 --task-definition web:3 --cluster demo`,
      'correct',
    ],
    [
      'the structure as JSON',
      `aws ecs run-task --cluster demo --task-definition web:3 --count 2 --launch-type FARGATE --network-configuration '{"awsvpcConfiguration":{"assignPublicIp":"ENABLED","securityGroups":["sg-1"],"subnets":["subnet-1","subnet-2"]}}'`,
      'correct',
    ],
    [
      'the ARN of the cluster',
      `aws ecs run-task --cluster arn:aws:ecs:eu-west-1:123456789012:cluster/demo --task-definition web:3 --count 2 --launch-type FARGATE --network-configuration ${network}`,
      'correct',
    ],
    [
      'no --count: wrong',
      `aws ecs run-task --cluster demo --task-definition web:3 --launch-type FARGATE --network-configuration ${network}`,
      'wrong',
      /"--count 2" is missing/,
    ],
    [
      'no cluster: wrong',
      `aws ecs run-task --task-definition web:3 --count 2 --launch-type FARGATE --network-configuration ${network}`,
      'wrong',
      /"--cluster demo" is missing/,
    ],
    [
      'another subnet: wrong',
      `aws ecs run-task --cluster demo --task-definition web:3 --count 2 --launch-type FARGATE --network-configuration ${network.replace('subnet-2', 'subnet-3')}`,
      'wrong',
    ],
    [
      'EC2: wrong',
      `aws ecs run-task --cluster demo --task-definition web:3 --count 2 --launch-type EC2 --network-configuration ${network}`,
      'wrong',
      /should be "--launch-type FARGATE"/,
    ],
    [
      'another revision: wrong',
      `aws ecs run-task --cluster demo --task-definition web:2 --count 2 --launch-type FARGATE --network-configuration ${network}`,
      'wrong',
    ],
    [
      'braces without quotes: wrong',
      `aws ecs run-task --cluster demo --task-definition web:3 --count 2 --launch-type FARGATE --network-configuration ${network.replaceAll('"', '')}`,
      'wrong',
      /braces/,
    ],
    ['start-task: wrong', 'aws ecs start-task --cluster demo --task-definition web:3', 'wrong', /aws ecs run-task/],
  ],
);

rows('run-task defaults', 'aws ecs run-task --task-definition web', [
  ['the default cluster and one task', 'aws ecs run-task --cluster default --count 1 --task-definition web', 'correct'],
  ['two tasks: wrong', 'aws ecs run-task --count 2 --task-definition web', 'wrong'],
]);

rows(
  'execute-command',
  'aws ecs execute-command --cluster demo --task 1234 --container web --interactive --command "/bin/sh"',
  [
    [
      'single quotes',
      "aws ecs execute-command --command '/bin/sh' --interactive --container web --task 1234 --cluster demo",
      'correct',
    ],
    [
      'continuation lines',
      'aws ecs execute-command \\\n --cluster demo \\\n --task 1234 --container web \\\n --command /bin/sh --interactive',
      'correct',
    ],
    [
      'no --interactive: wrong',
      'aws ecs execute-command --cluster demo --task 1234 --container web --command /bin/sh',
      'wrong',
      /does not run without/,
    ],
    [
      'no --command: wrong',
      'aws ecs execute-command --cluster demo --task 1234 --container web --interactive',
      'wrong',
      /does not run without/,
    ],
    [
      'another shell: wrong',
      'aws ecs execute-command --cluster demo --task 1234 --container web --interactive --command /bin/bash',
      'wrong',
    ],
    ['docker exec: wrong', 'docker exec -it web /bin/sh', 'wrong', /does something else/],
    [
      'a curly quote: typography',
      'aws ecs execute-command --cluster demo --task 1234 --container web --interactive --command “/bin/sh”',
      'typography',
      /curly/,
    ],
  ],
);

rows('update-service', 'aws ecs update-service --cluster demo --service web --force-new-deployment', [
  ['another order', 'aws ecs update-service --force-new-deployment --service web --cluster demo', 'correct'],
  ['a prefix', 'aws ecs update-service --force --service web --cluster demo', 'correct'],
  [
    'the flag negated: wrong',
    'aws ecs update-service --cluster demo --service web --no-force-new-deployment',
    'wrong',
    /"--force-new-deployment" is missing/,
  ],
  ['no flag: wrong', 'aws ecs update-service --cluster demo --service web', 'wrong'],
  [
    'the flag with a value: wrong',
    'aws ecs update-service --cluster demo --service web --force-new-deployment=true',
    'wrong',
    /takes no value/,
  ],
  [
    'a desired count too: wrong',
    'aws ecs update-service --cluster demo --service web --force-new-deployment --desired-count 0',
    'wrong',
    /does not belong/,
  ],
]);

rows('describe-tasks', 'aws ecs describe-tasks --cluster demo --tasks 1 2', [
  ['tasks in another order', 'aws ecs describe-tasks --tasks 2 1 --cluster demo', 'correct'],
  ['one task: wrong', 'aws ecs describe-tasks --tasks 1 --cluster demo', 'wrong'],
]);

describe('parts', () => {
  it('[L33] a token diff says kept, different, too much and missing', () => {
    const { parts } = gradeCommand('aws ecs update-service --service api --desired-count 2 --cluster demo', {
      accepted: ['aws ecs update-service --cluster demo --service web --force-new-deployment'],
    });
    const shown = parts.map(({ part, state, wanted }) => [part, state, wanted ?? null]);
    expect(shown).toEqual([
      ['command', 'right', null],
      ['--service', 'wrong', '--service web'],
      ['--desired-count', 'wrong', null],
      ['--cluster', 'right', null],
      ['--force-new-deployment', 'missed', '--force-new-deployment'],
    ]);
  });

  it('[L33] the nearest of several accepted commands is shown', () => {
    const { parts } = gradeCommand('docker pull web:2', { accepted: ['docker push web:1', 'docker pull web:1'] });
    expect(parts.map(({ part, state }) => [part, state])).toEqual([
      ['command', 'right'],
      ['image', 'wrong'],
    ]);
  });

  it('an accepted command that cannot be read accepts nothing', () => {
    expect(gradeCommand('docker push "web', { accepted: ['docker push "web'] }).score).toBe(0);
    expect(gradeCommand('docker push web', { accepted: ['docker push "web'] }).score).toBe(0);
  });
});
