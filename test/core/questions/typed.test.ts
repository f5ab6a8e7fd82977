import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AcceptedAnswer, TypedQuestion } from '../../../src/core/model/question.ts';
import { gradeResponse } from '../../../src/core/questions/registry.ts';
import { base } from './question-base.ts';

type Rest = Partial<Pick<TypedQuestion, 'wrong' | 'exactCase'>>;
const typed = (accepted: readonly AcceptedAnswer[], rest: Rest = {}): TypedQuestion => ({
  ...base,
  kind: 'typed',
  accepted,
  wrong: [],
  ...rest,
});
const text = (answer: string, allowsSlip = false): AcceptedAnswer => ({ form: 'text', text: answer, allowsSlip });
const number = (value: number, unit: string, tolerance = 0): AcceptedAnswer => ({
  form: 'number',
  value,
  tolerance,
  unit,
});
const grade = (question: TypedQuestion, given: string) => gradeResponse(question, { kind: 'typed', text: given });

/** Of these answers, which ones are graded otherwise than expected. */
function misjudged(question: TypedQuestion, right: readonly string[], wrong: readonly string[]): readonly string[] {
  return [
    ...right.filter((given) => grade(question, given).score !== 1).map((given) => `refused: ${given}`),
    ...wrong.filter((given) => grade(question, given).score !== 0).map((given) => `accepted: ${given}`),
  ];
}

describe('case', () => {
  const rows: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['AWS', ['AWS', ' AWS ', '`AWS`', '"AWS"', 'AWS.'], ['aws', 'Aws', 'AWs', '`aws`']],
    [
      'ECS_ENABLE_TASK_IAM_ROLE=true',
      ['ECS_ENABLE_TASK_IAM_ROLE=true', '`ECS_ENABLE_TASK_IAM_ROLE=true`'],
      ['ecs_enable_task_iam_role=true', 'ECS_ENABLE_TASK_IAM_ROLE=TRUE', 'ECS_ENABLE_TASK_IAM_ROLE =true'],
    ],
    ['valueFrom', ['valueFrom', '"valueFrom"', '\u201cvalueFrom\u201d'], ['valuefrom', 'ValueFrom', 'value From']],
    ['awsvpc', ['awsvpc', '"awsvpc"'], ['AWSVPC', 'AwsVpc', '"AWSVPC"']],
  ];
  it.each(rows)('counts in %s where it is exact', (answer, right, wrong) => {
    expect(misjudged(typed([text(answer)], { exactCase: true }), right, wrong)).toEqual([]);
  });
  it('does not count where it is not', () => {
    expect(misjudged(typed([text('AWS')]), ['aws', 'Aws', 'AWS'], [])).toEqual([]);
  });
  it('is what is said when nothing else is wrong', () => {
    const question = typed([text('valueFrom')], { exactCase: true });
    expect(grade(question, 'valuefrom').advice).toEqual(['Small and capital letters differ here.']);
    expect(grade(question, 'value').advice).toEqual([]);
  });
  it('lets an answer that is called wrong differ in case alone', () => {
    const question = typed([text('AWS')], { exactCase: true, wrong: ['aws'] });
    expect(misjudged(question, ['AWS'], ['aws'])).toEqual([]);
  });
  it('counts in a slip', () => {
    const question = typed([text('ExecuteCommand', true)], { exactCase: true });
    expect(misjudged(question, ['ExecuteComand', 'executeCommand'], ['executecommand'])).toEqual([]);
  });
});

