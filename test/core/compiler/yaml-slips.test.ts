import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startCompilation } from '../../../src/core/compiler/compilation.ts';
import { readYaml, readYamlList } from '../../../src/core/compiler/yaml/read-yaml.ts';
import { slipWords } from '../../../src/core/compiler/yaml/yaml-words.ts';
import type { Diagnostic } from '../../../src/core/model/diagnostic.ts';
import { complaintsOf, goodChoice, packOf } from './pack-builder.ts';

/** Words that the parser's makers use and that no author needs to know. */
const jargon =
  /implicit|mapping|\bmap\b|sequence|scalar|\bflow\b|\bblock\b|compact|token|\bnode\b|anchor|alias|directive|indicator|document|stream|YAML|parse|[A-Z]{3,}_[A-Z]/i;

function complaintsAbout(text: string, read: typeof readYaml | typeof readYamlList = readYaml): readonly Diagnostic[] {
  const compilation = startCompilation(null);
  read(compilation, text, { file: 'pack.yaml', line: 1, column: 1 });
  return compilation.diagnostics;
}

/** `line:column message → remedy` */
function said(text: string): string {
  return complaintsAbout(text)
    .map(({ line, column, message, fix }) => `${line}:${column} ${message} → ${fix}`)
    .join('\n');
}

describe('a slip in keys and values', () => {
  it.each([
    ['domain:dev', '1:1 A space is missing after "domain:". → Write "domain: dev".'],
    ['note: x\ndomain:dev', '2:1 A space is missing after "domain:". → Write "domain: dev".'],
    ['domain:dev\nnote: x', '1:1 A space is missing after "domain:". → Write "domain: dev".'],
    ['note：x', '1:1 The colon after "note" is not a plain one. → Write "note: x".'],
    ['note: x\n-a', '2:1 A space is missing after the hyphen. → Write "- a".'],
    [' domain: dev\nnote: x', '1:2 This line is indented unlike those around it.'],
    ['note: x\n domain: dev', '2:2 This line is indented unlike those around it.'],
    ['a:\n    b: c\n  d: e', '3:3 This line is indented unlike those around it.'],
    ['sources:\n  - url: x\n   verified: y', '3:4 This line is indented unlike those around it.'],
    [
      '- domain: dev',
      '1:1 A list stands here, where keys and values are expected. → Take the hyphen away: domain: dev',
    ],
    ['note: x\n- domain: dev', '2:1 A list stands here, where keys and values are expected.'],
    ['- note: x\ndomain: dev', '2:1 A key stands below a list here.'],
    ['tags: - a', '1:7 A list starts on the same line as its key.'],
    ['\tnote: x', '1:1 A tab stands at the start of this line. → Indent with spaces.'],
    ['note: x\nnote: y', '2:1 "note" is given twice. → Keep one of them.'],
    ['title: "a', '1:8 The quote that opens here is not closed.'],
    [
      "title: 'it's'",
      "1:12 More text follows the closing quote. → Put the whole value in one pair of quotes; a ' inside",
    ],
    ['title: "a" b', '1:12 More text follows the closing quote.'],
    ['title: "a\\q"', '1:10 This backslash means nothing between double quotes.'],
    ['title: a: b', '1:1 The value of "title" holds a colon. → Put it in quotes: title: "a: b".'],
    ['title: a "b": c', `1:1 The value of "title" holds a colon. → Put it in quotes: title: 'a "b": c'.`],
    ['tags: [a, b', '1:7 The bracket that opens here is not closed.'],
    ['tags: [a}', '1:7 The bracket that opens here is not closed.'],
    ['tags: [a,, b]', '1:7 What stands after this bracket cannot be read. → Put one comma between two items'],
    ['tags: [a] b', '1:7 What stands after this bracket cannot be read.'],
    ['tags: [a]]', '1:10 The ] here closes nothing.'],
    ['title: *a', '1:8 A value cannot start with *. → Put the value in quotes.'],
    ['title: @a', '1:8 A value cannot start with @. → Put the value in quotes.'],
    ['title: | a', '1:7 Text follows the | on the same line.'],
    ['title: |\na', '2:1 The text of the key above is not indented.'],
    ['just words', '1:1 This line is not a key and a value. → Write it as "key: value"'],
    ['title: a\n...\nnote: x', '3:1 A line of three hyphens or dots ends the keys above this line.'],
  ])('is named in words of ours: %j', (text, words) => expect(said(text)).toContain(words));

  it.each([
    ['pack.yaml', { 'pack.yaml': 'format: 1\nid: demo\ntitle:Demo\n' }, 'pack.yaml:3'],
    [
      'a note',
      { 'notes/ports.md': '---\ntitle: Ports\norder:1\n---\n\n## A {#dynamic-ports}\n\nText.\n' },
      'notes/ports.md:3',
    ],
    [
      'questions',
      { 'questions/ports.md': `---\nnote: ports#dynamic-ports\n domain: dev\n---\n\n${goodChoice}` },
      'questions/ports.md:3',
    ],
  ])('is the one complaint about the front matter of %s', (_, files, place) => {
    const errors = complaintsOf(packOf(files)).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ file, line }) => `${file}:${line}`)).toEqual([place]);
  });
});

const lines = ['title: A', 'note:x', '  key: v', ' odd: v', '- item', '  - item', '-item', '\ttab: x', 'a: b: c'];
const values = ['"open', "'open", "'it's'", '[a, b', '{a: b', '[a b]', '[,]', '*a', '&a b', '!t x', '@a', '`a`', '%a'];
const more = [
  '| a',
  '|',
  '> a',
  '|9',
  '? a',
  '- b',
  '"a" b',
  '"\\q"',
  'a:',
  ']',
  '}',
  '!<a',
  '!!int 3',
  '#c',
  'b#c',
  '',
];
const row = fc.oneof(
  fc.constantFrom(...lines, '---', '...', '? a', ': a', 'word', '%A', '[a]: b', '{a: b}: c', '"a": b', '<<: *a', ''),
  fc
    .tuple(fc.constantFrom('a', '  b', 'c', '- d', ' e'), fc.constantFrom(...values, ...more))
    .map(([key, value]) => `${key}: ${value}`),
  fc.string({ maxLength: 12, unit: fc.constantFrom(...' \t:-[]{}"\'#&*!|>%@`,?ab1\\') }),
);

describe('whatever keys and values look like', () => {
  it.each([
    ['keys and values', readYaml],
    ['a list', readYamlList],
  ])('one sentence of ours, at most, says what is wrong with %s, on a line of theirs, with a remedy', (_, read) =>
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const text = rows.join('\n');
        const found = complaintsAbout(text, read);
        expect(found.length).toBeLessThanOrEqual(1);
        for (const { message, fix, line, column } of found) {
          expect(`${message} ${fix}`).not.toMatch(jargon);
          expect(message).toMatch(/^[^\n]+\.$/);
          expect(fix).toMatch(/^[A-Z][^\n]+$/);
          expect(line).toBeLessThanOrEqual(rows.length);
          expect(column).toBeLessThanOrEqual((rows[line - 1]?.length ?? 0) + 1);
        }
      }),
      { numRuns: 2_000 },
    ),
  );

  it('even the last resort of every code is in words of ours', () =>
    expect(Object.values(slipWords).filter(({ message, fix }) => jargon.test(`${message} ${fix}`))).toEqual([]));
});
