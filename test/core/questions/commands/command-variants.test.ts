import { describe, expect, it } from 'vitest';
import { command } from '../../../../src/core/questions/command/kind.ts';
import { base } from '../question-base.ts';
import { dockerQuestions } from './docker-rows.ts';
import { ecsQuestions } from './ecs-rows.ts';
import { hostQuestions } from './host-rows.ts';
import { loginQuestions } from './login-rows.ts';
import { loginQuestionsOfV2 } from './login-v2-rows.ts';
import type { Variants } from './variants.ts';

function grade({ accepted, wrong }: Variants, text: string) {
  const listed = wrong.map((other) => ({ command: other, reason: 'Listed.' }));
  return command.grade({ ...base, kind: 'command', accepted, wrong: listed }, { kind: 'command', text });
}

const questions: readonly (readonly [string, Variants])[] = Object.entries({
  ...loginQuestionsOfV2,
  ...loginQuestions,
  ...dockerQuestions,
  ...ecsQuestions,
  ...hostQuestions,
});

describe.each(questions)('[L6, L7, L8, L9, L19, L25, L26, L27, L36, L37, L38, L39] the question %s', (_, variants) => {
  it.each(variants.right)('takes %s', (text) => {
    const verdict = grade(variants, text);
    expect(verdict.score, verdict.advice.join('\n')).toBe(1);
  });
  it.each(variants.refused)('refuses %s', (text) => {
    const verdict = grade(variants, text);
    expect(verdict.score).toBeLessThan(1);
    expect(verdict.advice.length).toBeGreaterThan(0);
  });
});
