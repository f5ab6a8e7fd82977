import { describe, expect, it } from 'vitest';
import { gradeCommand } from '../../../src/core/ecs/commands/grade-command.ts';
import { readQuery } from '../../../src/core/ecs/programs/jmespath.ts';
import { readJqFilter } from '../../../src/core/ecs/programs/jq-filter.ts';
import { printedBySubstitution } from '../../../src/core/ecs/programs/printed-text.ts';
import { within } from '../../../src/core/ecs/programs/query-reading.ts';
import { readShellCommand } from '../../../src/core/ecs/shell/shell-command.ts';

/** Types of the pieces of the words that a single command is made of. */
function pieceTypes(text: string): readonly string[] {
  const { script } = readShellCommand(text, { variables: new Map(), printed: printedBySubstitution });
  const [stage] = script?.steps[0]?.stages ?? [];
  return stage?.type === 'command' ? stage.words.flatMap(({ pieces }) => pieces.map(({ type }) => type)) : [];
}

/** A substitution that prints a text of `lines` times `length` characters. */
const printf = (lines: number, length: number) => `$(printf '%s${'b'.repeat(length - 1)}' ${'x '.repeat(lines)})`;

describe('what printf multiplies', () => {
  it('[L2] is filled in up to 16,384 characters', () => {
    expect(pieceTypes(`echo "${printf(128, 127)}"`)).toEqual(['text', 'text']);
    expect(pieceTypes(`echo "${printf(128, 129)}"`)).toEqual(['text', 'substitution']);
  });

  it('[L2] counts over the whole of a text', () => {
    expect(pieceTypes(`echo "${printf(100, 100)}" "${printf(50, 100)}"`)).toEqual(['text', 'text', 'text']);
    expect(pieceTypes(`echo "${printf(100, 100)}" "${printf(100, 100)}"`)).toEqual(['text', 'text', 'substitution']);
  });

  it('[L2] is no way to fill the memory, nested', () => {
    const inner = `$(printf '%s${'a\\n'.repeat(190)}' ${'x '.repeat(190)})`;
    const middle = `$(printf '%s${'a\\n'.repeat(300)}' ${inner})`;
    const outer = `echo $(printf '%s${'b'.repeat(600)}' ${middle})`;
    expect(gradeCommand(outer, { accepted: ['docker build -t demo .'] }).score).toBe(0);
  });
});

describe('what queries and filters take', () => {
  const many = (sign: string, most: number, name = 'a') => Array.from({ length: most }, () => name).join(sign);

  it.each([
    ['a list', `[${many(',', 900)}]`],
    ['a hash', `{${many(',', 500, 'a:b')}}`],
    ['sums', many('||', 900)],
    ['a list within a list', `[${many(',', 900)}].[${many(',', 900)}]`],
  ])('[L2] has at most 60 paths: %s of a query', (_, query) => expect(readQuery(query)?.paths).toHaveLength(60));

  it.each([
    ['a union', many(',', 900, '.a')],
    ['an object', `{${many(',', 900)}}`],
    ['sums', many('+', 900, '.a')],
    ['a union of a union', `${many(',', 600, '.a')}|${many(',', 600, '.a')}`],
  ])('[L2] has at most 60 paths: %s of a filter', (_, filter) => expect(readJqFilter(filter)?.paths).toHaveLength(60));

  it('[L2] is put together for no more than 60 paths', () => {
    let copies = 0;
    const path = Object.assign(['a'], {
      *[Symbol.iterator]() {
        copies += 1;
        yield 'a';
      },
    });
    const paths = Array.from({ length: 100 }, () => path);
    expect(within(paths, [['b'], ['c'], ['d']])).toHaveLength(60);
    expect(copies).toBe(60);
    expect(within([['b']], paths)).toHaveLength(60);
    expect(copies).toBe(120);
  });
});
