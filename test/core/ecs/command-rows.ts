import { describe, expect, it } from 'vitest';
import { type CommandExpectation, gradeCommand } from '../../../src/core/ecs/commands/grade-command.ts';
import type { CommandRuling } from '../../../src/core/model/verdict.ts';

type Row = readonly [name: string, command: string, ruling: CommandRuling, advice?: RegExp];

export function rows(
  title: string,
  accepted: string,
  table: readonly Row[],
  more: Partial<CommandExpectation> = {},
): void {
  describe(title, () => {
    for (const [name, command, ruling, advice] of table) {
      it(`${name} (${title})`, () => {
        const verdict = gradeCommand(command, { accepted: [accepted], ...more });
        expect(verdict.ruling, verdict.advice.join('\n')).toBe(ruling);
        if (advice) expect(verdict.advice.join('\n')).toMatch(advice);
      });
    }
  });
}

export const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
