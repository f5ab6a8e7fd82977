import { describe, expect, it } from 'vitest';
import { rolesLab } from '../../../../src/core/ecs/labs/roles/roles-lab.ts';

const { start, read, run } = rolesLab;

/** What becomes of an answer. */
function leadOf(need: string, assigned: string, more: object = {}): string {
  const { value } = read({ ...start, ...more, needs: [{ need, assigned }] });
  return value === null ? '' : (run(value).value?.steps.at(-1)?.parts[0]?.lead ?? '');
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
