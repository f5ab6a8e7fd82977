import { describe, expect, it } from 'vitest';
import { compilePack } from '../../../src/core/compiler/compile-pack.ts';
import {
  codesOf,
  complaintsOf,
  goodChoice,
  packOf,
  packWithNote,
  packWithPrompt,
  packWithQuestions,
  placesOf,
  questionOf,
} from './pack-builder.ts';

const cloze = (text: string) => packWithQuestions(`## T {#id-one}\n\n${text}\n`);
const multi = (prompt: string) =>
  packWithQuestions(`## T {#id-one}\n\n${prompt}\n\n- [x] aaa\n  > y\n- [x] bbb\n  > y\n- [ ] ccc\n  > n\n`);

describe('braces of a cloze', () => {
  it('[E101] refuses the form of Anki, and says ours', () => {
    const [complaint, ...more] = complaintsOf(cloze('The {{c1::agent}} runs.'));
    expect([complaint?.code, complaint?.line, complaint?.column, more]).toEqual(['E101', 10, 5, []]);
    expect(complaint?.fix).toContain('{{1:agent}}');
  });
  it.each([
    '{{C1::x}}',
    '{{ c1::x }}',
    '{{c1: x}}',
    '{{c1:x}}',
    '{{cl1::x}}',
    '{{\u04411::x}}',
    '{{1::x}}',
    '{{ 1:x}}',
    '{{1 :x}}',
    '{{1;x}}',
    '{{01:x}}',
    '{{0:x}}',
    '{{100:x}}',
    '{{x::}}',
    '{{x:: }}',
    '{{1:x::}}',
    '{{::x}}',
    '{{',
    '{{}}',
  ])('[E101] refuses %s where it stands', (deletion) =>
    expect(placesOf(cloze(`The ${deletion} runs.`))).toEqual(['E101 questions/ports.md:10:5']),
  );
  it('[E101] refuses braces that close nothing', () =>
    expect(placesOf(cloze('The {{x}} runs }} here.'))).toEqual(['E101 questions/ports.md:10:16']));
  it.each([
    '{{S3::a service}}',
    '{{1:1::a number}}',
    '{{1:c5::a family}}',
    '{{x}} of {a: {b: 1}}',
    '{{x}} and \\}}',
    '{{12 hours::how long}}',
    '{{30::how many?}}',
    '{{137::a signal}}',
    '{{2::a number}}',
  ])('takes %s as it is', (deletion) => expect(codesOf(cloze(`The ${deletion} runs.`))).toEqual([]));
  it('[E101] refuses two marks of a hint', () =>
    expect(placesOf(cloze('It is {{AWS::DynamoDB::Table}}.'))).toEqual(['E101 questions/ports.md:10:7']));
  it('[E104] refuses more deletions than anybody reviews', () =>
    expect(codesOf(cloze('{{a}} '.repeat(1_300)))).toEqual(['E104']));
  it('takes marks with a backslash for text', () =>
    expect(
      questionOf('## T {#id-one}\n\n`\\{{.Id}}` is {{AWS\\::DynamoDB\\::Table::a type}}, `{{A\\::B}}` is not.\n'),
    ).toMatchObject({
      cards: 2,
      prompt: [
        [
          'p',
          0,
          ['code', 0, '{{.Id}}'],
          ' is ',
          ['cloze', { n: 1, hint: 'a type' }, 'AWS::DynamoDB::Table'],
          ', ',
          ['code', 0, ['cloze', { n: 2 }, 'A::B']],
          ' is not.',
        ],
      ],
    }));
  it('[E103] hides nothing when all of its braces are text', () =>
    expect(codesOf(cloze('It is \\{{.Id}}.'))).toEqual(['E103']));
});

describe('files that nothing reads', () => {
  const beside = (...others: readonly string[]) =>
    compilePack(packOf(), { others }).diagnostics.map(({ code, file, fix }) => `${code} ${file} ${fix}`);
  const within = (path: string) => placesOf(packOf({ [path]: 'x' }));
  it('[W214] are named, a folder once', () => {
    expect(beside('question/')).toEqual(['W214 question/ Did you mean questions/?']);
    expect(within('notes/more/ports.md')).toEqual(['W214 notes/more/:1:1']);
    expect(placesOf(packOf({ 'questions/old/a.md': 'x', 'questions/old/b.md': 'x' }))).toEqual([
      'W214 questions/old/:1:1',
    ]);
  });
  it.each(['notes/more.markdown', 'questions/MORE.MD', 'questions/more.txt'])('[W214] %s is named', (path) =>
    expect(within(path)).toEqual([`W214 ${path}:1:1`]),
  );
  it('[W214] may lie beside the others', () =>
    expect(beside('notes.md')).toEqual([
      'W214 notes.md Move it out of the pack, or let its name begin with an underscore to keep it there.',
    ]));
  it('are no READMEs, licences or names with an underscore', () =>
    expect(beside('README.md', 'LICENSE', '_drafts/', 'ports.md~')).toEqual([]));
  it('[E105] may be the pack.yaml that is missed', () => {
    const files = packOf().filter(({ path }) => path !== 'pack.yaml');
    const found = compilePack(files, { others: ['pack.yml'] }).diagnostics.map(({ code, fix }) => `${code} ${fix}`);
    expect(found).toEqual(['E105 Rename pack.yml to pack.yaml.']);
  });
});

