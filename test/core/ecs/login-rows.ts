import { describe, expect, it } from 'vitest';
import { gradeRegistryLogin } from '../../../src/core/ecs/logins/grade-registry-login.ts';
import type { LoginExpectation } from '../../../src/core/ecs/logins/login-expectation.ts';
import type { CommandRuling } from '../../../src/core/model/verdict.ts';

export const v1: LoginExpectation = { cli: 'v1', account: '123456789012', region: 'eu-west-1' };
export const v2: LoginExpectation = { ...v1, cli: 'v2' };
export const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
export const password = 'aws ecr get-login-password --region eu-west-1';
export const login = `docker login --username AWS --password-stdin ${host}`;
export const getLogin = 'aws ecr get-login --no-include-email --region eu-west-1';
export const feed = (command: string) => `${command} | ${login}`;
export const into = (command: string) => `${password} | ${command}`;

type Row = readonly [
  name: string,
  command: string,
  ruling: CommandRuling,
  advice?: RegExp | undefined,
  expected?: Partial<LoginExpectation>,
];

export function rows(title: string, expected: LoginExpectation, table: readonly Row[]): void {
  describe(title, () => {
    for (const [name, command, ruling, advice, change] of table) {
      it(`${name} (${title})`, () => {
        const verdict = gradeRegistryLogin(command, { ...expected, ...change });
        expect(verdict.ruling, verdict.advice.join('\n')).toBe(ruling);
        if (advice) expect(verdict.advice.join('\n')).toMatch(advice);
      });
    }
  });
}
