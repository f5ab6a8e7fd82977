import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabPart } from '../../../../src/core/ecs/labs/lab.ts';
import { offeredRoles, rolesLab } from '../../../../src/core/ecs/labs/roles/roles-lab.ts';
import { allNeeds } from '../../../../src/core/ecs/labs/roles/roles-scenario.ts';
import { type RoleName, roleFacts } from '../../../../src/core/ecs/roles/role-facts.ts';

const { start, read, run, draw } = rolesLab;

/** What becomes of an answer. */
function partOf(need: string, assigned: string | null, more: object = {}): LabPart | undefined {
  const { value } = read({ ...start, ...more, needs: [{ need, assigned }] });
  return value === null ? undefined : run(value).value?.steps.at(-1)?.parts[0];
}

const leadOf = (need: string, assigned: string, more: object = {}) => partOf(need, assigned, more)?.lead;
const rightOf = (need: string, launchType: string) => partOf(need, null, { launchType })?.cells[1];
const allRoles = Object.keys(roleFacts).filter(isRole);

function isRole(name: string): name is RoleName {
  return name in roleFacts;
}

describe('the lab of roles', () => {
  it.each([
    ['pull from ECR', 'task execution role', {}],
    ['pull from ECR', 'container instance role', { launchType: 'EC2', executionRole: 'nowhere' }],
    ['application calls AWS', 'task role', {}],
    ['secret of Secrets Manager at start', 'task execution role', { launchType: 'EC2' }],
    ['application reads a secret as it runs', 'task role', {}],
    ['agent registers the instance', 'container instance role', { launchType: 'EC2' }],
  ])('takes for “%s” the %s (%j)', (need, role, more) => {
    expect(leadOf(need, role, more)).toBe(`Right: ${role}`);
    expect(leadOf(need, 'CodeDeploy role', more)).toBe(`Not the CodeDeploy role, but the ${role}`);
  });

  it('[W9] says of every wrong role what belief it stands for and what fails', () => {
    for (const need of allNeeds) {
      for (const launchType of ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES']) {
        const right = rightOf(need, launchType);
        for (const assigned of Object.keys(roleFacts).filter((role) => role !== right)) {
          const words = partOf(need, assigned, { launchType })?.words ?? '';
          if (right !== 'none') expect(words).toMatch(/ With(out)? the permission( there alone)?, [^.]+\. \S/);
          else expect(words).toContain('Nothing takes a permission here.');
        }
      }
    }
  });

  it.each([
    ['pull from ECR', 'task role', 'EC2', /if the application made the call, but the agent makes it/],
    ['pull from ECR', 'container instance role', 'EC2', /only for a task without an execution role/],
    ['pull from ECR', 'container instance role', 'FARGATE', /Only on an EC2 instance of yours/],
    ['environment file in S3', 'container instance role', 'EC2', /never taken from the role of the instance/],
    ['application calls AWS', 'task execution role', 'EC2', /if the agent that starts the task made the call/],
    ['EBS volume for a task', 'ECS service-linked role', 'FARGATE', /does not go that far/],
    ['network interface for awsvpc', 'infrastructure role', 'FARGATE', /it has its own/],
  ])('[W9] of “%s” by the %s on %s knows the belief', (need, assigned, launchType, belief) => {
    expect(partOf(need, assigned, { launchType })?.words).toMatch(belief);
  });

  it('[W10] tells what code does without a task role, by where it runs', () => {
    const wordsOn = (launchType: string) =>
      partOf('application calls AWS', 'task role', { launchType, taskRole: 'nowhere' })?.words;
    expect(wordsOn('EC2')).toMatch(/may find the role of the instance/);
    expect(wordsOn('FARGATE')).toMatch(/so it fails\.$/);
    expect(wordsOn('MANAGED_INSTANCES')).toMatch(/the task names none\.$/);
  });

  it('offers the right role and the answer for every need', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(10), (seed, at) => {
        const drawn = draw(seed);
        const assigned = allRoles[at] ?? null;
        const scenario = { ...drawn, needs: drawn.needs.map(({ need }) => ({ need, assigned })) };
        const cells =
          run(scenario)
            .value?.steps.at(-1)
            ?.parts.map((part) => part.cells) ?? [];
        const roles: readonly string[] = offeredRoles(scenario);
        expect(cells.flatMap((each) => each.slice(0, 2)).filter((role) => !roles.includes(role ?? ''))).toEqual([]);
      }),
    );
  });

  it('says that it fails where the task names no role', () => {
    const { value } = run({ ...start, taskRole: 'nowhere' });
    const words = value?.steps.at(-1)?.parts.find(({ name }) => name === 'application calls AWS')?.words;
    expect(words).toMatch(/But the task names none, so it fails\.$/);
  });

  it('[J2] asks about each thing once', () => {
    const needs = [{ need: 'pull from ECR' }, { need: 'pull from ECR' }];
    expect(read({ ...start, needs }).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'J2 /needs/1',
    ]);
  });

  it('counts what was answered right', () => {
    const needs = start.needs.map(({ need }) => ({ need, assigned: 'task role' as const }));
    expect(run({ ...start, needs }).value?.measures).toMatchObject({ right: 2, answered: 5 });
  });
});
