import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePack } from '../../src/core/compiler/compile-pack.ts';
import type { KeptReadings } from '../../src/core/compiler/kept-readings.ts';
import type { PackFile } from '../../src/core/model/pack.ts';
import { formatPackFile } from '../../src/tools/format/format-pack-file.ts';
import { formatSafely } from '../../src/tools/format/format-safely.ts';
import { readPackFolder } from '../../src/tools/read-pack-folder.ts';
import { packOf } from '../core/compiler/pack-builder.ts';

const { files } = readPackFolder('content/aws-ecs');
const texts = files.flatMap(({ path, content }) =>
  typeof content === 'string' && path.endsWith('.md') ? [{ path, content }] : [],
);

/** Edits that people make, tidy or not, sensible or not: each changes the lines from one place on. */
const edits: readonly ((line: string) => readonly string[])[] = [
  (line) => [line, ''],
  (line) => [line, '', '', ''],
  (line) => [`${line} `],
  (line) => [`${line}   `],
  (line) => [`${line}\r`],
  (line) => [`${line}\t`],
  (line) => [line, line],
  () => [],
  (line) => [line.replace('- [x]', '* [X]')],
  (line) => [line.replace(/^ {2}>/, '     >')],
  (line) => [line.replace(/^ {2}> /, '  >')],
  (line) => [line.replace(/^```/, '~~~')],
  (line) => [line.replace(/^```(?=\w)/, '```  ')],
  (line) => [line.replace(/\{(#[\w-]+) (.*)\}$/, '{$2 $1}')],
  (line) => [line.replace(/ (\w+)=([^\s"}]+)(?=[ }])/, ' $1="$2"')],
  (line) => [line, '---'],
  (line) => [line, '```sh', 'aws ecs  list-clusters   ', '', '', '# not a heading', '```'],
  (line) => [line, '    indented   ', '', '', '    code'],
  (line) => [line, '1. one', '', '   ```', '   deep  ', '', '', '   ```'],
  (line) => [line, '> quoted  ', 'and on'],
  (line) => [line, 'Two blanks  ', 'break a line.'],
  (line) => [line, '- [ ] An option that was added'],
  (line) => [line, '### A smaller heading {#smaller}'],
  (line) => [line, '`code over '],
];

function edited(choice: typeof edits) {
  return fc
    .record({
      file: fc.constantFrom(...texts),
      changes: fc.array(fc.record({ place: fc.nat(), edit: fc.constantFrom(...choice) }), { maxLength: 6 }),
    })
    .map(({ file, changes }): PackFile & { readonly content: string } => {
      const lines = file.content.split('\n');
      for (const { place, edit } of changes) {
        const at = place % lines.length;
        lines.splice(at, 1, ...edit(lines[at] ?? ''));
      }
      return { path: file.path, content: lines.join('\n') };
    });
}

const anyEdited = edited(edits);

/** Edits after which a file may have errors: then there is no meaning to keep. */
const harsherEdits: typeof edits = [
  (line) => [line, '\u00a0'],
  (line) => [`${line}\u00a0`],
  (line) => [line.replace(/\}$/, ' }')],
  (line) => [`${line} {pin=last }`],
  (line) => [line, '- plain'],
  (line) => [line, '', '  more'],
  (line) => [line, '  ```json', '  {}  ', '', '  > x', '  ```'],
  (line) => [line, '***'],
  (line) => [line, '## Next {#next-one}', '', 'What is next?', '', '---', '', 'It.'],
  (line) => [line, 'Title', '---'],
  (line) => [line, '[^a]: note'],
  (line) => [`  ${line}`],
  (line) => ['', line],
  (line) => [line, '` `` '],
  (line) => [line.replace(/^(\w+): (.*)$/, '$1:\n  $2\n\n  more')],
];

const runs = { numRuns: 80 };
// What was read of the other files is kept for the next edit: of edited texts and of formatted ones apart, so that
// nothing of one is taken for the other.

describe('formatPackFile', () => {
  it('changes nothing of what the shipped pack means', () => {
    expect(meaningOf(files.map(formatted))).toBe(meaningOf(files));
  });

  it('keeps what any edit of the shipped pack means', () => {
    const [before, after] = [{ current: null }, { current: null }];
    fc.assert(
      fc.property(anyEdited, (file) => {
        expect(difference(meaningOf(around(formatted(file)), after), meaningOf(around(file), before))).toBe('');
      }),
      runs,
    );
  });

  it('keeps what harsher edits mean, where they mean anything', () => {
    const [ofEdited, ofFormatted] = [{ current: null }, { current: null }];
    fc.assert(
      fc.property(edited([...edits, ...harsherEdits]), (file) => {
        const before = compilePack(around(file), { kept: ofEdited }).value;
        const after = compilePack(around(formatted(file)), { kept: ofFormatted }).value;
        expect(before === null || difference(JSON.stringify(after), JSON.stringify(before)) === '').toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['a block of code', '```sh\nls\n```'],
    ['the next question', '## Next {#next-one}\n\nWhat is next?\n\n---\n\nIt.'],
    ['a rule', '***'],
    ['a list', '- more'],
  ])('keeps %s that stands right below a rationale outside of it', (_, below) => {
    const text = `## T {#id-one}\n\nWhich?\n\n- [x] aaa\n  > y\n- [ ] bbb\n  > n\n${below}\n`;
    expect(formatPackFile('questions/one.md', text)).toBe(text.replace(below, `\n${below}`));
  });

  it.each([
    ['a blank line inside a value of several lines', 'title: one\n\n  two\nid: some-pack\n'],
    ['a blank line inside quotes', 'title: "one\n\n  two"\nid: some-pack\n'],
    ['a line of a tab, which YAML refuses', 'title: one\n\t\nid: some-pack\n'],
  ])('leaves front matter with %s alone', (_, yaml) => {
    expect(formatPackFile('pack.yaml', yaml)).toBe(yaml);
  });

  it('takes white space that Markdown takes for text for text', () => {
    const text = '## T {#id-one}\n\nWhat?\n\u00a0\n\u000c\n---\n\nThat.\n\n### So\u00a0\n';
    expect(formatPackFile('questions/one.md', text)).toBe(text.replace('---', '\n---'));
  });

  it.each([
    ['a rationale at the margin', '- [x] aaa\n> y'],
    ['a box in another spelling', '- [x] aaa\n  > y\n-[ ] bbb'],
  ])('keeps a question with %s as it is', (_, options) => {
    const text = `## T {#id-one}\n\nWhich?\n\n\n${options}\n  > n\n`;
    expect(formatPackFile('questions/one.md', text)).toBe(text);
  });

  it('keeps a section with a fence inside a list as it is', () => {
    const list = '1. one\n\n   ```\n1. two\n\n   ```\n   deep  \n\n\n   ```';
    const text = `## T {#id-one}\n\nWhat?\n\n---\n\n${list}\n`;
    expect(formatPackFile('questions/one.md', text)).toBe(text);
  });

  it('keeps the blanks of code that runs over the end of a line', () => {
    const text = '## T {#id-one}\n\nWhat is `` \none. \n`` here?\n\n---\n\nThat. \n';
    expect(formatPackFile('questions/one.md', text)).toBe(text.replace('That. ', 'That.'));
  });

  it('keeps a file with a fence that is not closed as it is', () => {
    const text = '## T {#id-one}\nWhat?\n\n```answer\n0\n\n## Next {#next-one}\nWhat?\n\n\n---\n';
    expect(formatPackFile('questions/one.md', text)).toBe(text);
  });

  it('takes the scenario of a case for text, whatever stands in it', () => {
    const text = '## T {#id-one kind=case}\n\nA title\n---\n\n### One {#one-thing}\n\nWhat?\n\n---\n\nThat.\n';
    expect(formatPackFile('questions/one.md', text)).toBe(text);
  });

  it('sorts the attributes of an option that end in a blank', () => {
    const text = '## T {#id-one}\n\nWhich?\n\n- [x] aaa {pin=last #aaa }\n  > y\n- [ ] bbb\n  > n\n';
    const before = [...packOf(), { path: 'questions/one.md', content: text }];
    expect(formatSafely(before, before.at(-1) as PackFile)).toEqual({
      outcome: 'changed',
      content: text.replace('{pin=last #aaa }', '{#aaa pin=last}'),
    });
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyEdited, ({ path, content }) => {
        const once = formatPackFile(path, content);
        expect(formatPackFile(path, once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps every character of code', () => {
    const code = '```json\n{ "a":   1 }   \n\n\n\t{}\n# no heading\n- [X] no box\n```\n';
    const text = `## One {#one-thing}\n\nWhat?\n\n${code}\n---\n\nThat.\n`;
    expect(formatPackFile('questions/one.md', text)).toBe(text);
  });

  it('brings what is untidy into the one spelling', () => {
    expect(formatPackFile('questions/untidy.md', untidy)).toBe(tidy);
  });

  it('sorts front matter, each key with its comments, and leaves what it does not know', () => {
    const yaml = 'title: T\n# Which format\nformat: 1\nexam:\n  name: E\nid: some-pack\n';
    expect(formatPackFile('pack.yaml', yaml)).toBe(
      '# Which format\nformat: 1\nid: some-pack\ntitle: T\nexam:\n  name: E\n',
    );
    expect(formatPackFile('pack.yaml', `${yaml}other: 1\n`)).toBe(`${yaml}other: 1\n`);
  });
});

describe('formatSafely', () => {
  const long = (id: string) => `## T {#${id}}\n\n\n\nWhat is said of ${id}?\n\n---\n\nIt.\n`;
  const pack = (first: string, second: string) => [
    ...packOf(),
    { path: 'questions/a.md', content: first },
    { path: 'questions/b.md', content: second },
  ];
  const outcomes = (files: readonly PackFile[]) => files.map((file) => formatSafely(files, file).outcome);

  it('leaves a file with an error alone, and formats the others', () => {
    const files = pack(long('id-one').replace(' {#id-one}', ''), long('id-two'));
    expect(outcomes(files)).toEqual(['same', 'same', 'same', 'left', 'changed']);
  });

  it('leaves all alone when the pack itself has an error', () => {
    const files = pack(long('id-one'), long('id-two')).map((file) =>
      file.path === 'pack.yaml' ? { ...file, content: 'format: 1\ntitle: no id\n' } : file,
    );
    expect(outcomes(files)).toEqual(['same', 'same', 'same', 'left', 'left']);
  });
});

const untidy = `---
domain: development
note: ports
---
##  Which port  {domain="security" #which-port kind=choice}
Which port is free? 
* [X] Zero
      >It asks for any.
and for no other.

- [ ] Eighty {pin=last #eighty}
  > It has an owner.

Take this away.


And this.
## What is typed {#what-is-typed}
Say zero.
~~~   answer
0
~~~
`;
const tidy = `---
note: ports
domain: development
---

## Which port {#which-port kind=choice domain=security}

Which port is free?

- [x] Zero
  > It asks for any.
  > and for no other.
- [ ] Eighty {#eighty pin=last}
  > It has an owner.

Take this away.

And this.

## What is typed {#what-is-typed}

Say zero.

\`\`\`answer
0
\`\`\`
`;

function formatted(file: PackFile): PackFile {
  return typeof file.content === 'string' ? { ...file, content: formatPackFile(file.path, file.content) } : file;
}

/** The file in its pack, without the other questions: they would only take time. */
function around(file: PackFile): readonly PackFile[] {
  const others = files.filter(({ path }) => !path.startsWith('questions/') && path !== file.path);
  return [...others.filter(({ path }) => path !== 'ids.lock'), file];
}

/** The deck, or the complaints without their places: lines move. */
function meaningOf(pack: readonly PackFile[], kept: KeptReadings = { current: null }): string {
  const { value, diagnostics } = compilePack(pack, { kept });
  const complaints = diagnostics.map(({ code }) => code).filter((code) => code.startsWith('E'));
  return value === null ? [...new Set(complaints)].sort().join(' ') : JSON.stringify(value);
}

/** Where two texts part, in a few words; empty when they are equal. */
function difference(after: string, before: string): string {
  if (after === before) return '';
  const at = Array.from({ length: before.length }, (_, n) => n).find((n) => after[n] !== before[n]) ?? before.length;
  return `${after.slice(Math.max(0, at - 60), at + 60)} <> ${before.slice(Math.max(0, at - 60), at + 60)}`;
}
