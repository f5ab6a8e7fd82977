import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeCommand } from '../../../src/core/ecs/commands/grade-command.ts';
import { gradeRegistryLogin } from '../../../src/core/ecs/logins/grade-registry-login.ts';
import { answers, host, v2 } from './typed-answers.ts';

const fragments = fc.constantFrom(
  ...[
    '$(',
    ')',
    '`',
    '"',
    "'",
    '|',
    '&&',
    ';',
    '\\\n',
    '\n',
    ' ',
    '<(',
    '<<<',
    '<<EOF\n',
    '>>',
    '{',
    '}',
    '$',
    '${',
    '–',
    '“',
  ],
  ...[
    'aws ',
    'ecr ',
    'ecs ',
    'get-login ',
    'get-login-password ',
    'docker ',
    'login ',
    'build ',
    'echo ',
    'sudo ',
    'sh -c ',
    'env ',
  ],
  ...[
    '--region ',
    '--region=',
    'eu-west-1 ',
    '-u',
    '-p',
    '--password-stdin ',
    '--',
    '-',
    '=',
    host,
    'a=b ',
    'if ',
    'then ',
    'done ',
  ],
  ...[
    'X=$(',
    'A=',
    '$A',
    '${A:-',
    '${A:+',
    'A+=$A$A;',
    'eval ',
    'export ',
    'declare -x ',
    'unset A;',
    'set -a;',
    '|| ',
    '&& ',
    'base64 -d',
    'jq ',
    '--query ',
    '--output ',
    'bash <<EOF\n',
    'EOF\n',
    'sudo -u root ',
    '$ ',
    '> ',
    '[{"a":',
    '((1+',
  ],
  ...['\u0000', '\u202e', '\ud800', '\u00a0', '__proto__=', 'constructor={a=[', '@(', '[[', '((', 'a() '],
);

const anyCommand = fc.oneof(
  fc.string({ maxLength: 400, unit: 'binary' }),
  fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join('')),
  fc
    .tuple(fragments, fc.integer({ min: 1, max: 10_240 }))
    .map(([part, length]) => part.repeat(length).slice(0, length)),
);

describe('any text', () => {
  it('[L24] no text of up to 10 kB throws, and every verdict has a ruling, a score and, if wrong, words', () => {
    fc.assert(
      fc.property(anyCommand, fc.constantFrom(...answers), (command, { grade }) => {
        const verdict = grade(command);
        expect(verdict.ruling).toBeDefined();
        expect(verdict.score).not.toBeNull();
        if (verdict.score !== 1) expect(verdict.advice.length).toBeGreaterThan(0);
      }),
      { numRuns: 600 },
    );
  });

  it('a verdict says as data what is said of a part alone, and which notes tell no more than their part', () => {
    const near = fc
      .tuple(fc.constantFrom(...answers), fc.constantFrom('--', ' ', 'e', 'demo', '"'), fragments)
      .map(([{ text }, from, to]) => text.replace(from, to));
    fc.assert(
      fc.property(fc.oneof(anyCommand, near), fc.constantFrom(...answers), (command, { grade }) => {
        const { parts, advice, general } = grade(command);
        expect(general).toEqual(advice.filter((words) => !parts.some(({ note }) => note === words)));
        for (const { part, given, wanted, note, isPlain = false, isSlip = false } of parts) {
          expect(isPlain).toBe(note === `"${given}" should be "${wanted}".` || note === `"${wanted}" is missing.`);
          expect(isSlip).toBe(part.startsWith('character '));
        }
      }),
      { numRuns: 600 },
    );
  });

  it('a text with nothing of an answer in it is never right', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.constantFrom(...answers), (command, { grade }) => {
        expect(grade(`x${command}`).score).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('spelling that does not count', () => {
  it.each(answers)('[L1] more spaces never change the verdict: $text', ({ text, grade }) => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(' ', '   ', '\t', ' \\\n ', '\\\n  '), { minLength: 30, maxLength: 30 }),
        (gaps) => {
          let gap = 0;
          const spaced = text.replace(/ /g, () => ` ${gaps[gap++ % gaps.length]}`);
          expect(grade(spaced).ruling).toBe('correct');
          expect(grade(`  ${spaced}  `).ruling).toBe('correct');
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each(answers)('[L1] a pasted prompt and Windows line ends never change the verdict: $text', ({ text, grade }) => {
    expect(grade(`$ ${text}\r\n`).ruling).toBe('correct');
    expect(grade(text.replace(' ', ' \\\r\n')).ruling).toBe('correct');
  });

  const groups = [
    '--cluster demo',
    '--task-definition web:3',
    '--count 2',
    '--launch-type FARGATE',
    '--region eu-west-1',
  ];
  it('[L30] the order of options never changes the verdict', () => {
    const expected = { accepted: [`aws ecs run-task ${groups.join(' ')}`] };
    fc.assert(
      fc.property(fc.shuffledSubarray(groups, { minLength: 1 }), fc.nat(), (some, cut) => {
        const sorted = groups.filter((group) => some.includes(group));
        const verdict = gradeCommand(`aws ecs run-task ${some.join(' ')}`, expected);
        expect(verdict.ruling).toBe(gradeCommand(`aws ecs run-task ${sorted.join(' ')}`, expected).ruling);
        expect(verdict.ruling).toBe(some.length === groups.length ? 'correct' : 'wrong');
        // Global options may stand before the service, too.
        const globals = cut % 2 === 0 && some.includes('--region eu-west-1');
        const moved = `aws --region eu-west-1 ecs run-task ${some.filter((group) => !group.startsWith('--region')).join(' ')}`;
        if (globals) expect(gradeCommand(moved, expected).ruling).toBe(verdict.ruling);
      }),
    );
  });

  it('the order of words after docker login never changes the verdict', () => {
    const words = ['--username AWS', '--password-stdin', host];
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: 3 }), (order) => {
        const command = `aws ecr get-login-password --region eu-west-1 | docker login ${order.join(' ')}`;
        expect(gradeRegistryLogin(command, v2).ruling).toBe('correct');
      }),
    );
  });
});
