import { describe, expect, it } from 'vitest';
import { gradeRegistryLogin } from '../../../src/core/ecs/logins/grade-registry-login.ts';
import { longestCommand } from '../../../src/core/ecs/shell/shell-limits.ts';
import { answers, host, pipe, v2 } from './typed-answers.ts';

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
