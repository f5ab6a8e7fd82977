import { describe, expect, it } from 'vitest';
import { json } from '../../../src/core/questions/json/kind.ts';
import { answer, app, edited, grade, question, repair, start } from './repair-builders.ts';

describe('a requirement', () => {
  const fargate = {
    ...start,
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '512',
    memory: '1024',
    containerDefinitions: [{ name: 'app', image: 'orders:1.8' }],
  };
  const sized = repair(
    { ...fargate, memory: '512' },
    fargate,
    { pointer: '/memory', test: 'equals', value: '1024' },
    { pointer: '/cpu', test: 'equals', value: '512' },
  );
  it.each([['1024'], [1024], ['1GB'], ['1 GB'], ['1.0 GB']])('takes the size %j in any spelling', (memory) =>
    expect(grade(sized, { ...fargate, memory }).score).toBe(1),
  );
  it.each([['2048'], ['1 gb'], ['1024 MB'], [['1024']], [1024.5], [null]])('does not take the size %j', (memory) =>
    expect(grade(sized, { ...fargate, memory }).score).toBe(0),
  );
  it.each([['.5 vCPU'], ['0.5 vCPU'], [512]])('takes the CPU %j', (cpu) =>
    expect(grade(sized, { ...fargate, cpu }).score).toBe(1),
  );
  it.each([['"80"'], ['[80]'], ['80.5'], ['true'], ['null'], ['{"value":80}']])(
    'takes no %s for the number 80',
    (text) => {
      const numbered = repair(start, edited(start, `${app}/portMappings/0/hostPort`, 81), {
        pointer: `${app}/portMappings/0/hostPort`,
        test: 'equals',
        value: '81',
      });
      const written = JSON.stringify(edited(start, `${app}/portMappings/0/hostPort`, 81)).replace(
        '"hostPort":81',
        `"hostPort":${text.replace('80', '81')}`,
      );
      expect(json.grade(numbered, { kind: 'json', text: written }).score).toBe(0);
    },
  );
  it('holds for a member wherever it stands in its list', () => {
    const asked = repair({ ...fargate, networkMode: 'bridge' }, fargate, {
      pointer: '/requiresCompatibilities/0',
      test: 'equals',
      value: 'FARGATE',
    });
    expect(grade(asked, fargate).score).toBe(1);
    const both = grade(asked, { ...fargate, requiresCompatibilities: ['EC2', 'FARGATE'] });
    expect(both.findings.map(({ message }) => message)).toEqual([
      'An entry of requiresCompatibilities was added, and nothing asks for it.',
    ]);
    const other = grade(asked, { ...fargate, requiresCompatibilities: ['EC2'] });
    expect(other.findings.map(({ message }) => message)).toContain(
      'requiresCompatibilities is not what the question asks for.',
    );
  });
  it('finds an empty list as good as none', () => {
    const asked = repair({ ...start, volumes: [{ name: 'a' }] }, start, { pointer: '/volumes', test: 'absent' });
    expect(grade(asked, { ...start, volumes: [] }).score).toBe(1);
    expect(grade(asked, { ...start, volumes: [{ name: 'b' }] }).score).toBe(0);
  });
  it.each([
    ['equals', { pointer: `${app}/command`, test: 'equals', value: [] }],
    ['one of', { pointer: `${app}/command`, test: 'one-of', values: ['a', []] }],
  ] as const)('can ask for an empty list: %s', (_, requirement) => {
    const empty = edited(start, `${app}/command`, []);
    const asked = repair(start, empty, requirement);
    expect(grade(asked, empty).score).toBe(1);
    expect(grade(asked, start).score).toBe(0);
    expect(grade(asked, edited(start, `${app}/command`, undefined)).parts).toMatchObject([{ state: 'missed' }]);
    expect(grade(asked, edited(start, `${app}/command`, {})).parts).toMatchObject([{ state: 'wrong' }]);
  });
  it('can ask for an empty object', () => {
    const pointer = `${app}/dockerLabels`;
    const empty = edited(start, pointer, {});
    const asked = repair(edited(start, pointer, { a: 'b' }), empty, { pointer, test: 'equals', value: {} });
    expect(grade(asked, empty).score).toBe(1);
    expect(grade(asked, edited(start, pointer, [])).parts).toMatchObject([{ state: 'wrong' }]);
  });
  it.each([['512.0'], ['5.12e2'], ['512E0']])('takes no %s for the whole number 512', (number) => {
    const text = JSON.stringify(answer).replace('"memory":512', `"memory":${number}`);
    const { score, findings } = json.grade(question, { kind: 'json', text });
    expect([score, findings.map(({ fix }) => fix)]).toEqual([0, expect.arrayContaining(['Write 512.'])]);
  });
  it('tells of a field that stands twice, and takes the last', () => {
    const text = JSON.stringify(answer).replace('"memory":512', '"memory":256,"memory":512');
    const { score, findings } = json.grade(question, { kind: 'json', text });
    expect([score, findings.map(({ message }) => message)]).toEqual([
      1,
      expect.arrayContaining(['`memory` stands twice, and the last one counts.']),
    ]);
    const last = JSON.stringify(answer).replace('"memory":512', '"memory":512,"memory":256');
    expect(json.grade(question, { kind: 'json', text: last }).score).toBe(0);
  });
});
