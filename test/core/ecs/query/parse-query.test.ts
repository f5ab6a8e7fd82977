import { describe, expect, it } from 'vitest';
import { evaluateQuery, isDocumented } from '../../../../src/core/ecs/query/evaluate-query.ts';
import { parseQuery } from '../../../../src/core/ecs/query/parse-query.ts';
import { printQuery } from '../../../../src/core/ecs/query/print-query.ts';
import type { Query } from '../../../../src/core/ecs/query/query.ts';
import { mostQueryFindings } from '../../../../src/core/ecs/query/query.ts';
import { fleet, instance } from './query-fleet.ts';
import { matchRows, refusedRows } from './query-rows.ts';

function read(expression: string): Query {
  const { value, diagnostics } = parseQuery(expression);
  expect(diagnostics).toEqual([]);
  if (value === null) throw new Error(`${expression} was not read`);
  return value;
}

function matchesOf(expression: string): string {
  const query = read(expression);
  return [...'ABCDE'].filter((_, at) => evaluateQuery(query, fleet[at]!)).join('');
}

describe('an expression of the query language', () => {
  it.each(matchRows)('[%s] %s matches %s', (_, expression, matches) => expect(matchesOf(expression)).toBe(matches));

  it.each(matchRows)('[%s, Q14] %s is printed as what matches the same', (_, expression) => {
    const query = read(expression);
    expect(read(printQuery(query))).toEqual(query);
  });

  it.each(refusedRows)('[Q1, Q2, Q3, Q4, Q6, Q7] %j is refused: %j', (expression, findings) => {
    const { value, diagnostics } = parseQuery(expression);
    expect(value).toBeNull();
    expect(diagnostics.map(({ code, standing, offset }) => `${code} ${standing} ${offset}`)).toEqual(findings);
  });

  it.each([
    ['ec2InstanceID == i-1', 'Write `ec2InstanceId`.'],
    ['stack == prod', 'Write `attribute:stack` if an attribute is meant.'],
    ['attribute:stack = prod', 'Write `==`.'],
    ['attribute:stack not_equal prod', 'Write `not_equals`.'],
    ['task:group != service:web', 'Write `==`, and `not(…)` round it to exclude a group.'],
    ['attribute:ecs.instance-type =~ large', 'Write `.*` where more may stand, as in `.*large`, or compare with `==`.'],
  ])('[Q5] the remedy for %j is: %s', (expression, fix) => {
    expect(parseQuery(expression).diagnostics.map((finding) => finding.fix)).toEqual([fix]);
  });

  it('[Q5] has up to 2000 characters', () => {
    const expression = (length: number) => `attribute:stack == ${'x'.repeat(length - 19)}`;
    expect([2000, 2001].map((length) => parseQuery(expression(length)).diagnostics.length)).toEqual([0, 1]);
  });

  it('[Q5] has groups up to 50 deep', () => {
    const expression = (deep: number) => `${'('.repeat(deep)}attribute:a == b${')'.repeat(deep)}`;
    expect([50, 51, 900].map((deep) => parseQuery(expression(deep)).diagnostics.map(({ code }) => code))).toEqual([
      [],
      ['Q5'],
      ['Q5'],
    ]);
  });

  it('[Q5] gives a page of findings, not a flood', () => {
    expect(parseQuery('a and '.repeat(300)).diagnostics).toHaveLength(mostQueryFindings);
  });
});

describe('a word that every object inherits', () => {
  it.each(['constructor', '__proto__', 'toString'])('[Q1] joins nothing: %s', (word) => {
    const { value, diagnostics } = parseQuery(`attribute:a == b ${word} attribute:c == d`);
    expect([value, diagnostics.map(({ code }) => code)]).toEqual([null, ['Q1']]);
  });
});

describe('what the documents leave open', () => {
  it.each([
    ['Q9', 'not(attribute:stack == prod)', 'D'],
    ['Q10', 'attribute:ecs.instance-type =~ .*large', ''],
    ['Q10', 'attribute:ecs.instance-type =~ m5.', 'DE'],
    ['Q8', 'attribute:stack != prod', ''],
    ['Q8', 'attribute:stack not_in [prod]', 'D'],
    ['Q8', 'attribute:stack !~ p.*', 'D'],
    ['Q12', 'agentVersion >= 1.89.3.0', 'D'],
    ['Q11', 'not(task:group == database)', ''],
  ])('[Q15, %s] %s depends on the reading for "%s"', (_, expression, open) => {
    const query = read(expression);
    expect([...'ABCDE'].filter((_name, at) => !isDocumented(query, fleet[at]!)).join('')).toBe(open);
  });

  it('[Q15] hardly any row of the table depends on it', () => {
    const open = matchRows.filter(([, expression]) => !fleet.every((each) => isDocumented(read(expression), each)));
    expect(open.map(([, expression]) => expression)).toEqual([
      'not(attribute:stack == prod)',
      'attribute:stack not_in [prod]',
      'attribute:stack !~ p.*',
      'agentVersion == 1.89.3.0',
    ]);
  });
});

describe('an instance', () => {
  it('[Q8] has no attribute that every object inherits', () => {
    expect(evaluateQuery(read('attribute:constructor exists'), instance('i-1'))).toBe(false);
  });

  it('[Q12, Q13] that says nothing readable compares with nothing', () => {
    const strange = instance('i-1', { agentVersion: 'none', registeredAt: 'never' });
    const found = ['==', '!=', '<', '>=', '>', '<='].flatMap((operator) =>
      [`agentVersion ${operator} 1.2`, `registeredAt ${operator} 2026-01-01`].filter((text) =>
        evaluateQuery(read(text), strange),
      ),
    );
    expect(found).toEqual([]);
  });
});
