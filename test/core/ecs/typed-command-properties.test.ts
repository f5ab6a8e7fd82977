import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeCommand } from '../../../src/core/ecs/commands/grade-command.ts';
import { gradeRegistryLogin } from '../../../src/core/ecs/logins/grade-registry-login.ts';
import type { LoginExpectation } from '../../../src/core/ecs/logins/login-expectation.ts';
import { longestCommand } from '../../../src/core/ecs/shell/shell-limits.ts';
import type { CommandVerdict } from '../../../src/core/model/verdict.ts';

const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const v1: LoginExpectation = { cli: 'v1', account: '123456789012', region: 'eu-west-1' };
const v2: LoginExpectation = { ...v1, cli: 'v2' };
const getLogin = '$(aws ecr get-login --no-include-email --region eu-west-1)';
const pipe = `aws ecr get-login-password --region eu-west-1 | docker login --username AWS --password-stdin ${host}`;

/** A right answer, and its grader. */
interface Answer {
  readonly text: string;
  readonly grade: (command: string) => CommandVerdict;
}

const accepted = [
  'aws ecr create-repository --repository-name demo --region eu-west-1',
  'docker build -t demo .',
  `docker tag demo:latest ${host}/demo:latest`,
  `docker push ${host}/demo:latest`,
  `docker pull ${host}/demo:latest`,
  'aws ecs run-task --cluster demo --task-definition web:3 --count 2 --launch-type FARGATE',
  'aws ecs execute-command --cluster demo --task 1234 --container web --interactive --command /bin/sh',
  'aws ecs update-service --cluster demo --service web --force-new-deployment',
  'aws ecs describe-tasks --cluster demo --tasks 1234',
  'echo ECS_CLUSTER=demo >> /etc/ecs/ecs.config',
  'sudo systemctl restart ecs',
];
const answers: readonly Answer[] = [
  { text: getLogin, grade: (command) => gradeRegistryLogin(command, v1) },
  { text: pipe, grade: (command) => gradeRegistryLogin(command, v2) },
  ...accepted.map((text): Answer => ({ text, grade: (command) => gradeCommand(command, { accepted: [text] }) })),
];

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

/** The ways in which learners break a command. Null where a way does not apply. */
const mutations: readonly (readonly [name: string, mutate: (text: string) => string | null])[] = [
  ['another Region', (text) => swap(text, 'eu-west-1', 'us-east-1')],
  ['en dash for two hyphens', (text) => swap(text, '--', '–')],
  ['em dash for two hyphens', (text) => swap(text, '--', '—')],
  ['one hyphen for two', (text) => swap(text, ' --', ' -')],
  ['a space after the hyphens', (text) => swap(text, ' --', ' -- ')],
  [
    'an upper-case option',
    (text) => (text.includes(' --') ? text.replace(/ --[a-z]/, (start) => start.toUpperCase()) : null),
  ],
  ['10 digits', (text) => swap(text, '123456789012', '1234567890')],
  ['another account', (text) => swap(text, '123456789012', '210987654321')],
  ['a user in lower case', (text) => swap(text, ' AWS', ' aws')],
  ['&& for |', (text) => swap(text, ' | ', ' && ')],
  ['> for >>', (text) => swap(text, '>>', '>')],
  ['spaces round =', (text) => swap(text, 'CLUSTER=demo', 'CLUSTER = demo')],
  ['curly quotes', (text) => text.replace(/ ([^ ]+)$/, ' “$1”')],
  ['a quote left open', (text) => `${text} "`],
  ['a space in $(', (text) => swap(text, '$(', '$ (')],
  ['double quotes round $(…)', (text) => (text.startsWith('$(') ? `"${text}"` : null)],
  ['aws in capitals', (text) => swap(text, 'aws ', 'AWS ')],
  ['docker in capitals', (text) => swap(text, 'docker ', 'Docker ')],
  ['sudo left out', (text) => swap(text, 'sudo ', '')],
  ['the registry left out', (text) => swap(text, `${host}/`, '')],
];

function swap(text: string, from: string, to: string): string | null {
  return text.includes(from) ? text.replaceAll(from, to) : null;
}

/** Every command with one word left out, and with one word changed. */
function wordMutants(text: string): readonly string[] {
  const words = text.split(' ');
  return words.flatMap((word, index) => {
    const without = words.toSpliced(index, 1).join(' ');
    const changed = words.toSpliced(index, 1, `${word}x`).join(' ');
    // `demo:latest` and the like say what is understood anyhow, but a changed one never does.
    return [without, changed];
  });
}

describe('mutants', () => {
  it.each(answers)('is right as it stands: $text', ({ text, grade }) => {
    expect(grade(text).ruling).toBe('correct');
  });

  it.each(answers)('[L35] no word can be left out or changed: $text', ({ text, grade }) => {
    const survivors = wordMutants(text).filter((mutant) => grade(mutant).score === 1);
    expect(survivors).toEqual([]);
  });

  it.each(mutations)('[L35] %s is never graded right', (_, mutate) => {
    const mutants = answers.flatMap(({ text, grade }) => {
      const mutant = mutate(text);
      return mutant === null ? [] : [{ mutant, grade }];
    });
    expect(mutants.length).toBeGreaterThan(0);
    expect(mutants.filter(({ mutant, grade }) => grade(mutant).score === 1).map(({ mutant }) => mutant)).toEqual([]);
  });
});

describe('bad input', () => {
  it.each(answers.slice(0, 3))('[L2] 1 MB is refused by its length: $text', ({ text, grade }) => {
    const verdict = grade(text.repeat(Math.ceil(1_000_000 / text.length)));
    expect(verdict.ruling).toBe('wrong');
    expect(verdict.advice.join()).toMatch(/characters; a command has at most 16,384/);
  });

  it('a right answer with much space round it is still right', () => {
    expect(gradeRegistryLogin(`${' '.repeat(10_000)}${pipe}`, v2).ruling).toBe('correct');
    expect(gradeRegistryLogin(' '.repeat(longestCommand), v2).advice).toEqual(['No command is typed.']);
  });

  it('[L2] a thicket of brackets is refused before it is parsed', () => {
    expect(gradeRegistryLogin('$('.repeat(150), v2).advice.join()).toMatch(/brackets/);
  });

  it.each([
    ['a double quote', 'docker login "AWS', /double quote is opened and never closed \(character 14\)/],
    ['a single quote', "docker login 'AWS", /single quote is opened/],
    ['$(', '$(aws ecr get-login', /\$\( is opened and its \) is missing/],
    ['a backtick', '`aws ecr get-login', /backtick is opened/],
    ['<(', 'docker login < <(aws', /<\( is opened/],
    ['a pipe', 'aws ecr get-login-password |', /No command follows the \|/],
    ['a redirection', 'docker login <', /no file after it/],
    ['a )', 'docker login )', /closes nothing/],
  ])('a half-typed command says where it breaks off: %s', (_, command, words) => {
    expect(gradeRegistryLogin(command, v2).advice.join()).toMatch(words);
  });
});
