import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  CommandQuestion,
  ConfigQuestion,
  JsonQuestion,
  JsonRequirement,
} from '../../../src/core/model/question.ts';
import { heavyKinds } from '../../../src/core/questions/heavy-kinds.ts';
import { gradeResponse } from '../../../src/core/questions/registry.ts';
import { base } from './question-base.ts';

const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const login = `aws ecr get-login-password --region eu-west-1 | docker login --username AWS --password-stdin ${host}`;
const commandOf = (accepted: readonly string[], wrong: CommandQuestion['wrong'] = []): CommandQuestion => ({
  ...base,
  kind: 'command',
  accepted,
  wrong,
});
const gradeTyped = (question: CommandQuestion, text: string) =>
  heavyKinds.command.grade(question, { kind: 'command', text });

describe('command', () => {
  it('is graded only where its grader is loaded', () =>
    expect(() => gradeResponse(commandOf([login]), { kind: 'command', text: login })).toThrow('not loaded'));
  it.each([
    ['options in another order', login.replace('--username AWS --password-stdin', '--password-stdin -u AWS')],
    [
      'the Region in front',
      login.replace('aws ecr', 'AWS_REGION=eu-west-1 aws ecr').replace(' --region eu-west-1', ''),
    ],
    ['two lines', login.replace(' | ', ' | \\\n  ')],
  ])('[L24] takes a login with %s', (_, text) => expect(gradeTyped(commandOf([login]), text).score).toBe(1));
  it.each([
    ['no Region, where none is configured', login.replace(' --region eu-west-1', '')],
    ['another Region', login.replace('--region eu-west-1', '--region us-east-1')],
    ['another account', login.replace('123456789012', '999999999999')],
    ['version 1 for version 2', '$(aws ecr get-login --no-include-email --region eu-west-1)'],
  ])('[L24] refuses a login with %s', (_, text) => expect(gradeTyped(commandOf([login]), text).score).toBe(0));
  it('[L13] knows from an accepted command that a default Region is configured', () => {
    const short = login.replace(' --region eu-west-1', '');
    expect(gradeTyped(commandOf([short]), short).score).toBe(1);
    expect(gradeTyped(commandOf([short]), login).score).toBe(1);
    expect(gradeTyped(commandOf([short]), login.replace('--region eu-west-1', '--region us-east-1')).score).toBe(0);
  });
  it('[L23] takes either version where both are accepted', () => {
    const old = '$(aws ecr get-login --no-include-email --region eu-west-1)';
    const question = commandOf([login, old]);
    expect([gradeTyped(question, login).score, gradeTyped(question, old).score]).toEqual([1, 1]);
    expect(gradeTyped(question, '$(aws ecr get-login --region eu-west-1)').ruling).toBe('partly-right');
  });
  it('[L31] asks for the profile that every accepted login names', () => {
    const profiled = login.replace('--region eu-west-1', '--profile ci --region eu-west-1');
    const verdict = gradeTyped(commandOf([profiled]), login);
    expect(verdict).toMatchObject({ score: 0, ruling: 'wrong', advice: ['The token must come from the profile ci.'] });
    expect(
      gradeTyped(
        commandOf([profiled]),
        `${profiled.replace('--profile ci ', '').replace('aws ecr', 'AWS_PROFILE=ci aws ecr')}`,
      ).score,
    ).toBe(1);
  });
  it('[L12] asks for the registry that every accepted login of version 1 names', () => {
    const other = '$(aws ecr get-login --registry-ids 210987654321 --no-include-email --region eu-west-1)';
    const own = other.replace('--registry-ids 210987654321 ', '');
    expect(gradeTyped(commandOf([other]), other).score).toBe(1);
    expect(gradeTyped(commandOf([other]), own)).toMatchObject({ score: 0 });
    expect(gradeTyped(commandOf([own]), own).score).toBe(1);
  });
  it('[L24] takes a login with more to do for a script, not for a login', () => {
    const script = `${login} && docker push ${host}/demo:1`;
    expect(gradeTyped(commandOf([script]), login).score).toBe(0);
  });
  it('says the reason of the author when the learner types a wrong command that is listed', () => {
    const question = commandOf(
      ['aws ecs update-service --cluster shop --service web --force-new-deployment'],
      [
        {
          command: 'aws ecs update-service --cluster shop --service web',
          reason: 'Nothing has changed, so nothing is started.',
        },
      ],
    );
    const typed = 'aws ecs  update-service --service web --cluster shop';
    expect(gradeTyped(question, typed).advice[0]).toBe('Nothing has changed, so nothing is started.');
    expect(gradeTyped(question, 'aws ecs list-services').advice[0]).not.toContain('Nothing has changed');
  });
});

const configOf = (start: string, answer: string): ConfigQuestion => ({
  ...base,
  kind: 'config',
  check: 'ecs-config',
  start,
  answer,
});
const reserve = configOf('ECS_CLUSTER=web\n', 'ECS_CLUSTER=web\nECS_RESERVED_MEMORY=256\n');
const gradeConfig = (question: ConfigQuestion, text: string) =>
  heavyKinds.config.grade(question, { kind: 'config', text });