describe('marks round an answer', () => {
  const rows: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      'describe-tasks',
      [
        '`describe-tasks`',
        '"describe-tasks"',
        "'describe-tasks'",
        'describe-tasks.',
        '`describe-tasks`.',
        'describe-tasks,',
      ],
      ['describe-tasks/', '"describe-tasks', 'describe tasks', '"describe"-tasks', 'describe-tasks..x', '``'],
    ],
    [
      'public.ecr.aws',
      ['public.ecr.aws/', '`public.ecr.aws`', 'public.ecr.aws.', '"public.ecr.aws/"'],
      ['public.ecr.aws/x', 'public.ecr.aws//x', '/public.ecr.aws', 'http://public.ecr.aws'],
    ],
    [
      'http://169.254.170.2',
      ['http://169.254.170.2/', 'http://169.254.170.2.'],
      ['https://169.254.170.2', '169.254.170.2'],
    ],
    [
      '/etc/ecs/ecs.config',
      ['`/etc/ecs/ecs.config`', '/etc/ecs/ecs.config.'],
      ['/etc/ecs/ecs.config/', 'etc/ecs/ecs.config'],
    ],
    [
      'ECS_CLUSTER=prod',
      ['`ECS_CLUSTER=prod`', ' ECS_CLUSTER=prod '],
      ['"ECS_CLUSTER=prod"', 'ECS_CLUSTER=prod.', 'ECS_CLUSTER=prod;', 'ECS_CLUSTER="prod"', 'ECS_CLUSTER = prod'],
    ],
    [
      '"hostPort": 0',
      ['"hostPort":0', '"hostPort" : 0', '"hostPort": 0,', '`"hostPort": 0`'],
      ['"hostPort": "0"', '"hostPort": 1', '"hostPort"'],
    ],
    [
      'hostPort: 0',
      ['hostPort:0', 'hostPort : 0', 'hostPort: 0,', '`hostPort: 0`'],
      ['hostPort 0', 'hostPort:1', 'hostPort: "0"'],
    ],
    ['ecs:Poll', ['`ecs:Poll`', 'ecs:Poll.'], ['ecs: Poll', 'ecs :Poll', 'ecsPoll']],
    [
      '["EC2","FARGATE"]',
      ['["EC2", "FARGATE"]', '[ "EC2","FARGATE" ]', '`["EC2","FARGATE"]`', '["EC2","FARGATE"],'],
      [
        '["FARGATE"]',
        '["EC2"]',
        '"EC2","FARGATE"',
        '["EC2","FARGATE"',
        '["EC2","FARGATE","EXTERNAL"]',
        '[["EC2","FARGATE"]]',
      ],
    ],
    ['{"a":"x","b":1}', ['{ "b": 1, "a": "x" }'], ['{"a":"x"}', '{"a":"x","b":"1"}', '[{"a":"x","b":1}]']],
  ];
  it.each(rows)('are put aside where they do no harm to %s', (answer, right, wrong) => {
    expect(misjudged(typed([text(answer)], { exactCase: true }), right, wrong)).toEqual([]);
    expect(misjudged(typed([text(answer)]), right, wrong)).toEqual([]);
  });
  it('do not save what is called wrong', () => {
    const question = typed([text('true')], { wrong: ['"true"'] });
    expect(misjudged(question, ['true', '`true`'], ['"true"'])).toEqual([]);
  });
});

describe('a slip', () => {
  const rows: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      'secretsmanager',
      ['secretmanager', 'secretsmanger', '`secretsmanagr`'],
      ['secrets-manager', 'secrets.manager', 'secrets_manager'],
    ],
    [
      'ecs:ExecuteCommand',
      ['ecs:ExecuteComand', 'ecs:ExecutCommand'],
      ['ecs.ExecuteCommand', 'ecsExecuteCommand', 'ecs::ExecuteCommand'],
    ],
    ['bin-pack', ['bin-pac', 'bin-pakc'], ['binpack', 'bin_pack', 'bin--pack']],
  ];
  it.each(rows)('is one of letters in %s', (answer, right, wrong) => {
    expect(misjudged(typed([text(answer, true)]), right, wrong)).toEqual([]);
  });
  it('is not forgiven in what is called wrong', () => {
    const question = typed([text('spread', true)], { wrong: ['spreads'] });
    expect(misjudged(question, ['spred'], ['spreads', '`spreads`'])).toEqual([]);
  });
});

