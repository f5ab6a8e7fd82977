import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matcherOf } from '../../../../src/core/ecs/query/pattern/match-pattern.ts';
import { parsePattern } from '../../../../src/core/ecs/query/pattern/parse-pattern.ts';
import { runsOf } from '../../../seed.ts';

function matcher(source: string, reading: 'whole' | 'anywhere' = 'whole'): (value: string) => boolean {
  const pattern = parsePattern(source);
  if ('message' in pattern) throw new Error(`${source}: ${pattern.message}`);
  return matcherOf(pattern, reading);
}

describe('[Q7] a pattern', () => {
  it.each([
    ['a.c', ['abc', 'a😀c'], ['ac', 'a\nc', 'abcd']],
    ['a|bc|', ['a', 'bc', ''], ['b', 'abc']],
    ['(ab)*c+', ['c', 'ababcc'], ['abab', 'abac']],
    ['x{2,3}y{2}z{1,}', ['xxyyz', 'xxxyyzzz'], ['xyyz', 'xxxxyyz', 'xxyyyz', 'xxyy']],
    ['[a-c\\d_.-]+', ['a-3_.', 'c'], ['d', '']],
    ['[^a-c]', ['d', '-'], ['a', '']],
    ['\\d\\D\\w\\W\\s\\S', ['1a_- x'], ['aa_- x', '1a_-xx']],
    ['\\.\\(\\[\\\\', ['.([\\'], ['x([\\']],
    ['^a$', ['a'], ['ab']],
    ['(^a|b$)+', ['a', 'b', 'ab'], ['aa', 'ba']],
    ['$^', [''], ['a']],
    ['a^b|a$b', [], ['ab']],
    ['(a*)*b', ['b', 'aab'], ['a']],
    ['(?:a|b)??c', ['c', 'ac'], ['abc']],
    ['a}]', ['a}]'], ['a']],
    ['\\t\\n\\r\\f', ['\t\n\r\f'], ['tnrf']],
    ['[\\]\\-\\[]+', [']-['], ['\\']],
    ['[a-]+', ['a-'], ['b']],
  ])('%s matches %j and not %j', (source, matching, others) => {
    expect([...matching, ...others].filter(matcher(source))).toEqual(matching);
  });

  it('matches a part of a value in the other reading', () => {
    expect(['xaby', 'ab', 'ba', ''].filter(matcher('ab', 'anywhere'))).toEqual(['xaby', 'ab']);
    expect(['abx', 'xab'].filter(matcher('^ab', 'anywhere'))).toEqual(['abx']);
  });

  it.each([
    ['a(b', 'wrong', 3],
    ['a)b', 'wrong', 1],
    ['*a', 'wrong', 1],
    ['a**', 'wrong', 2],
    ['a{2}{3}', 'wrong', 4],
    ['a{,3}', 'wrong', 1],
    ['a{3,2}', 'wrong', 1],
    ['a{x}', 'wrong', 1],
    ['[a', 'wrong', 3],
    ['[z-a]', 'wrong', 4],
    ['a\\', 'wrong', 3],
    ['a++', 'not worked out', 2],
    ['(?=a)', 'not worked out', 1],
    ['(?i)a', 'not worked out', 1],
    ['(a)\\1', 'not worked out', 5],
    ['\\bword', 'not worked out', 2],
    ['\\p{L}', 'not worked out', 2],
    ['[a&&b]', 'not worked out', 3],
    ['[a[b]]', 'not worked out', 3],
    ['[]a]', 'not worked out', 1],
    ['a{5000}', 'not worked out', 1],
    ['((a{100}){100}){100}', 'not worked out', 20],
    [`${'('.repeat(60)}${')'.repeat(60)}`, 'not worked out', 51],
  ])('%s is told to be %s at %d', (source, standing, offset) => {
    expect(parsePattern(source)).toMatchObject({ standing, offset: Math.min(offset, source.length) });
  });

  it('takes time in step with the value where others go back again and again', () => {
    const value = `${'a'.repeat(20_000)}!`;
    expect(
      ['(a+)+', '(a|a)*', '(a|aa)+', '(.*)(.*)(.*)(.*)b', 'a*a*a*a*a*a*b'].map((source) => matcher(source)(value)),
    ).toEqual([false, false, false, false, false]);
  });

  it('remembers no more than it may, whatever it is asked', () => {
    const ask = matcher('(a|b)*a(a|b){12}');
    const values = Array.from({ length: 3000 }, (_, n) =>
      n.toString(2).padStart(13, '0').replaceAll('0', 'a').replaceAll('1', 'b'),
    );
    expect(values.map(ask)).toEqual(values.map((value) => /^(a|b)*a(a|b){12}$/.test(value)));
  });

  const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '\\.', '1');
  const pattern = fc.letrec<{ pattern: string }>((tie) => ({
    pattern: fc.oneof(
      { maxDepth: 3 },
      atom,
      fc.array(tie('pattern'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
      fc.array(tie('pattern'), { minLength: 1, maxLength: 3 }).map((parts) => `(${parts.join('|')})`),
      fc
        .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{0,2}', '{1,}', '*?'))
        .map(([part, bounds]) => `(?:${part})${bounds}`),
    ),
  })).pattern;
  const value = fc.string({ unit: fc.constantFrom('a', 'b', '1', '.', '-'), maxLength: 8 });

  it('matches what JavaScript matches', () => {
    fc.assert(
      fc.property(pattern, fc.array(value, { minLength: 1, maxLength: 5 }), (source, values) => {
        expect(values.map(matcher(source))).toEqual(values.map((each) => new RegExp(`^(?:${source})$`).test(each)));
        expect(values.map(matcher(source, 'anywhere'))).toEqual(values.map((each) => new RegExp(source).test(each)));
      }),
      { numRuns: runsOf(1000, 10_000) },
    );
  });

  it('is read or refused, whatever it is', () => {
    const pieces = fc.array(
      fc.constantFrom('(', ')', '[', ']', '{', '}', '1', ',', '*', '+', '?', '\\', '^', '-', '|', 'd', '&', '😀'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          pieces.map((list) => list.join('')),
        ),
        (source) => {
          const read = parsePattern(source);
          if ('message' in read) expect(read.offset).toBeLessThanOrEqual(source.length);
          else expect(typeof matcherOf(read, 'anywhere')(source)).toBe('boolean');
        },
      ),
      { numRuns: runsOf(2000, 20_000) },
    );
  });
});
