import { describe, expect, it } from 'vitest';
import { command } from '../../../../src/core/questions/command/kind.ts';
import { base } from '../question-base.ts';

const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const pipe = `aws ecr get-login-password --region eu-west-1 | docker login --username AWS --password-stdin ${host}`;
const publicPipe =
  'aws ecr-public get-login-password --region us-east-1 | docker login --username AWS --password-stdin public.ecr.aws';

function adviceOn(accepted: readonly string[], text: string, wrong: readonly string[] = []): string {
  const listed = wrong.map((other) => ({ command: other, reason: `The reason against ${other}.` }));
  return command
    .grade({ ...base, kind: 'command', accepted, wrong: listed }, { kind: 'command', text })
    .advice.join('\n');
}

describe('words', () => {
  const restart = ['sudo systemctl restart ecs', 'sudo systemctl stop ecs && sudo systemctl start ecs'];
  it.each([
    [
      'a folder is told from the end of the sentence',
      ['docker build -t demo:1.4 .'],
      'docker build -t demo:1.4 ..',
      '".." should be "."',
    ],
    [
      'one dash is all that is the matter',
      ['docker build -t demo:1.4 .'],
      'docker build -tag demo:1.4 .',
      /^-tag has one dash, so docker reads it as -t ag; write --tag\.$/,
    ],
    [
      'a command that changes something is named',
      restart,
      `${restart[0]}; reboot`,
      /^"reboot" is one command too many\.$/,
    ],
    [
      'an image without a host is no host',
      [`docker push ${host}/orders:2.0`],
      'docker push orders:2.0',
      /"orders:2\.0" does not begin with a registry/,
    ],
    [
      'nothing is said of a default Region that is configured',
      [publicPipe],
      publicPipe.replace(' --region us-east-1', ''),
      /^No Region is given, and tokens of ECR Public come from us-east-1 only\.$/,
    ],
    [
      'a missing Region is not said to be configured nowhere',
      [pipe],
      pipe.replace(' --region eu-west-1', ''),
      /^No Region is given, so the token does not come from eu-west-1\.$/,
    ],
    [
      'what is run in an assignment is named',
      [pipe],
      `X=$(rm -rf ~); ${pipe}`,
      /^"rm -rf ~" is run as well, and does not belong to a login\.$/,
    ],
    [
      'what stands behind the login is named',
      [pipe],
      `${pipe}; docker system prune -af`,
      /^"docker system prune -af" is no part of a login\.$/,
    ],
    [
      'a logout takes the login back',
      [pipe],
      `${pipe}; docker logout ${host}`,
      /^"docker logout .*" takes a login back\.$/,
    ],
    [
      'the profile is named',
      [pipe.replace('--region', '--profile ci --region')],
      pipe.replace('--region', '--profile dev --region'),
      /^aws takes the profile "dev"; the token must come from ci\.$/,
    ],
    [
      'a value at which the CLI stops is named',
      ['aws ecs list-tasks'],
      'aws ecs list-tasks --output josn',
      /^--output takes json, .*; "josn" is none of them, so aws stops\.$/,
    ],
    [
      'a query that is none is named',
      ['aws ecs list-tasks'],
      "aws ecs list-tasks --query '['",
      /^"\[" is no JMESPath expression, so aws stops at --query\.$/,
    ],
    [
      'what leaves output out is named',
      ['aws ecs list-tasks'],
      'aws ecs list-tasks > /dev/null',
      /^"> \/dev\/null" leaves out some of the output/,
    ],
    [
      'an ARN of another service is named',
      ['aws ecs list-tasks --cluster shop'],
      'aws ecs list-tasks --cluster arn:aws:s3:::shop',
      /arn:aws:s3:::shop is no ARN of a cluster of ECS/,
    ],
    [
      'a type of JSON is named',
      ['aws ecs run-task --task-definition web --capacity-provider-strategy capacityProvider=A,weight=1'],
      `aws ecs run-task --task-definition web --capacity-provider-strategy '[{"capacityProvider":"A","weight":"1"}]'`,
      /In JSON weight takes a whole number; "1" is none\./,
    ],
  ] as const)('[L41] %s', (_, accepted, text, words) => {
    const advice = adviceOn(accepted, text);
    if (typeof words === 'string') expect(advice).toContain(words);
    else expect(advice).toMatch(words);
  });

  it('[L40] the reason against a faulty command is not given to one without the fault', () => {
    const accepted = ['aws ecr create-repository --repository-name shop/web'];
    const wrong = ['aws ecr create-repository --name shop/web', 'aws ecr create-repository --repository-name web'];
    expect(adviceOn(accepted, 'aws ecr create-repository', wrong)).not.toContain('The reason');
    expect(adviceOn(accepted, 'aws ecr create-repository --name shop/web', wrong)).toContain('--name shop/web.');
    expect(adviceOn(accepted, 'aws ecr create-repository --repository-name "web"', wrong)).toContain('-name web.');
  });

  it('[L33] a restart is not held against a stop and a start', () => {
    expect(adviceOn(restart, 'sudo systemctl restart docker')).toBe('"docker" should be "ecs".');
  });
});

describe('hostile texts', () => {
  const doubling = `A=aaaaaaaaaa;${'BCDEFGHIJKLMNOPQRSTUVWXYZ'.replace(/./g, (name, at: number) => {
    const before = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[at];
    return `${name}=$${before}$${before};`;
  })}`;
  it.each([
    ['a variable that doubles', `${doubling}echo $Z`],
    ['a variable that doubles itself', `A=aa;${'A=$A$A;'.repeat(60)}echo $A`],
    ['arithmetic of 3 kB', `((${'1+'.repeat(1500)}1))`],
    ['arithmetic in a word', `echo $((${'1+'.repeat(1500)}1))`],
    ['old arithmetic', `echo $[${'1+'.repeat(1500)}1]`],
    ['denials', `[[ ${'! '.repeat(390)} a ]]`],
    ['conditions', 'if '.repeat(399)],
    ['braces', '{ '.repeat(390)],
    ['evals', `eval '${'eval '.repeat(380)}'`],
    ['a shell in a shell', `sh -c "sh -c 'sh -c \\"sh -c ls\\"'"`],
    ['a query of brackets', `aws ecs list-tasks --query '${'['.repeat(380)}'`],
    ['a query of denials', `aws ecs list-tasks --query '${'!'.repeat(3000)}a'`],
    ['JSON of brackets', `aws ecs run-task --overrides '${'['.repeat(380)}'`],
    ['a megabyte', 'A=$A$A;'.repeat(150_000)],
  ])('[L2] %s is refused', (_, text) => {
    for (const accepted of [[pipe], ['aws ecs list-tasks']]) expect(adviceOn(accepted, text)).not.toBe('');
  });
});