describe('config', () => {
  it.each([
    ['lines in another order', 'ECS_RESERVED_MEMORY=256\nECS_CLUSTER=web'],
    ['comments and blank lines', '# mine\n\nECS_CLUSTER=web\n\nECS_RESERVED_MEMORY=256'],
    ['what is the default anyhow', 'ECS_CLUSTER=web\nECS_RESERVED_MEMORY=256\nECS_ENABLE_TASK_IAM_ROLE=true'],
    ['CR LF', 'ECS_CLUSTER=web\r\nECS_RESERVED_MEMORY=256\r\n'],
    ['a default in other letters', `${reserve.answer}ECS_LOGLEVEL=INFO`],
    ['a default that is 1 for true', `${reserve.answer}ECS_ENABLE_TASK_IAM_ROLE=1`],
  ])('[10] takes a file with %s', (_, text) => expect(gradeConfig(reserve, text).score).toBe(1));
  it.each([
    ['a space before =', 'ECS_CLUSTER=web\nECS_RESERVED_MEMORY =256'],
    ['a BOM', '\ufeffECS_CLUSTER=web\nECS_RESERVED_MEMORY=256'],
    ['quotes', 'ECS_CLUSTER="web"\nECS_RESERVED_MEMORY=256'],
    ['another setting switched off', `${reserve.answer}ECS_ENABLE_TASK_IAM_ROLE=false`],
    ['a log level that nobody asked for', `${reserve.answer}ECS_LOGLEVEL=debug`],
    ['another variable of the agent that nobody asked for', `${reserve.answer}DOCKER_HOST=tcp://10.0.0.1:2375`],
    ['credentials that nobody asked for', `${reserve.answer}AWS_ACCESS_KEY_ID=x`],
    ['a time that is too short to hold', `${reserve.answer}ECS_CONTAINER_STOP_TIMEOUT=5ms`],
    ['nothing', ''],
  ])('[10] refuses a file with %s', (_, text) => expect(gradeConfig(reserve, text).score).toBe(0));
  it('[10] says what is wrong with which line', () => {
    const { findings } = gradeConfig(reserve, 'ECS_CLUSTER=web\nexport ECS_RESERVED_MEMORY=256');
    expect(findings?.find(({ severity }) => severity === 'error')?.line).toBe(2);
  });
  it('[10] marks the line whose value is another one, without telling the value', () => {
    const { findings, parts } = gradeConfig(reserve, 'ECS_CLUSTER=web\nECS_RESERVED_MEMORY=512');
    expect(findings).toEqual([
      { line: 2, severity: 'warning', message: 'ECS_RESERVED_MEMORY is not what the question asks for.', fix: '' },
    ]);
    expect(parts).toContainEqual({
      part: 'ECS_RESERVED_MEMORY',
      state: 'wrong',
      given: 'ECS_RESERVED_MEMORY=512',
      wanted: 'ECS_RESERVED_MEMORY=256',
    });
  });
});

const start = `{
  "family": "web",
  "containerDefinitions": [
    { "name": "web", "image": "nginx:1.27", "memory": 128,
      "portMappings": [{ "containerPort": 80, "hostPort": 80 }] }
  ]
}`;
const hostPort = '/containerDefinitions/0/portMappings/0/hostPort';
const jsonOf = (...require: readonly JsonRequirement[]): JsonQuestion => ({
  ...base,
  kind: 'json',
  check: 'task-definition',
  start,
  answer: start.replace('"hostPort": 80', '"hostPort": 0'),
  require,
});
const dynamic = jsonOf({ pointer: hostPort, test: 'equals', value: '0' });
const gradeJson = (question: JsonQuestion, text: string) => heavyKinds.json.grade(question, { kind: 'json', text });

