import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/core/model/rich-text.ts';
import { runsOf } from '../../seed.ts';
import {
  codesOf,
  complaintsOf,
  goodChoice,
  packWithNote,
  packWithQuestions,
  placesOf,
  questionOf,
} from './pack-builder.ts';

const second = goodChoice
  .replace('good-one', 'good-two')
  .replace('Why does the second copy not start?', 'What keeps the other task waiting for a place?');

const withBefore = (text: string) => packWithQuestions(`${goodChoice}\n${text}`);
const fixOf = (text: string) => complaintsOf(packWithQuestions(text)).map(({ fix }) => fix);

describe('a block that is not closed', () => {
  const open = '## A number {#a-number}\n\nWhich port is free?\n\n```answer\n0\n\n';
  it('[E101] is named at its first line, and swallows no other question', () =>
    expect(placesOf(packWithQuestions(`${open}${goodChoice}`))).toEqual(['E101 questions/ports.md:12:1']));
  it('[E101] is named when the fence of a later question seems to close it', () =>
    expect(placesOf(packWithQuestions(`${open}${open.replace('a-number', 'b-number')}\`\`\`\n`))).toEqual([
      'E101 questions/ports.md:12:1',
    ]));
  it('[E101] is named in a prompt, at the end of a file and in a note', () => {
    expect(placesOf(packWithQuestions(`## T {#id-one}\n\nWhat?\n\n\`\`\`sh\nls\n`))).toEqual([
      'E101 questions/ports.md:12:1',
    ]);
    expect(placesOf(packWithNote('```sh\nls\n'))).toEqual(['E101 notes/ports.md:11:1']);
  });
  it('may be Markdown that shows a question', () =>
    expect(codesOf(packWithNote('```md\n## A question {#shown}\n```'))).toEqual([]));
});

describe('a heading in another spelling', () => {
  it.each([
    '# T {#id-two}',
    '### T {#id-two}',
    '#### T {#id-two}',
    '##T',
    '##T {#id-two}',
    '##\u00a0T {#id-two}',
    '##\tT',
    ' ## T',
    '\\## T {#id-two}',
    '> ## T {#id-two}',
    '    ## T {#id-two}',
    '\uff03\uff03 T {#id-two}',
    '**T** {#id-two kind=choice}',
    'T {#id-two}',
    '- ## T {#id-two}',
    '1. ## T {#id-two}',
    '* ## T',
    '> - ## T {#id-two}',
    '##',
  ])('[E108] %s is named once', (heading) =>
    expect(placesOf(withBefore(second.replace('## A good question {#good-two}', heading)))).toEqual([
      'E108 questions/ports.md:19:1',
    ]),
  );
  it('[E108] is named once where the question would vanish without a word', () =>
    expect(placesOf(withBefore('**T** {#id-two}\n\nWhat is typed here?\n\n---\n\nA port.\n'))).toEqual([
      'E108 questions/ports.md:19:1',
    ]));
  it.each(['  on two lines {#aaa}', 'on two lines {#aaa}', '\n  in two paragraphs {#aaa}'])(
    'an option may end in its id %s',
    (more) => expect(codesOf(packWithQuestions(goodChoice.replace('by the first', `by\n${more}`)))).toEqual([]),
  );
  it('[E108] is named before the first question, too', () =>
    expect(placesOf(packWithQuestions(goodChoice.replace('## ', '##')))).toEqual(['E108 questions/ports.md:8:1']));
  it('[E108] is named in a note', () =>
    expect(placesOf(packWithNote('##Other'))).toEqual(['E108 notes/ports.md:11:1']));
  it('says what to write', () =>
    expect(fixOf(`${goodChoice}\n### T {#id-two}\n`)).toEqual([
      'Write "## T {#id-two}", or give the heading above kind=case.',
    ]));
  it.each(['### In the take-away', '# A title', '#hashtag', '`##T`', '```sh\n##T\n```'])('%s is text', (text) =>
    expect(codesOf(packWithQuestions(`${goodChoice}\n${text}\n`))).toEqual([]),
  );
});

