import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePack } from '../../../src/core/compiler/compile-pack.ts';
import type { PackFile } from '../../../src/core/model/pack.ts';
import type { RichNode, RichText } from '../../../src/core/model/rich-text.ts';
import { runsOf } from '../../seed.ts';
import { codesOf, complaintsOf, packOf, packWithNote, packWithQuestions } from './pack-builder.ts';

const errorsOf = (files: readonly PackFile[]) => codesOf(files).filter((code) => code.startsWith('E'));
const times = <T>(count: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, n) => make(n));
const noteOf = (body: string) =>
  packOf({ 'notes/ports.md': `---\ntitle: Ports\n---\n\n## S {#dynamic-ports}\n\n${body}\n` });

describe('what is deep', () => {
  const languages = ['sh', 'ini', 'json', 'yaml', 'dockerfile', 'text'];
  const openers = [
    '${',
    '$(',
    '"$(',
    '${"',
    '`',
    '((',
    '{',
    '[',
    '{"a":[',
    '- ',
    '? ',
    '> ',
    '* ',
    '1. ',
    '<b>',
    '<',
    '**a ',
    '*_',
    '[a](',
    '![',
    '{{',
    '"',
    "'",
    '<<A\n',
    'if a; then ',
    'a:\n ',
    '&a ',
    '\\',
  ];
  /** One opener again and again, in every place of a pack that is parsed in its own way. */
  const deepPack = fc
    .tuple(
      fc.constantFrom(...languages),
      fc.array(fc.constantFrom(...openers), { minLength: 1, maxLength: 3 }),
      fc.nat(30_000),
      fc.nat(9),
    )
    .map(([language, parts, length, place]): readonly PackFile[] => {
      const unit = parts.join('');
      const text = unit.repeat(Math.ceil(length / unit.length));
      const answer = (kind: string, block: string) =>
        packWithQuestions(`## Deep {#deep-one kind=${kind}}\n\nWhat?\n\n${block}\n`);
      switch (place) {
        case 0:
          return packWithNote(text);
        case 1:
          return packOf({ 'pack.yaml': `format: 1\nid: demo\ntitle: Demo\nsummary: ${text}\n` });
        case 2:
          return packOf({ 'notes/ports.md': `---\ntitle: ${text}\n---\n\nText.\n` });
        case 3:
          return packOf({ 'media/a.svg': `<svg>${text}</svg>` });
        case 4:
          return answer('command', `\`\`\`sh answer\n${text}\n\`\`\``);
        case 5:
          return answer(
            'config check=agent-config',
            `\`\`\`ini start\n${text}\n\`\`\`\n\n\`\`\`ini answer\n${text}\n\`\`\``,
          );
        case 6:
          return answer(
            'json check=task-definition',
            `\`\`\`json start\n${text}\n\`\`\`\n\n\`\`\`json answer\n${text}\n\`\`\`\n\n\`\`\`yaml require\n${text}\n\`\`\``,
          );
        default:
          return packWithNote(`\`\`\`${language}\n${text}\n\`\`\``);
      }
    });

  it('never makes the compiler throw or give up', () => {
    fc.assert(
      fc.property(deepPack, (files) => {
        const messages = compilePack(files).diagnostics.map(({ message }) => message);
        expect(messages.filter((message) => message.includes('gave up'))).toEqual([]);
      }),
      { numRuns: runsOf(400, 3_000), endOnFailure: true },
    );
  });

  it.each(languages)('stays shallow when it is coloured as %s', (language) => {
    const deepest = openers.map((opener) => {
      const { value } = compilePack(noteOf(`\`\`\`${language}\n${`${opener}\n`.repeat(300)}\n\`\`\``));
      return depthOf(value?.notes[0]?.sections[0]?.body ?? []);
    });
    expect(Math.max(...deepest)).toBeLessThan(12);
  });

  it('keeps its text when its colours are left out', () => {
    const code = `${'${a'.repeat(60)}${'}'.repeat(60)}`;
    const { value } = compilePack(noteOf(`\`\`\`sh\necho ${code}\n\`\`\``));
    expect(textOf(value?.notes[0]?.sections[0]?.body ?? [])).toBe(`echo ${code}`);
  });
});

describe('code', () => {
  const colours = (language: string, code: string) => {
    const { value } = compilePack(noteOf(`\`\`\`${language}\n${code}\n\`\`\``));
    return JSON.stringify(value?.notes[0]?.sections[0]?.body).includes('"hl"');
  };

  it.each([
    ['ini', 'ECS_CLUSTER=prod'],
    ['ini', '# words\nECS_CLUSTER=prod\n[section]'],
    ['json', '{ "a": [1, true, "b"] }'],
    ['sh', 'echo "$HOME"'],
  ])('in %s is coloured: %s', (language, code) => expect(colours(language, code)).toBe(true));

  it.each([
    ['a word of 201 letters', `a=${'b'.repeat(199)}`],
    ['a line of 1,001 letters', `a = ${'b '.repeat(500)}`],
  ])('with %s stays plain, for a grammar looks back over it at each letter', (_name, code) =>
    expect(['ini', 'sh', 'json', 'yaml', 'dockerfile'].map((language) => colours(language, code))).toEqual(
      Array(5).fill(false),
    ),
  );
});

