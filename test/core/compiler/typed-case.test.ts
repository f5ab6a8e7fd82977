import { describe, expect, it } from 'vitest';
import { compilePack } from '../../../src/core/compiler/compile-pack.ts';
import { headingKeys, spellAttributes } from '../../../src/core/compiler/grammar.ts';
import { gradeResponse } from '../../../src/core/questions/registry.ts';
import { goodChoice, packWithQuestions } from './pack-builder.ts';

const ask = (heading: string, ...lines: readonly string[]) =>
  packWithQuestions(`## T {#id-one${heading}}\n\nWhich word?\n\n\`\`\`answer\n${lines.join('\n')}\n\`\`\`\n`);
const codes = (files: ReturnType<typeof packWithQuestions>) => compilePack(files).diagnostics.map(({ code }) => code);

describe('case=exact', () => {
  it('lets a wrong answer differ in case alone', () => {
    expect(codes(ask(' case=exact', 'AWS', 'wrong: aws'))).toEqual([]);
    expect(codes(ask(' case=any', 'AWS', 'wrong: aws'))).toEqual(['E160']);
  });
  it('is kept with the question, and nothing is kept without it', () => {
    const questionOf = (heading: string) => compilePack(ask(heading, 'AWS')).value?.questions[0];
    expect(questionOf(' case=exact')).toMatchObject({ exactCase: true });
    expect(questionOf(' case=any')).not.toHaveProperty('exactCase');
  });
  it('counts in a cloze that is typed', () => {
    const files = packWithQuestions('## T {#id-one typed=true case=exact}\n\nThe field is {{valueFrom}}.\n');
    expect(compilePack(files)).toMatchObject({ diagnostics: [], value: { questions: [{ exactCase: true }] } });
  });
  it('has its place behind typed=', () => {
    const spelt = spellAttributes('T {#a note=x#y case=exact typed=true}', headingKeys);
    expect(spelt).toBe('T {#a typed=true case=exact note=x#y}');
  });
  it('[E106] has no other value than exact and any', () => expect(codes(ask(' case=lower', 'aws'))).toEqual(['E106']));
  it('[E102] is refused where nothing is typed', () => {
    expect(codes(packWithQuestions(goodChoice.replace('{#good-one}', '{#good-one case=exact}')))).toEqual(['E102']);
    expect(codes(packWithQuestions('## T {#id-one case=exact}\n\nThe field is {{valueFrom}}.\n'))).toEqual(['E102']);
  });
});

describe('code in any case', () => {
  it.each(['ECS_CLUSTER', 'ecs_cluster', 'valueFrom', 'AWS', 'RESOURCE:PORTS', 'ssm:GetParameters'])(
    '[W222] warns of %s',
    (line) => expect(codes(ask('', line))).toEqual(['W222']),
  );
  it.each(['awsvpc', 'Fargate', 'bin pack', '12', '2 GB', '= 12 GiB', 'public.ecr.aws', 'A task'])(
    '[W222] says nothing of %s',
    (line) => expect(codes(ask('', line))).toEqual([]),
  );
  it('[W222] says nothing where one answer is no code, or the heading decides', () => {
    expect(codes(ask('', 'DescribeTasks', 'describe-tasks'))).toEqual([]);
    expect(codes(ask(' case=exact', 'AWS'))).toEqual([]);
    expect(codes(ask(' case=any', 'AWS'))).toEqual([]);
  });
  it('[W222] warns once of a cloze', () => {
    const cloze = '## T {#id-one typed=true}\n\nThe fields are {{1:valueFrom}} and {{2:hostPort}}.\n';
    expect(codes(packWithQuestions(cloze))).toEqual(['W222']);
  });
});

describe('a number of things', () => {
  it.each([
    ['= 2 ± 0 vCPU', 'vCPU', '2 vcpus'],
    ['= 3 ± 0 container instances', 'container instances', 'three container instances'],
    ['= 6 ± 0 tasks', 'tasks', '6'],
    ['= 2048 ± 0 mib', 'MiB', '2 GiB'],
  ])('%s is shown as it is written, and read in any case', (line, unit, given) => {
    const question = compilePack(ask('', line)).value?.questions[0];
    expect(question).toMatchObject({ kind: 'typed', accepted: [{ unit }] });
    if (question?.kind === 'typed') expect(gradeResponse(question, { kind: 'typed', text: given }).score).toBe(1);
  });
});
