import { describe, expect, it } from 'vitest';
import { unknownWords } from '../../../src/core/ecs/programs/unknown-words.ts';
import { complaintsOf, packWithQuestions } from '../compiler/pack-builder.ts';

const found = (command: string) => unknownWords(command).map(({ word, nearest }) => `${word} ${nearest}`);

describe('the words of a command', () => {
  it.each([
    ['aws esc list-tasks', 'esc ecs'],
    ['aws ecs lst-tasks', 'lst-tasks list-tasks'],
    ['aws --region eu-west-1 ecs lst-tasks --cluster prod', 'lst-tasks list-tasks'],
    ['docker psuh web', 'psuh push'],
    ['docker image psuh web', 'psuh push'],
    ['sudo docker psuh web', 'psuh push'],
    ['$(aws ecr get-logn --no-include-email)', 'get-logn get-login'],
    ['docker login --password "$(aws ecr-pubic get-login-password)" x', 'ecr-pubic ecr-public'],
    ['(aws ecs run-taks)', 'run-taks run-task'],
    ['aws sts whoami', 'whoami null'],
  ])('%s holds one that nobody knows', (command, words) => expect(found(command)).toEqual([words]));

  it.each([
    'aws ecs list-tasks',
    'aws ecs wait services-stable --services web',
    'aws configure',
    'aws --version',
    'aws ecs help',
    'aws s3 whatever x',
    'aws $SERVICE list',
    'docker ps',
    'docker compose up',
    'docker --version',
    'docker buildx build .',
    'docker image ls',
    'systemctl restart ecs',
    "echo 'aws esc list-tasks'",
    'aws ecr get-login-password | docker login --username AWS --password-stdin 123456789012.dkr.ecr.eu-west-1.amazonaws.com',
  ])('%s holds known ones', (command) => expect(found(command)).toEqual([]));
});

describe('a question about a command', () => {
  const ask = (answer: string, wrong = '') =>
    complaintsOf(
      packWithQuestions(
        `## T {#id-one}\n\nWhich command?\n\n\`\`\`sh answer\n${answer}\n\`\`\`\n${wrong === '' ? '' : `\n\`\`\`sh wrong\n# No.\n${wrong}\n\`\`\`\n`}`,
      ),
    ).map(({ code, line, column, fix }) => `${code} ${line}:${column} ${fix}`);
  it('[E160] has a right answer of known words', () => {
    expect(ask('aws ecs \\\n  lst-tasks')).toEqual(['E160 14:3 Did you mean "list-tasks"?']);
    expect(ask('docker psuh web')).toEqual(['E160 13:8 Did you mean "push"?']);
  });
  it('may have wrong answers of any words', () => expect(ask('aws ecs list-tasks', 'aws esc list-tasks')).toEqual([]));
});
