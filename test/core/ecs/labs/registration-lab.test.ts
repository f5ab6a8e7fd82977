import { describe, expect, it } from 'vitest';
import { registrationLab } from '../../../../src/core/ecs/labs/ecs-config/registration-lab.ts';

const { start, read, run } = registrationLab;

const outcomeOf = (change: object): string | undefined => run({ ...start, ...change }).value?.outcome;

describe('the lab of ecs.config', () => {
  it.each([
    ['ECS_CLUSTER=web', 'web'],
    ['', 'default'],
    ['# ECS_CLUSTER=web', 'default'],
    ['ECS_CLUSTER = web', 'default'],
    ['export ECS_CLUSTER=web', 'default'],
    ['ECS_CLUSTER_NAME=web', 'default'],
    ['ecs_cluster=web', 'default'],
    ['ECS_CLUSTER: web', 'default'],
    ['ECS_CLUSTER=web\nECS_CLUSTER=batch', 'batch'],
    ['ECS_CLUSTER=web\r\n', 'web'],
  ])('reads %j: the instance joins %s', (file, cluster) => {
    expect(outcomeOf({ file })).toBe(`The instance registers in the cluster ${cluster}.`);
  });

  it('takes quotes for a part of the name, which AWS refuses', () => {
    expect(outcomeOf({ file: 'ECS_CLUSTER="web"' })).toBe(
      'The instance does not register: AWS refuses the name `"web"`.',
    );
  });

  it('is the same whatever the security group lets in', () => {
    for (const file of ['ECS_CLUSTER=web', 'ECS_CLUSTER="web"', '']) {
      const all = (['nothing', 'HTTPS', 'everything'] as const).map((inbound) => outcomeOf({ file, inbound }));
      expect(new Set(all).size).toBe(1);
    }
  });

  it('needs a way out, and a role that may register', () => {
    const file = 'ECS_CLUSTER=web';
    expect(outcomeOf({ file, outbound: false })).toContain('it cannot reach ECS');
    expect(outcomeOf({ file, instanceRole: 'none' })).toContain('its role does not let it');
    expect(outcomeOf({ file, instanceRole: 'may not register' })).toContain('its role does not let it');
  });

  it('[J2] takes no file that is too long to be told', () => {
    expect(read({ file: 'A=1\n'.repeat(30) }).diagnostics.map(({ code }) => code)).toEqual(['J2']);
    expect(read({ file: 'x'.repeat(100_000) }).diagnostics.map(({ code }) => code)).toEqual(['J1']);
  });

  it('tells a file of odd characters without throwing', () => {
    for (const file of ['\u0000\u202e=web', '\ufeffECS_CLUSTER=web', '=', '==', 'ECS_CLUSTER=\u200bweb']) {
      expect(run({ ...start, file }).value?.steps.length).toBeGreaterThan(3);
    }
  });
});