describe('what is many', () => {
  it.each<[string, readonly PackFile[]]>([
    ['footnotes', noteOf(times(201, (n) => `a[^f${n}]\n\n[^f${n}]: x`).join('\n\n'))],
    ['long footnotes', noteOf(`a[^f]\n\n[^f]: ${'x '.repeat(1_001)}`)],
    [
      'footnotes of middling length',
      noteOf(times(40, (n) => `a[^f${n}]\n\n[^f${n}]: ${'x'.repeat(1_000)}`).join('\n\n')),
    ],
    ['columns of a table', noteOf(`|${'a|'.repeat(500)}\n|${'-|'.repeat(500)}\n${`|${'a|'.repeat(10)}\n`.repeat(10)}`)],
    ['rows of a wide table that are short', noteOf(`|${'a|'.repeat(100)}\n|${'-|'.repeat(100)}\n${'|\n'.repeat(100)}`)],
    ['images', noteOf('![a](media/a.png)\n'.repeat(2_001)).concat({ path: 'media/a.png', content: new Uint8Array(1) })],
    ['links', noteOf('[a](#dynamic-ports)\n'.repeat(2_001))],
    ['parts of all sections together', noteOf(times(20, (n) => `## S${n}\n\n${'*a* '.repeat(1_500)}`).join('\n\n'))],
    [
      'coloured words',
      noteOf(
        times(4, (n) => `## S${n}\n\n\`\`\`json\n${'[1,[2],3] '.repeat(90).concat('\n').repeat(30)}\n\`\`\``).join(
          '\n\n',
        ),
      ),
    ],
    ['deletions', packWithQuestions(`## Many {#many-holes}\n\n${'{{a}} '.repeat(1_300)}\n`)],
    ['deletions with mistakes', packWithQuestions(`## Many {#many-holes}\n\n${'{{}} '.repeat(1_300)}\n`)],
  ])('is refused as too large: %s', (_name, files) => expect(errorsOf(files)).toContain('E104'));

  it('is named once: deletions', () => {
    const complaints = complaintsOf(packWithQuestions(`## Many {#many-holes}\n\n${'{{a}} '.repeat(1_300)}\n`));
    expect(complaints.filter(({ code }) => code.startsWith('E')).map(({ message }) => message)).toEqual([
      'The prompt has more than the 99 deletions that are allowed.',
    ]);
  });

  it.each<[string, readonly PackFile[]]>([
    ['footnotes', noteOf(times(100, (n) => `a[^f${n}]\n\n[^f${n}]: x`).join('\n\n'))],
    ['a table', noteOf(`|${'a|'.repeat(10)}\n|${'-|'.repeat(10)}\n${`|${'a|'.repeat(10)}\n`.repeat(50)}`)],
    ['bars in code', noteOf(`\`\`\`text\n${`${'|--'.repeat(60)}|\n`.repeat(50)}\`\`\``)],
    ['deletions', packWithQuestions(`## Many {#many-holes}\n\n${'{{1:a}} '.repeat(99)}\n`)],
  ])('is accepted as far as notes need it: %s', (_name, files) => expect(errorsOf(files)).toEqual([]));
});

describe('a remedy', () => {
  const many = (count: number) =>
    packOf({
      'pack.yaml': `format: 1\nid: demo\ntitle: Demo\nexam:\n  domains:\n${times(count, (n) => `    domain-${n}: { title: x, weight: 0 }\n`).join('')}`,
    });
  const remedies = (count: number) =>
    complaintsOf(many(count))
      .filter(({ message }) => message.includes('no domain "dev"'))
      .map(({ fix }) => fix);

  it('lists twenty known names and counts the others', () => {
    const listed = times(20, (n) => `domain-${n}`).join(', ');
    expect(remedies(2_000)).toEqual([`Known here: ${listed} and 1980 more.`]);
  });

  it('lists all names when they are few', () => {
    expect(remedies(2)).toEqual(['Known here: domain-0, domain-1.']);
  });
});

describe('a text that looks like a pattern', () => {
  it.each(['(.*a){12}$', '(x+x+)+y', '^(a|a)*$', '[', '\\'])('is an answer like any other: %s', (pattern) => {
    const answer = (lines: string) =>
      packWithQuestions(`## T {#typed-one}\n\nWhich?\n\n\`\`\`answer\n${lines}\n\`\`\`\n`);
    expect([codesOf(answer(pattern)), codesOf(answer(`${pattern}\nwrong: xxxxxxxxxxxxxxxxxxxxa`))]).toEqual([[], []]);
  });
});

describe('what nobody foresaw', () => {
  it('is a complaint about the file, and all other complaints are there', () => {
    let looks = 0;
    const odd: PackFile = {
      path: 'media/odd.svg',
      get content(): string {
        looks += 1;
        if (looks > 1) throw new RangeError('Maximum call stack size exceeded');
        return '';
      },
    };
    const { value, diagnostics } = compilePack([...packWithNote('[a](#nowhere)'), odd]);
    expect([value, diagnostics.map(({ code, file }) => `${code} ${file}`)]).toEqual([
      null,
      ['E104 media/odd.svg', 'E130 notes/ports.md'],
    ]);
  });
});

function depthOf(text: RichText): number {
  return Math.max(0, ...text.map((node) => (typeof node === 'string' ? 0 : 1 + depthOf(childrenOf(node)))));
}

function textOf(text: RichText): string {
  return text.map((node) => (typeof node === 'string' ? node : textOf(childrenOf(node)))).join('');
}

function childrenOf(node: Exclude<RichNode, string>): RichText {
  return node.slice(2) as unknown as RichText;
}