describe('more that learners stumble over', () => {
  it('[W215] several options are right and one is asked for', () => {
    expect(placesOf(multi('Which one is it?'))).toEqual(['W215 questions/ports.md:10:1']);
    expect(codesOf(multi('What is the best way?'))).toEqual(['W215']);
  });
  it('[W215] is content with a plural', () => expect(codesOf(multi('Which of these are right?'))).toEqual([]));
  it('[W216] a belief stands behind the rationale', () =>
    expect(
      placesOf(packWithQuestions(goodChoice.replace('taken once.', 'taken once. {belief=ports-collide}'))),
    ).toEqual(['W216 questions/ports.md:15:5']));
  it('[W218] a day has not come', () => {
    expect(placesOf(packWithQuestions(goodChoice.replace('{#good-one}', '{#good-one verified=2026-11-24}')))).toEqual([
      'W218 questions/ports.md:8:4',
    ]);
    expect(placesOf(packWithQuestions(goodChoice.replace('{#good-one}', '{#good-one corrected=2027-01-01}')))).toEqual([
      'W218 questions/ports.md:8:31',
    ]);
    const sources =
      '---\ntitle: Ports\nsources: [{ url: "https://e.com", verified: 2027-01-01 }]\n---\n\n## P {#dynamic-ports}\n';
    expect(placesOf(packOf({ 'notes/ports.md': sources }))).toEqual(['W218 notes/ports.md:3:10']);
  });
  it('[W218] is content with today', () =>
    expect(codesOf(packWithQuestions(goodChoice.replace('{#good-one}', '{#good-one verified=2026-11-23}')))).toEqual(
      [],
    ));
  it('[W219] a picture says nothing', () => {
    const png = { path: 'media/a.png', content: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) };
    expect(codesOf([...packWithPrompt('What is ![](media/a.png)?'), png])).toEqual(['W219']);
  });
  it.each([
    ['media/a.png', 'RIFF....WEBP'],
    ['media/a.webp', '\u0089PNG'],
  ])('[W220] %s is no picture', (path, bytes) => {
    const content = Uint8Array.from(bytes, (character) => character.charCodeAt(0));
    expect(placesOf([...packWithPrompt(`What is ![a](${path})?`), { path, content }])).toEqual([`W220 ${path}:1:1`]);
  });
  it('accepts a webp', () => {
    const content = Uint8Array.from('RIFF....WEBP', (character) => character.charCodeAt(0));
    expect(codesOf([...packWithPrompt('What is ![a](media/a.webp)?'), { path: 'media/a.webp', content }])).toEqual([]);
  });
  it.each([
    'All of these',
    'None of them are right',
    'Both of these do',
    'Either of the others',
    'All of these are right.',
  ])('[W203] %s', (words) =>
    expect(codesOf(packWithQuestions(goodChoice.replace('The group blocks the second one', words)))).toEqual(['W203']),
  );
  it.each([
    'Which of these can never be changed?',
    'Which part cannot stay?',
    "Which of these isn't a strategy?",
    'What does ECS not do?',
    'All of these are strategies except one. Which of them is **not**? All of these are right except:',
    'Every option is right except one?',
    'Which is NEVER right?',
  ])('[W209] %s', (prompt) => expect(codesOf(packWithPrompt(prompt))).toEqual(['W209']));
  it.each([
    'What happens when the task does not start?',
    'Which role does a task need that has none, and does not start?',
    'Which part **cannot** stay?',
    'No traffic except HTTPS is let in. Which port is open?',
    'Why does a task never start?',
    'Take out what it may not contain.',
  ])('[W209] accepts: %s', (prompt) => expect(codesOf(packWithPrompt(prompt))).toEqual([]));
});

describe('a note', () => {
  it('[W220] shows no broken picture either', () =>
    expect(
      codesOf([...packWithNote('![a](media/a.png)'), { path: 'media/a.png', content: new Uint8Array(8) }]),
    ).toEqual(['W220']));
});
