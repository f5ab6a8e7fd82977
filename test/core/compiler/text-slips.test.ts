import { describe, expect, it } from 'vitest';
import {
  codesOf,
  complaintsOf,
  goodChoice,
  packWithNote,
  packWithPrompt,
  packWithQuestions,
  placesOf,
} from './pack-builder.ts';

describe('a footnote', () => {
  it('does not swallow the heading right below it', () => {
    expect(codesOf(packWithNote('A claim[^a].\n\n[^a]: The note\n## Other {#other}'))).toEqual(['W207']);
  });
});

describe('braces', () => {
  const asked = (prompt: string, more = '') => packWithQuestions(`## C {#cloze-one${more}}\n\n${prompt}\n`);
  it('[E160] a number that is text is one mistake, however many cards it leaves out', () =>
    expect(complaintsOf(asked('It starts at {{12:30}} in all.'))).toMatchObject([
      {
        ...{ code: 'E160', line: 10, column: 14, message: 'Cards 1, 2, 3, 4, 5, … of this cloze hide nothing.' },
        fix: "Number the deletions from 1 without a gap; a number that is text has its card's in front: {{1:12:…}}.",
      },
    ]));
  it('[E160] a gap is named at the number behind it', () =>
    expect(complaintsOf(asked('It {{1:starts}}\nat {{3:noon}}, {{9:so}}.'))).toMatchObject([
      { code: 'E160', line: 11, column: 4 },
    ]));
  it.each([
    ['It starts at noon}} in all.', '', 18],
    ['It starts at noon}} in all.', ' kind=cloze', 18],
    ['It starts at {noon}} in all.', '', 19],
  ])('[E101] %s%s is named at the marks that close nothing', (prompt, more, column) =>
    expect(placesOf(asked(prompt, more))).toEqual([`E101 questions/ports.md:10:${column}`]),
  );
  it('[E103] a question without an answer is that, whatever balanced braces it has', () =>
    expect(codesOf(asked('What is {a {b}}?'))).toEqual(['E103']));
  it('[E103] a deletion where nothing is hidden is named', () =>
    expect(placesOf(packWithPrompt('Why does `{{y}}` the {{x}} not start?'))).toEqual([
      'E103 questions/ports.md:10:22',
    ]));
  it.each(['`{{x}}`', '\\{{x}}', '```sh\ndocker ps --format {{x}} `ls`\n```', 'a {{ alone', '``{{x}}``'])(
    '%s in the prompt of a choice is text',
    (text) => expect(codesOf(packWithPrompt(`Why does this not start?\n\n${text}`))).toEqual([]),
  );
});

describe('what ends a heading', () => {
  const inQuestion = (id: string) => packWithQuestions(goodChoice.replace('{#good-one}', id));
  const inNote = (id: string) => packWithNote(`## T ${id}\n\nText.`);
  it.each([
    ['{# good-one}', '{#good-one}'],
    ['{#Mine Two}', '{#mine-two}'],
    ['{#mine two three}', '{#mine-two-three}'],
    ['{id=x}', '{#x}'],
    ['{id=mine kind=choice}', '{#mine kind=choice}'],
    ['{kind=choice id="mine"}', '{#mine kind=choice}'],
    ['{#mine kind = choice}', '{#mine kind=choice}'],
    ['{#mine kind= choice}', '{#mine kind=choice}'],
    ['{# Mine Two kind = choice}', '{#mine-two kind=choice}'],
  ])('[E101] %s is one mistake, meant as %s', (id, meant) =>
    expect(complaintsOf(inQuestion(id))).toMatchObject([{ code: 'E101', line: 8, column: 21, fix: `Write ${meant}.` }]),
  );
  it.each(['{# good-one}', '{#Mine Two}', '{id=x}'])('[E101] %s is one in a note, too', (id) =>
    expect(placesOf(inNote(id))).toEqual(['E101 notes/ports.md:11:7']),
  );
  it.each(['{#Mine_Two}', '{#Mine-Two}', '{#mine.two}', '{#mine-two,}'])('[E111] %s says how ids are written', (id) => {
    const fix = 'Write {#mine-two}: ids are lower case, with hyphens.';
    for (const files of [inQuestion(id), inNote(id)])
      expect(complaintsOf(files)).toMatchObject([{ code: 'E111', fix }]);
  });
  it.each(['## ', '##  '])('[E105] %j without words is one mistake', (heading) => {
    expect(placesOf(packWithQuestions(goodChoice.replace('## A good question {#good-one}', heading)))).toEqual([
      'E105 questions/ports.md:8:4',
    ]);
    const emptied = packWithNote('').map((file) =>
      file.path.startsWith('notes/')
        ? { ...file, content: String(file.content).replace('## Dynamic ports {#dynamic-ports}', heading) }
        : file,
    );
    expect(placesOf(emptied)).toEqual(['E105 notes/ports.md:7:4']);
  });
  it('[E108] a heading of a note inside of a list is named', () =>
    expect(placesOf(packWithNote('- ## T {#id-one}\n\nText.'))).toEqual(['E108 notes/ports.md:11:1']));
});
