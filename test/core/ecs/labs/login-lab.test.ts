import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loginLab } from '../../../../src/core/ecs/labs/registry-login/login-lab.ts';
import { expectationOf } from '../../../../src/core/ecs/labs/registry-login/login-scenario.ts';
import { gradeRegistryLogin } from '../../../../src/core/ecs/logins/grade-registry-login.ts';

const { start, run, draw, read } = loginLab;
const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const right = `aws ecr get-login-password --region eu-west-1 | docker login --username AWS --password-stdin ${host}`;

const predicted = (change: object): readonly string[] => run({ ...start, ...change }).value?.prediction.right ?? [];

describe('the lab of the login', () => {
  it.each([
    [right, 'yes'],
    [right.replace('AWS -', 'aws -'), 'no'],
    [right.replace(' | ', ' ; '), 'no'],
    [`docker login -u AWS -p $(aws ecr get-login-password --region eu-west-1) ${host}`, 'yes, but not safely'],
    ['', 'no'],
  ])('says of %j: %s', (command, word) => expect(predicted({ command })).toEqual([word]));

  it('knows which version has get-login', () => {
    const command = '$(aws ecr get-login --no-include-email --region eu-west-1)';
    expect(predicted({ command, cli: 'v1' })).toEqual(['yes']);
    expect(predicted({ command, cli: 'v2' })).toEqual(['no']);
  });

  it('pulls from the registry of the same Region only', () => {
    expect(run({ ...start, command: right }).value?.measures).toMatchObject({ 'logged in': 1, 'image pulled': 1 });
    const { value } = run({ ...start, command: right, imageRegion: 'us-east-1' });
    expect(value?.measures).toMatchObject({ 'logged in': 1, 'image pulled': 0 });
    expect(value?.outcome).toContain('each Region has a registry of its own');
  });

  it('[J5] says what the grader says, and what it offers logs in', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (seed) => {
        const scenario = draw(seed);
        const { score } = gradeRegistryLogin(scenario.command, expectationOf(scenario));
        const { value } = run(scenario);
        expect(value?.measures['logged in']).toBe(score === 1 ? 1 : 0);
        for (const remedy of value?.remedies ?? [])
          expect(run(remedy.scenario).value?.measures['image pulled'] ?? 0).toBe(
            remedy.scenario.region === remedy.scenario.imageRegion ? 1 : 0,
          );
      }),
    );
  });

  it.each(['\u0000', '((((', '$('.repeat(300), '`'.repeat(900), '\u202e'.repeat(99)])(
    'meets %j without throwing',
    (command) => {
      expect(run({ ...start, command }).value?.prediction.right).toEqual(['no']);
    },
  );

  it('refuses what is no account and no Region', () => {
    const { diagnostics } = read({ ...start, account: '12', region: 'Dublin' });
    expect(diagnostics.map(({ pointer }) => pointer)).toEqual(['/account', '/region']);
  });
});
