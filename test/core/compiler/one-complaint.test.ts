import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOf } from '../../seed.ts';
import { complaintsOf, goodChoice, packOf, packWithQuestions, placesOf } from './pack-builder.ts';

const second = goodChoice
  .replace('good-one', 'good-two')
  .replace('Why does the second copy not start?', 'What keeps the other task waiting for a place?');
const files = packWithQuestions(`${goodChoice}\n${second}`);

/** The pack with two questions and a note, with something changed in one of its files. */
function changed(path: string, from: string | RegExp, to: string) {
  return files.map((file) => (file.path === path ? { path, content: String(file.content).replace(from, to) } : file));
}
const locked = [{ path: 'ids.lock', content: 'good-one live\ngood-two live\n' }];
const questions = 'questions/ports.md';

describe('one mistake is one complaint', () => {
  it('none is none', () => expect(placesOf([...files, ...locked])).toEqual([]));

  it.each([
    ['a typo in the key of the source', questions, 'source:', 'suorce:', 'E102 questions/ports.md:4:1'],
    ['a typo in the key of the domain', questions, 'domain:', 'domian:', 'E102 questions/ports.md:3:1'],
    ['a typo in the key of the note', questions, 'note:', 'noet:', 'E102 questions/ports.md:2:1'],
    ['a day that does not exist', questions, '2026-11-01', '2026-13-01', 'E106 questions/ports.md:5:11'],
    ['no source', questions, /source: .*\n/, '', 'W205 questions/ports.md:2:1'],
    ['no day at the source', questions, /verified: .*\n/, '', 'W205 questions/ports.md:4:9'],
    ['an old source', questions, '2026-11-01', '2020-11-01', 'W205 questions/ports.md:4:9'],
    ['no domain', questions, /domain: .*\n/, '', 'W211 questions/ports.md:2:1'],
    ['a wrong domain', questions, 'domain: dev', 'domain: dve', 'E102 questions/ports.md:3:9'],
    [
      'a wrong domain in a note',
      'notes/ports.md',
      'title: Ports',
      'title: Ports\ndomain: dve',
      'E102 notes/ports.md:3:9',
    ],
    ['a wrong note', questions, 'ports#dynamic-ports', 'prots', 'E130 questions/ports.md:2:7'],
    ['front matter that is not closed', questions, '\n---\n\n', '\n\n', 'E101 questions/ports.md:1:1'],
    ['a colon in a value', questions, 'domain: dev', 'domain: dev: two', 'E101 questions/ports.md:3:1'],
    ['a bracket that stays open', questions, 'domain: dev', 'domain: [dev', 'E101 questions/ports.md:3:9'],
    ['a quote that stays open', questions, 'domain: dev', 'domain: "dev', 'E101 questions/ports.md:3:9'],
    ['a tab in front matter', questions, 'domain: dev', 'domain:\n\tdev', 'E101 questions/ports.md:4:1'],
    ['a key that is given twice', questions, 'domain: dev', 'domain: dev\ndomain: dev', 'E101 questions/ports.md:4:1'],
    [
      'front matter of a note that is not closed',
      'notes/ports.md',
      '\n---\n\nA lead',
      '\n\nA lead',
      'E101 notes/ports.md:1:1',
    ],
    [
      'a colon in the title of a note',
      'notes/ports.md',
      'title: Ports',
      'title: Ports: all',
      'E101 notes/ports.md:2:1',
    ],
    ['a typo in the title of a note', 'notes/ports.md', 'title:', 'titel:', 'E102 notes/ports.md:2:1'],
    ['a colon in the title of the pack', 'pack.yaml', 'title: Demo', 'title: Demo: all', 'E101 pack.yaml:3:1'],
    ['a typo in the key of the title', 'pack.yaml', 'title: Demo', 'titel: Demo', 'E102 pack.yaml:3:1'],
    ['a typo in the key of the format', 'pack.yaml', 'format:', 'fromat:', 'E102 pack.yaml:1:1'],
    ['a typo in the key of the id', 'pack.yaml', 'id: demo', 'di: demo', 'E102 pack.yaml:2:1'],
    ['a domain with an id that is none', 'pack.yaml', '    dev:', '    Dev!:', 'E111 pack.yaml:6:5'],
    ['a tab in pack.yaml', 'pack.yaml', '  domains', '\tdomains', 'E101 pack.yaml:5:1'],
    ['a second YAML document', 'pack.yaml', 'beliefs:', '---\nbeliefs:', 'E101 pack.yaml:7:1'],
    ['a typo in an attribute', questions, '{#good-one}', '{#good-one suorce=x}', 'E102 questions/ports.md:8:31'],
    [
      'a wrong domain of one question',
      questions,
      '{#good-one}',
      '{#good-one domain=dve}',
      'E102 questions/ports.md:8:31',
    ],
    [
      'a day of one question that is none',
      questions,
      '{#good-one}',
      '{#good-one verified=soon}',
      'E106 questions/ports.md:8:31',
    ],
    [
      'a heading without its blank',
      questions,
      '## A good question {#good-two}',
      '##A {#good-two}',
      'E108 questions/ports.md:19:1',
    ],
    ['an id that is none', questions, '{#good-two}', '{#Good_two}', 'E111 questions/ports.md:19:21'],
  ])('%s', (_, path, from, to, complaint) =>
    expect(placesOf([...changed(path, from, to), ...locked])).toEqual([complaint]),
  );

  it.each(['pack.yaml', 'notes/ports.md', questions, 'ids.lock'])('a merge conflict in %s', (path) => {
    const torn = [...files, ...locked].map((file) =>
      file.path === path
        ? { path, content: `${file.content}<<<<<<< HEAD\nmine\n=======\nyours\n>>>>>>> other\n` }
        : file,
    );
    expect(complaintsOf(torn).map(({ code, message }) => `${code} ${message}`)).toEqual([
      'E101 A merge conflict was left in this file.',
    ]);
  });

  const marks = ['<<<<<<< HEAD', '<<<<<<<', '||||||| base', '|||||||', '=======', '>>>>>>> other', '>>>>>>>'];
  const places = ['pack.yaml', 'notes/ports.md', questions, 'ids.lock'].flatMap((path) =>
    marks.map((mark) => [mark, path] as const),
  );
  it.each(places)('a lone %s of a merge in %s', (mark, path) => {
    const torn = [...files, ...locked].map((file) =>
      file.path === path ? { path, content: `${file.content}${mark}\n` } : file,
    );
    expect(complaintsOf(torn).map(({ file, message }) => `${file} ${message}`)).toEqual([
      `${path} A merge conflict was left in this file.`,
    ]);
  });

  it('a character that nobody sees, wherever it stands', () => {
    const source = [...files, ...locked].filter(({ path }) => path !== 'ids.lock');
    const spot = fc
      .constantFrom(...source)
      .chain((file) => fc.record({ file: fc.constant(file), at: fc.integer({ min: 0, max: file.content.length }) }));
    fc.assert(
      fc.property(spot, fc.constantFrom('\u200b', '\0', '\u2028', '\ufffd', '\ufeff'), ({ file, at }, stranger) => {
        fc.pre(at > 0 || stranger !== '\ufeff');
        const content = `${file.content.slice(0, at)}${stranger}${file.content.slice(at)}`;
        const spoilt = [...files, ...locked].map((each) => (each === file ? { path: file.path, content } : each));
        const before = String(content).slice(0, at).split('\n');
        const place = `${file.path}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
        expect(placesOf(spoilt)).toEqual([`E107 ${place}`]);
      }),
      { numRuns: runsOf(200, 5_000) },
    );
  });

  it('bytes that are no text are named by their line', () => {
    const latin = new Uint8Array([...new TextEncoder().encode('---\ntitle: Caf'), 0xe9, 10]);
    expect(
      placesOf(files.map((file) => (file.path === 'notes/ports.md' ? { ...file, content: latin } : file))),
    ).toEqual(['E101 notes/ports.md:2:11']);
  });

  it('a pack.yaml of comments alone says nothing', () =>
    expect(placesOf(packOf({ 'pack.yaml': '# nothing yet\n' }))).toContain('E105 pack.yaml:1:1'));
});

describe('front matter that does not start with ---', () => {
  const marks = ['----', '\u2014', '+++', '***', '--', '___', '- - -', ' ---', '--- yaml', '```', '```yaml', '~~~'];
  const heads = marks.flatMap((mark) => [
    [mark, mark],
    [mark, '---'],
  ]);
  const inOneFile = `---\nformat: 1\nid: demo\ntitle: Demo\n---\n# Notes\n\n# Questions\n\n${goodChoice}`;

  it.each(['notes/ports.md', questions, 'pack.md'])('is one complaint in %s', (path) => {
    for (const [opening = '', closing = ''] of heads) {
      const spoilt = path === 'pack.md' ? [{ path, content: inOneFile }] : [...files, ...locked];
      const torn = spoilt.map((file) =>
        file.path !== path
          ? file
          : {
              path,
              content: String(file.content).replace('---\n', `${opening}\n`).replace('\n---\n', `\n${closing}\n`),
            },
      );
      expect([opening, closing, placesOf(torn)]).toEqual([opening, closing, [`E101 ${path}:1:1`]]);
    }
  });
  it.each(['notes/ports.md', questions])('nor is there anything above its keys in %s', (path) => {
    expect(placesOf([...changed(path, '---\n', ''), ...locked])).toEqual([`E101 ${path}:1:1`]);
    expect(placesOf([...changed(path, /---\n([\s\S]*?)---\n/, '\n$1'), ...locked])).toEqual([`E101 ${path}:2:1`]);
  });
  it('says what to write, and where', () =>
    expect(complaintsOf([...changed(questions, '---', '+++'), ...locked])[0]?.fix).toBe(
      'Write a line of three hyphens in place of "+++", and another one below its keys.',
    ));
  it('a note without any is one without a title', () =>
    expect(placesOf([...changed('notes/ports.md', /---[\s\S]*?---/, 'Ports: all of them.'), ...locked])).toEqual([
      'E105 notes/ports.md:1:1',
    ]));
});

describe('a table of pairs', () => {
  const table = ['| what | where |', '|---|---|', '| one | left |', '| two | right |', '| three | above |'];
  const asked = (rows: readonly string[]) =>
    packWithQuestions(
      `## Match {#match-one kind=match}\n\nMatch what with where.\n\n${rows.join('\n')}\n\nSo it is.\n`,
    );

  it('is right without blank lines', () => expect(placesOf(asked(table))).toEqual([]));

  it('gets one complaint for its blank lines, however many there are and wherever they stand', () => {
    const gaps = fc.array(fc.nat(3), { minLength: table.length - 1, maxLength: table.length - 1 });
    fc.assert(
      fc.property(
        gaps.filter((each) => each.some((count) => count > 0)),
        (counts) => {
          const rows = table.flatMap((row, index) => [row, ...Array<string>(counts[index] ?? 0).fill('')]);
          const messages = complaintsOf(asked(rows)).map(({ message }) => message);
          expect(messages).toEqual(['A blank line stands inside this table.']);
        },
      ),
      { numRuns: runsOf(50, 500) },
    );
  });
});

describe('what is right', () => {
  it.each(['```sh\n=======\n```', 'A title\n======', '`<<<<<<< HEAD`', 'a ======='])('%j is no merge', (text) =>
    expect(placesOf(packWithQuestions(`${goodChoice}\n${text}\n`))).toEqual([]),
  );
  it('front matter of comments alone', () =>
    expect(placesOf(packOf({ 'notes/ports.md': '---\n# nothing\n---\n' }))).toContain('E105 notes/ports.md:1:1'));
  it('blank lines above front matter', () =>
    expect(
      placesOf(
        files.map((file) => ({ ...file, content: file.path === questions ? `\n\n${file.content}` : file.content })),
      ),
    ).toEqual([]));
});
