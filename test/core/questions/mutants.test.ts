import { describe, expect, it } from 'vitest';
import type { ConfigQuestion, JsonQuestion } from '../../../src/core/model/question.ts';
import { commandMutants } from '../../../src/core/questions/command/mutants.ts';
import { configMutants } from '../../../src/core/questions/config/mutants.ts';
import { jsonMutants } from '../../../src/core/questions/json/mutants.ts';
import { countMutants, proveMutants } from '../../../src/core/questions/proof/prove-mutants.ts';
import { base } from './question-base.ts';

const login =
  'aws ecr get-login-password --region eu-west-1 | docker login --username AWS --password-stdin 123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const place = { file: 'questions/a.md', line: 1, column: 1 };

describe('mutants of a command', () => {
  const texts = commandMutants([login]).map(({ text }) => text);
  it.each([
    ['an option dropped', login.replace(' --region eu-west-1', '')],
    ['an option dropped before an operand', login.replace(' --username AWS', '')],
    ['the Region swapped', login.replace('--region eu-west-1', '--region sa-east-1')],
    ['the Region of the host swapped', login.replace('ecr.eu-west-1', 'ecr.sa-east-1')],
    ['an en dash', login.replace('--password-stdin', '\u2013password-stdin')],
    ['one dash', login.replace('--password-stdin', '-password-stdin')],
    ['a space behind the dashes', login.replace('--password-stdin', '-- password-stdin')],
    ['another account', login.replace('123456789012', '123456789013')],
    ['no server', login.replace(/ \S+$/, '')],
    ['&& for |', login.replace('|', '&&')],
  ])('have %s', (_, text) => expect(texts).toContain(text));
  it('leave out what is accepted, too, in whatever order', () => {
    const short = login.replace(' --region eu-west-1', '');
    expect(commandMutants([login, short]).map(({ text }) => text)).not.toContain(short);
  });
  it('are refused by the grader', () => {
    const question = { ...base, kind: 'command', accepted: [login], wrong: [] } as const;
    expect(proveMutants(question, place)).toEqual([]);
    const { tried, killed } = countMutants([question]);
    expect(tried).toBeGreaterThan(15);
    expect(killed).toBe(tried);
  });
});

const config: ConfigQuestion = {
  ...base,
  kind: 'config',
  check: 'ecs-config',
  start: 'ECS_CLUSTER=web',
  answer: 'ECS_CLUSTER=web\nECS_RESERVED_MEMORY=256\nECS_ENABLE_TASK_IAM_ROLE=true',
};

describe('mutants of a configuration', () => {
  const texts = configMutants(config).map(({ text }) => text);
  it.each([
    'ECS_RESERVED_MEMORY =256',
    'ECS_RESERVED_MEMORY= 256',
    'export ECS_RESERVED_MEMORY=256',
    'ECS_RESERVED_MEMORY="256"',
    'ECS_RESERVED_MEMORY=257',
    'ecs_reserved_memory=256',
  ])('have %s', (line) => expect(texts).toContain(config.answer.replace('ECS_RESERVED_MEMORY=256', line)));
  it('leave a value as it was', () => {
    const start = 'ECS_RESERVED_MEMORY=64';
    const undone = config.answer.replace('=256', '=64');
    expect(configMutants({ ...config, start }).map(({ text }) => text)).toContain(undone);
  });
  it('drop a line, but not one that only repeats the default of ecs-init', () => {
    expect(texts).toContain(config.answer.replace('ECS_RESERVED_MEMORY=256\n', ''));
    expect(texts).not.toContain(config.answer.replace('\nECS_ENABLE_TASK_IAM_ROLE=true', ''));
  });
  it('are refused by the grader', () => expect(proveMutants(config, place)).toEqual([]));
});

const definition = (port: number, cpu = '256') => ({
  family: 'web',
  requiresCompatibilities: ['EC2', 'FARGATE'],
  networkMode: 'awsvpc',
  cpu,
  memory: '512',
  containerDefinitions: [{ name: 'web', image: 'nginx:1.27', portMappings: [{ containerPort: port }] }],
});
const json: JsonQuestion = {
  ...base,
  kind: 'json',
  check: 'task-definition',
  start: JSON.stringify(definition(80, '128')),
  answer: JSON.stringify(definition(80)),
  require: [{ pointer: '/cpu', test: 'equals', value: '256' }],
};

describe('mutants of a task definition', () => {
  const mutants = jsonMutants(json);
  const slips = mutants.map(({ slip }) => slip);
  it.each([
    '/cpu left out',
    '/containerDefinitions/0/image left out',
    'cpu 300, which Fargate does not have',
    'memory 300, which Fargate does not have',
    'a port in quotes',
    'a comma before the last }',
    'single quotes',
  ])('have %s', (slip) => expect(slips).toContain(slip));
  it('leave a change of the repair undone', () => expect(slips).toContain('/cpu as it was'));
  it('[E160] tell of a change that nothing asks for', () => {
    const start = json.start.replace('"web","image"', '"old","image"');
    expect(proveMutants({ ...json, start }, place)[0]?.message).toContain('/containerDefinitions/0/name as it was');
  });
  it('are refused by the grader', () => expect(proveMutants(json, place)).toEqual([]));
  it('[E160] are shown where the question lets one pass', () => {
    const bridge = JSON.stringify({
      family: 'web',
      containerDefinitions: [
        { name: 'web', image: 'nginx:1.27', memory: 128, portMappings: [{ containerPort: 80, hostPort: 0 }] },
      ],
    });
    const lax: JsonQuestion = {
      ...json,
      start: bridge.replace('"hostPort":0', '"hostPort":70000'),
      answer: bridge,
      require: [{ pointer: '/family', test: 'equals', value: 'web' }],
    };
    expect(proveMutants(lax, place).map(({ code, message }) => [code, message.includes('"hostPort": 80')])).toEqual([
      ['E160', true],
    ]);
    const { tried, killed } = countMutants([lax]);
    expect(killed).toBe(tried - 1);
  });
});