describe('json', () => {
  it('[11] takes the answer in any spacing', () =>
    expect(gradeJson(dynamic, JSON.stringify(JSON.parse(dynamic.answer))).score).toBe(1));
  it('[11] refuses what the checker refuses, at its line', () => {
    const verdict = gradeJson(dynamic, dynamic.answer.replace('"name": "web", ', ''));
    expect(verdict.score).toBe(0);
    expect(verdict.findings?.find(({ severity }) => severity === 'error')?.line).toBe(4);
  });
  it('says where something that is asked for is not so, without telling it', () => {
    const verdict = gradeJson(dynamic, start);
    expect(verdict.findings).toContainEqual({
      line: 5,
      severity: 'error',
      message: 'hostPort is not what the question asks for.',
      fix: '',
    });
  });
  it.each<[string, JsonRequirement, boolean]>([
    ['equals', { pointer: '/family', test: 'equals', value: 'web' }, true],
    [
      'equals, of a whole object',
      {
        pointer: '/containerDefinitions/0/portMappings/0',
        test: 'equals',
        value: { containerPort: '80', hostPort: '0' },
      },
      true,
    ],
    [
      'equals, of an object with more',
      { pointer: '/containerDefinitions/0/portMappings/0', test: 'equals', value: { hostPort: '0' } },
      false,
    ],
    ['one of', { pointer: '/family', test: 'one-of', values: ['a', 'web'] }, true],
    ['none of', { pointer: '/family', test: 'one-of', values: ['a', 'b'] }, false],
    ['present', { pointer: hostPort, test: 'present' }, true],
    ['present, where it is not', { pointer: '/cpu', test: 'present' }, false],
    ['absent', { pointer: '/cpu', test: 'absent' }, true],
    ['absent, where it is not', { pointer: '/family', test: 'absent' }, false],
    ['absent, of what every object has', { pointer: '/constructor', test: 'absent' }, true],
    ['a number in range', { pointer: '/containerDefinitions/0/memory', test: 'number', least: 100, most: 128 }, true],
    [
      'a number out of range',
      { pointer: '/containerDefinitions/0/memory', test: 'number', least: 129, most: 200 },
      false,
    ],
    ['a text for a number', { pointer: '/family', test: 'number', least: 0, most: 200 }, false],
  ])('[require] %s', (_, requirement, holds) =>
    expect(gradeJson(jsonOf(requirement), dynamic.answer).score === 1).toBe(holds),
  );
  it.each([
    ['a comma before }', '{\n  "family": "web",\n}', 2, 'A comma stands before }, and JSON allows none there.'],
    ['a comma left out', '{\n  "a": 1\n  "b": 2\n}', 3, 'A comma or } is missing before this place.'],
    ['single quotes', "{\n  'a': 1\n}", 2, 'JSON knows straight double quotes only.'],
    ['curly quotes', '{\n  "a": \u201cb\u201d\n}', 2, 'JSON knows straight double quotes only.'],
    ['a comment', '{\n  // no\n  "a": 1\n}', 2, 'JSON has no comments.'],
    ['a bare word', '{\n  "a": yes\n}', 2, 'This is no value of JSON.'],
    ['a name without quotes', '{\n  a: 1\n}', 2, 'The name of a field is not in double quotes.'],
    ['no end', '{\n  "a": [1, 2', 2, 'The text ends before a ] closes.'],
    ['a text without end', '{\n  "a": "b\n}', 2, 'A text does not end on its line, or holds a bad escape.'],
    ['more than a document', '{}\n{}', 2, 'Something stands behind the end of the document.'],
    ['an invisible first character', '\ufeff{}', 1, 'An invisible character stands before the document.'],
    ['nothing', '', 1, 'The text ends where a value should stand.'],
    ['60,000 brackets', '['.repeat(60_000), 1, 'Brackets stand too deep inside each other.'],
  ])('says of %s where it is and what to do', (_, text, line, message) =>
    expect(gradeJson(dynamic, text).findings).toMatchObject([{ line, message, severity: 'error' }]),
  );
  it('reads exactly what JSON.parse reads, to a depth that no definition has', () =>
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 5 }),
        fc.nat(),
        fc.constantFrom('', ',', '}', '"', '\\', '0', ' ', 'e', '\t', '\u0000'),
        (text, at, mark) => {
          const place = at % (text.length + 1);
          const broken = text.slice(0, place) + mark + text.slice(place + (at % 2));
          const isRead = gradeJson(dynamic, broken).parts.length > 0;
          expect(isRead).toBe(parses(broken));
        },
      ),
      { numRuns: 1_000 },
    ));
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const questions = [commandOf([login]), commandOf(['aws ecs list-tasks']), reserve, dynamic];
const written = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 10_000 }),
  fc.string({
    maxLength: 10_000,
    unit: fc.constantFrom('"', '$(', '|', '{', '[', '\\', '\n', ' ', '-', '=', "'", 'a', ':', ',', '<<A'),
  }),
);

describe('whatever a learner types', () => {
  it.each(questions.map((question) => [question.kind, question] as const))(
    'is graded, not thrown at, by %s',
    (_, question) =>
      fc.assert(
        fc.property(written, (text) => {
          const { score } = gradeResponse(question, { kind: question.kind, text }, heavyKinds);
          expect(score).toBeLessThan(1);
        }),
        { numRuns: 60 },
      ),
  );
  it.each(questions.map((question) => [question.kind, question] as const))(
    'is told off at 1 MB by %s',
    (_, question) => {
      const text = '{"a": "ECS_CLUSTER=x --region "}\n'.repeat(32_000);
      const verdict = gradeResponse(question, { kind: question.kind, text }, heavyKinds);
      const { score, advice } = verdict;
      const findings = 'findings' in verdict ? verdict.findings : [];
      expect(score).toBe(0);
      expect([...advice, ...findings.map(({ message }) => message)][0]).toContain('characters');
    },
  );
});