describe('a number', () => {
  const rows: readonly (readonly [string, AcceptedAnswer, readonly string[], readonly string[]])[] = [
    [
      '6 tasks',
      number(6, 'tasks'),
      ['6', '6 tasks', '6 task', '6 Tasks', '6tasks', 'six', 'Six tasks', '6.', '`6`', '6 tasks.', '6.0', '"6"', '+6'],
      ['5', '7 tasks', '6 services', '6 MiB', '6 %', '60', '-6', '6 s', '6 tasks 7', 'six hundred', '6 tas'],
    ],
    ['1 entry', number(1, 'entries'), ['1 entry', 'one entry', '1 entries', '1'], ['1 entrance', '2 entries', 'entry']],
    ['3 cases', number(3, 'cases'), ['3 case', '3 cases'], ['3 caps', '3 caches']],
    ['4 processes', number(4, 'processes'), ['4 process', '4 processes', 'four'], ['4 procedures']],
    [
      '2048 MiB',
      number(2048, 'MiB'),
      [
        '2048 MiB',
        '2048MiB',
        '2048mib',
        '2 GiB',
        '2gib',
        '2,048',
        '2,048 MiB',
        '2048',
        '2 gibibytes',
        '2097152 KiB',
        '2048 mebibytes',
      ],
      ['2 GB', '2048 GiB', '2', '2048 s', '2048 tasks', '20,48', '2048 MB', '1024', '2.048', '2048 M'],
    ],
    [
      '120 s',
      number(120, 's'),
      [
        '120 s',
        '120s',
        '120 seconds',
        '120 sec',
        '2 minutes',
        '2 min',
        '2min',
        '2m',
        'two minutes',
        '120',
        '120000 ms',
      ],
      ['2', '2 h', '120 min', '120 MiB', '120 %', '2 hours', '12 s'],
    ],
    [
      '90 s',
      number(90, 's'),
      ['1 min 30 s', '1m30s', '1 minute and 30 seconds', '1 min, 30 s', '1.5 min', '1,5 min'],
      ['1 min 31 s', '1 h 30 s', '30 s 30 s', '1 min 30', '1 min 30 tasks', '90 s 1 MiB', '15 min'],
    ],
    [
      '0.5 GiB',
      number(0.5, 'GiB'),
      ['0.5 GiB', '0,5 GiB', '.5 GiB', ',5 GiB', '512 MiB'],
      ['05 GiB', '0.5 GB', '5 GiB', '0,500 GiB'],
    ],
    [
      '12',
      number(12, 'tasks'),
      ['12', '12.0', '12,0'],
      ['1\u00b2', '\u246b', '1\u2082', '1,2', '1.2', '1 2', '\u00bd'],
    ],
    [
      '20480 MiB',
      number(20480, 'MiB'),
      ['20480', '20,480', '20 480', '20 480 MiB'],
      ['20,48', '2 0480', '20.480', '204 80'],
    ],
    ['50 %', number(50, '%'), ['50', '50%', '50 percent', '50 per cent', '50.0 %'], ['0.5', '50 tasks', '5 %']],
    ['10 ± 2 tasks', number(10, 'tasks', 2), ['8', '12 tasks', '10.5'], ['7', '13 tasks', '12.1', '10 pods']],
    ['a bare 32768', number(32768, ''), ['32768', '32,768', '32768.'], ['32768 s', '32768 tasks', '3,2768', '32767']],
    ['the text 2048', text('2048'), ['2,048', '2048.', '`2048`', '2048.0'], ['2048 MiB', '2047', '20.48']],
    ['the text 2 GB', text('2 GB'), ['2GB', '2 gb', '2 gigabytes'], ['2 GiB', '2000 MB', '2', '2 TB']],
    ['the text 3', text('3'), ['three', '3.', '3'], ['3 tasks', 'thre', '03x', '-3']],
    ['a name of digits', text('007'), ['007', '`007`'], ['7', '07', 'seven']],
    ['a version', text('3.10'), ['3.10', '3.10.'], ['3.1', '3.100']],
  ];
  it.each(rows)('%s is taken with and without its unit', (_, answer, right, wrong) => {
    expect(misjudged(typed([answer]), right, wrong)).toEqual([]);
  });
  it.each([
    ['6 services', number(6, 'tasks'), 'What is asked for is a number of tasks.'],
    ['120 MiB', number(120, 's'), 'What is asked for is a time (in s).'],
    ['2048 s', number(2048, 'MiB'), 'What is asked for is a size (in MiB).'],
    ['3 tasks', number(3, ''), 'What is asked for is a number.'],
  ])('of another kind (%s) is refused with words', (given, answer, advice) => {
    expect(grade(typed([answer]), given)).toMatchObject({ score: 0, advice: [advice] });
  });
  it('without a unit says how it is read', () => {
    expect(grade(typed([number(2048, 'MiB')]), '2,048')).toMatchObject({
      score: 1,
      advice: ['It is read as 2048 MiB.'],
    });
    expect(grade(typed([number(2048, 'MiB')]), '1024')).toMatchObject({ score: 0, advice: [] });
    expect(grade(typed([number(6, 'tasks')]), '6')).toMatchObject({ score: 1, advice: [] });
  });
  it('needs its unit where a sentence leaves a gap for both', () => {
    const answer = { ...number(2, 'min'), needsUnit: true } as const;
    expect(grade(typed([answer]), '2')).toMatchObject({ score: 0, advice: ['Give the unit, too.'] });
    expect(misjudged(typed([answer]), ['2 min', '120 s', 'two minutes'], ['2', '2 h'])).toEqual([]);
  });
});

describe('whatever is typed', () => {
  const answers = [text('valueFrom'), text('ecs:Poll', true), text('["a"]'), number(6, 'tasks'), number(2, 'GiB')];
  it('is graded alike with spaces and backticks round it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...answers), fc.boolean(), fc.string({ maxLength: 30 }), (answer, exact, given) => {
        const question = typed([answer], exact ? { exactCase: true } : {});
        expect(grade(question, ` ${given}\n`).score).toBe(grade(question, given).score);
        if (grade(question, given).score === 1) expect(grade(question, `\`${given}\``).score).toBe(1);
      }),
    );
  });
  it.each([
    ['combining marks', 'a\u0315\u0300'.repeat(400_000)],
    ['letters that fold to many', '\ufdfa'.repeat(1_000_000)],
    ['brackets', '['.repeat(1_000_000)],
    ['digits', '1,000'.repeat(200_000)],
  ])('is refused unread when it is too long (%s)', (_, given) => {
    for (const answer of answers) {
      expect(grade(typed([answer]), given).advice[0]).toContain('an answer has 1000 at most.');
    }
  });
  it('is read to the last character when it is not', () => {
    for (const unit of ['a\u0315\u0300', '\ufdfa', '[', '1,']) {
      expect(grade(typed(answers), unit.repeat(1000).slice(0, 1000)).score).toBe(0);
    }
  });
});