describe('a box in another spelling', () => {
  const boxes = [
    '- []',
    '-[ ]',
    '-\t[ ]',
    '- [\u00a0]',
    '-  [ ]',
    '- [  ]',
    '- [x ]',
    '\u2013 [ ]',
    ' - [ ]',
    '1. [ ]',
    '- (x)',
    '- ( )',
    '- [v]',
    '- [\u0445]',
    '- \u2610',
    '- \uff3b \uff3d',
    '- [',
    '- ]',
    '- [x',
    '- x]',
    '[ ]',
    '[x]',
    '( )',
    'x]',
    'a) [ ]',
    'A. [x]',
    '- **[ ]**',
    '- [[ ]]',
    '- [y]:',
    '- [yes]',
    '> - [ ]',
    '- \\[ \\]',
    '- \\[ ]',
    '\t- [ ]',
    '    - [x]',
    '- - [ ]',
    '-- [ ]',
    '- [ }',
    '- {x}',
    '- \u2705',
    '- [0]',
    '-',
    '1.',
  ];
  it.each(boxes)('[E108] %s is named once', (box) =>
    expect(placesOf(packWithQuestions(goodChoice.replace('- [ ]', box)))).toEqual(['E108 questions/ports.md:12:1']),
  );
  it.each(boxes)('[E108] %s is named once after a rationale', (box) =>
    expect(placesOf(packWithQuestions(goodChoice.replace('- [x]', box)))).toEqual(['E108 questions/ports.md:14:1']),
  );
  it('[E108] is named once, whatever it is built of', () => {
    const marks = fc.constantFrom('-', '*', '+', '1.', '2)', 'b)', 'C.', '\u2022', '\u2013', '--', '- -');
    const built = fc.record({
      before: fc.constantFrom('', ' ', '   ', '\t', '      ', '> '),
      mark: marks,
      gap: fc.constantFrom('', ' ', '  ', '\t', '\u00a0', ' **', ' _'),
      open: fc.constantFrom('[', '[[', '\\[', '('),
      inner: fc.constantFrom(' ', '  ', 'x', 'X', ' x', 'x ', '\u00a0', 'v', '\u2713'),
      close: fc.constantFrom(']', ']]', '\\]', ')', ''),
      after: fc.constantFrom(' ', ': ', '. ', '** ', ''),
    });
    fc.assert(
      fc.property(built, fc.boolean(), ({ before, mark, gap, open, inner, close, after }, isFirst) => {
        const box = `${before}${mark}${gap}${open}${inner}${close}${after}`;
        fc.pre(!/^[-*+] \[[ xX]\] /.test(`${box} `) && (open !== '(' || !inner.includes('v')));
        fc.pre(close !== '' || (/^\[[^[v\u2713]*$/.test(open + inner) && after === ' '));
        const from = isFirst ? '- [ ] ' : '- [x] ';
        expect(placesOf(packWithQuestions(goodChoice.replace(from, `${box}`)))).toEqual([
          `E108 questions/ports.md:${isFirst ? 12 : 14}:1`,
        ]);
      }),
      { numRuns: runsOf(300, 5_000) },
    );
  });
  it('[E108] may lack the blank before its text', () =>
    expect(fixOf(goodChoice.replace('- [x] The', '- [x]The'))).toEqual([
      'Write "- [x] The host port is taken by the first" at the start of the line, with one blank on each side of the brackets.',
    ]));
  it.each([
    '- [x](https://e.com/x)',
    '- [link](https://e.com/x)',
    '- `[]` is empty',
    '```sh\n- []\n```',
    '- [a link over\n  two lines](https://e.com/x)',
    '- (so) it is',
    '1. x\n2. y',
    '- \u2713 this\n- \u2717 that',
    '- An item\n\nA paragraph.',
    'A quotation:\n\n> of [ ] a box',
    'It is array[0], or [one] of {them}.',
    '| [ ] | [x] |\n|-|-|\n| a | b |',
  ])('%s is text', (text) => expect(codesOf(packWithQuestions(`${goodChoice}\n${text}\n`))).toEqual([]));
});

describe('a long row of the marks of lists', () => {
  it.each(['-', '*', '1.', '> ', '[ ', '- '])('%j is read to its end', (mark) =>
    expect(complaintsOf(packWithQuestions(`${goodChoice}\n${mark.repeat(1_000)}!\n`)).length).toBeLessThan(2),
  );
});

describe('a rationale at the margin', () => {
  const options = (...lines: readonly string[]) =>
    placesOf(packWithQuestions(`## T {#id-one}\n\nWhich of them?\n\n${lines.join('\n')}\n`));
  it.each([
    ['below the first option', ['* [X] aaa', '> why', '* [ ] bbb', '  > no'], 13],
    ['below the last one', ['- [x] aaa', '  > why', '- [ ] bbb', '> no'], 15],
    ['below a blank line', ['- [x] aaa', '', '> why', '', '- [ ] bbb', '  > no'], 14],
    ['below an option of two lines', ['- [x] aaa', 'bbb', '> why', '- [ ] ccc', '  > no'], 14],
  ])('[E108] is named once, %s', (_, lines, line) =>
    expect(options(...lines)).toEqual([`E108 questions/ports.md:${line}:1`]),
  );
  it('may be a quotation when the option has its own', () =>
    expect(options('- [x] aaa', '  > why', '- [ ] bbb', '  > no', '> quoted')).toEqual([]));
});

describe('what ends the options', () => {
  const below = (line: string) => {
    const question = questionOf(`## T {#id-one}\n\nWhich?\n\n- [ ] aaa\n  > n\n- [x] bbb\n  > y\n${line}\n`);
    if (question.kind !== 'choice') throw new Error('it is a choice');
    return [plainText(question.options[1]?.rationale ?? []), plainText(question.takeAway).trim()];
  };
  it.each([
    ['a heading', '### More', 'More'],
    ['a fence', '```sh\nls\n```', 'ls'],
    ['a rule', '***\nmore', 'more'],
    ['a list', '- more', 'more'],
    ['a numbered list', '1. more', 'more'],
    ['a quotation', '> more', 'more'],
    ['a paragraph', '\nmore', 'more'],
  ])('%s right below a rationale', (_, line, words) => expect(below(line)).toEqual(['y', words]));
  it('is no line that goes on with the paragraph', () => expect(below('and more')).toEqual(['y and more', '']));
  it('is no code inside an option', () => {
    const question = questionOf(
      '## T {#id-one}\n\nWhich?\n\n- [ ] aaa\n\n  ```sh\n  > one\n\n  # two\n  ```\n  > n\n- [x] bbb\n  > y\n',
    );
    if (question.kind !== 'choice') throw new Error('it is a choice');
    expect(question.options.map(({ text, rationale }) => [plainText(text), plainText(rationale)])).toEqual([
      ['aaa > one # two', 'n'],
      ['bbb', 'y'],
    ]);
  });
  it.each(['  - more', '  # More', '\n  more', '  ```sh\n  ls\n  ```'])(
    '[E108] %j below a rationale belongs nowhere',
    (line) =>
      expect(
        codesOf(packWithQuestions(goodChoice.replace('stands', 'x').replace('nothing.\n', `nothing.\n${line}\n`))),
      ).toEqual(['E108']),
  );
});

describe('a block of an answer below options', () => {
  it('[E103] is named', () =>
    expect(placesOf(packWithQuestions(`${goodChoice}\n\`\`\`answer\n0\n\`\`\`\n`))).toEqual([
      'E103 questions/ports.md:19:1',
    ]));
});
