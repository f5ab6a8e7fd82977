import { describe, expect, it } from 'vitest';
import {
  codesOf,
  goodChoice,
  packOf,
  packWithNote,
  packWithPrompt,
  packWithQuestions,
  placesOf,
} from './pack-builder.ts';

const pack = (lines: string) => packOf({ 'pack.yaml': lines });
const options = (lines: string, prompt = 'What is it?') =>
  packWithQuestions(`## T {#id-one}\n\n${prompt}\n\n${lines}\n`);
const answer = (lines: string) => packWithQuestions(`## T {#id-one}\n\nWhat?\n\n\`\`\`answer\n${lines}\n\`\`\`\n`);
const other = goodChoice
  .replace('good-one', 'good-two')
  .replace('Why does', 'For which of all reasons did')
  .replace('taken by the first', 'reserved by another service');

const pngSignature = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const namesOfJavaScript = ['length', 'then', 'default', 'null', 'undefined', 'true', '1e3', '42', '0x10'];

describe('a pack without mistakes', () => {
  it('compiles without any complaint', () => expect(codesOf(packOf())).toEqual([]));
});

describe('errors', () => {
  it('[E101] refuses front matter that is not closed', () =>
    expect(placesOf(packOf({ 'notes/ports.md': '---\ntitle: x\n' }))).toContain('E101 notes/ports.md:1:1'));
  it('[E101] refuses YAML that does not parse, at its line', () =>
    expect(
      placesOf(pack('format: 1\nid: demo\ntitle: a: b\n')).some((place) => place.startsWith('E101 pack.yaml:3')),
    ).toBe(true));
  it('[E101] refuses bytes that are no text', () =>
    expect(placesOf(packOf({ 'notes/ports.md': new Uint8Array([255, 254]) }))).toContain('E101 notes/ports.md:1:1'));
  it('[E107] refuses a character that turns text round, where it stands', () =>
    expect(placesOf(packWithPrompt('Is it \u202ereversed?'))).toEqual(['E107 questions/ports.md:10:7']));
  it('[E107] accepts joiners inside emoji', () =>
    expect(codesOf(packWithPrompt('Is it \u{1f469}\u200d\u{1f4bb}?'))).toEqual([]));
  it('[E108] refuses text that belongs to no question', () =>
    expect(codesOf(packWithQuestions(`stray\n\n${goodChoice}`))).toEqual(['E108']));
  it('[E108] refuses a second list of options', () =>
    expect(codesOf(packWithQuestions(`${goodChoice}\n- [ ] late\n`))).toEqual(['E108']));
  it('[E106] refuses a difficulty that is none', () =>
    expect(codesOf(packWithQuestions(goodChoice.replace('{#good-one}', '{#good-one difficulty=4}')))).toEqual([
      'E106',
    ]));
  it('[E101] refuses a deletion that is not closed', () =>
    expect(codesOf(packWithQuestions('## T {#id-one}\n\nThe {{agent runs.\n'))).toContain('E101'));
  it('[E101] refuses a deletion across formatting', () =>
    expect(codesOf(packWithQuestions('## T {#id-one}\n\nThe {{agent **runs}} now**.\n'))).toContain('E101'));

  it('[E102] names the nearest key of pack.yaml', () => {
    const files = pack('format: 1\nid: demo\ntitle: Demo\nlicense: MIT\nexam:\n  domains:\n    dev: { title: D }\n');
    expect(placesOf(files)).toContain('E102 pack.yaml:4:1');
  });
  it('[E102] refuses an unknown attribute of a heading', () =>
    expect(placesOf(packWithQuestions(goodChoice.replace('{#good-one}', '{#good-one shufle=false}')))).toEqual([
      'E102 questions/ports.md:8:31',
    ]));
  it('[E102] refuses an unknown attribute of an option', () =>
    expect(codesOf(packWithQuestions(goodChoice.replace('belief=', 'beleif=')))).toEqual(['E102']));
  it('[E102] refuses typed=true for a question that is no cloze', () =>
    expect(codesOf(packWithQuestions(goodChoice.replace('{#good-one}', '{#good-one typed=true}')))).toEqual(['E102']));
  it('[E102] refuses a checker for a question that has none', () =>
    expect(codesOf(packWithQuestions(goodChoice.replace('{#good-one}', '{#good-one check=ecs-config}')))).toEqual([
      'E102',
    ]));
  it('[E102] refuses a domain that the exam does not have', () =>
    expect(codesOf(packWithQuestions(goodChoice.replace('{#good-one}', '{#good-one domain=dve}')))).toEqual(['E102']));
  it('[E102] accepts every attribute of the format', () => {
    const attributes =
      '{#good-one kind=choice note=ports domain=dev tags=a,b source="https://e.com/a" verified=2026-10-01 status=pilot difficulty=3 shuffle=false was=old-one}';
    expect(codesOf(packWithQuestions(goodChoice.replace('{#good-one}', attributes)))).toEqual(['W207']);
  });

  it('[E103] refuses a question without an answer block', () =>
    expect(codesOf(packWithQuestions('## T {#id-one}\n\nWhat is it?\n'))).toContain('E103'));
  it('[E103] refuses an unknown kind', () =>
    expect(codesOf(packWithQuestions(goodChoice.replace('{#good-one}', '{#good-one kind=quiz}')))).toContain('E103'));
  it('[E103] refuses a kind that is not that of the answer block', () =>
    expect(codesOf(packWithQuestions(goodChoice.replace('{#good-one}', '{#good-one kind=recall}')))).toContain('E103'));
  it('[E103] accepts the kind that it is', () =>
    expect(codesOf(packWithQuestions(goodChoice.replace('{#good-one}', '{#good-one kind=choice}')))).toEqual([]));

  it('[E104] refuses a file of more than 1 MiB', () =>
    expect(codesOf(packOf({ 'notes/ports.md': 'x'.repeat(1_048_577) }))).toContain('E104'));
  it('[E104] refuses YAML aliases, anchors and tags', () => {
    expect(codesOf(pack('format: 1\nid: demo\ntitle: &a x\nsummary: *a\n'))).toContain('E104');
    expect(codesOf(pack('format: 1\nid: demo\ntitle: !!js/function x\n'))).toContain('E104');
  });
  it.each([
    ['500 lists inside each other', Array.from({ length: 500 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')],
    ['16 kB of quotation marks', '>'.repeat(16_384)],
    ['126 kB of backticks', '`a'.repeat(63_000)],
    ['brackets that stay open', '[a'.repeat(3_000)],
    ['emphasis in emphasis', `${'*a **b '.repeat(40)}${'b** a*'.repeat(40)}`],
    ['more parts than a prompt may have', '*a* _b_ '.repeat(250)],
  ])('[E104] refuses %s', (_, text) => expect(codesOf(packWithPrompt(text))).toContain('E104'));
  it('[E104] accepts twelve quotations inside each other', () =>
    expect(codesOf(packWithPrompt(`${'>'.repeat(12)} deep?`))).toEqual([]));

  it('[E110] refuses an id that two questions have', () =>
    expect(codesOf(packWithQuestions(`${goodChoice}\n${other.replace('good-two', 'good-one')}`))).toEqual(['E110']));
  it('[E110] accepts two ids', () => expect(codesOf(packWithQuestions(`${goodChoice}\n${other}`))).toEqual([]));
  it('[E110] refuses a heading id that is used twice', () =>
    expect(codesOf(packWithNote('## Again {#dynamic-ports}'))).toContain('E110'));
  it('[E111] refuses a question without an id', () =>
    expect(codesOf(packWithQuestions(goodChoice.replace(' {#good-one}', '')))).toEqual(['E111']));
  it.each(namesOfJavaScript)(
    '[E111] refuses %s as the name of a note, a domain, a belief, a section and an option',
    (id) => {
      const yaml = (text: string) => `format: 1\nid: demo\ntitle: Demo\n${text}`;
      expect(codesOf(packOf({ [`notes/${id}.md`]: '---\ntitle: T\n---\n' }))).toEqual(['E111']);
      expect(codesOf(pack(yaml(`exam:\n  domains:\n    ${id}: { title: T }\nbeliefs:\n  ports-collide: x\n`)))).toEqual(
        ['E111'],
      );
      expect(
        codesOf(pack(yaml(`exam:\n  domains:\n    dev: { title: T }\nbeliefs:\n  ports-collide: x\n  ${id}: x\n`))),
      ).toEqual(['E111']);
      expect(codesOf(packWithNote(`## Other {#${id}}`))).toEqual(['E111']);
      expect(codesOf(options(`- [x] aaa {#${id}}\n  > y\n- [ ] bbb\n  > n`))).toEqual(['E111']);
    },
  );
  it.each(['Good', 'a', '__proto__', 'constructor', 'x'.repeat(65), ...namesOfJavaScript])(
    '[E111] refuses the id %s',
    (id) => expect(codesOf(packWithQuestions(goodChoice.replace('good-one', id)))).toEqual(['E111']),
  );

  it('[E112] refuses a lock whose question is gone', () =>
    expect(placesOf(packOf({ 'ids.lock': 'good-one live\ngone-one live\n' }))).toEqual(['E112 ids.lock:2:1']));
  it('[E112] refuses a retired id that is used again', () =>
    expect(codesOf(packOf({ 'ids.lock': 'good-one retired\n' }))).toEqual(['E112']));
  it('[E112] accepts an id that lives on under was=', () =>
    expect(
      codesOf([
        ...packWithQuestions(goodChoice.replace('{#good-one}', '{#good-one was=old-one}')),
        { path: 'ids.lock', content: 'good-one live\nold-one live\n' },
      ]),
    ).toEqual([]));

  it('[E120] refuses options of which none is right', () =>
    expect(codesOf(options('- [ ] a\n  > no\n- [ ] b\n  > no'))).toContain('E120'));
  it('[E121] refuses a single option', () => expect(codesOf(options('- [x] a\n  > yes'))).toContain('E121'));
  it('[E122] refuses another number of right options than the prompt asks for', () =>
    expect(placesOf(packWithPrompt('Which are right? (Choose TWO.)'))).toEqual(['E122 questions/ports.md:10:1']));
  it('[E122] accepts the number that the prompt asks for', () =>
    expect(
      codesOf(options('- [x] aaa\n  > y\n- [x] bbb\n  > y\n- [ ] ccc\n  > n', 'Which are right? (Choose **two**.)')),
    ).toEqual([]));
  it('[E123] refuses two options with the same text', () =>
    expect(codesOf(options('- [x] same\n  > y\n- [ ]  same\n  > n'))).toEqual(['E123']));
  it.each([
    ['spacing', 'the same', 'the  same'],
    ['a blank that does not break', 'the same', 'the\u00a0same'],
    ['composition', 'caf\u00e9', 'cafe\u0301'],
    ['marks', 'the same', '**the** `same`'],
    ['a full stop', 'the same', 'the same.'],
  ])('[E123] refuses two options that differ in %s alone', (_, one, other) =>
    expect(codesOf(options(`- [x] ${one}\n  > y\n- [ ] ${other}\n  > n`))).toEqual(['E123']),
  );
  it('[E123] accepts options that differ in a raised digit', () =>
    expect(codesOf(options('- [x] x2\n  > y\n- [ ] x\u00b2\n  > n'))).toEqual([]));
  it('[E123] accepts options that differ in case, which counts in AWS names', () =>
    expect(codesOf(options('- [x] ECS_CLUSTER\n  > y\n- [ ] ecs_cluster\n  > n'))).toEqual([]));

  it('[E130] refuses a link to a heading that is not there', () =>
    expect(placesOf(packWithPrompt('See [this](../notes/ports.md#none)?'))).toEqual(['E130 questions/ports.md:10:12']));
  it('[E130] refuses note= that leads nowhere', () =>
    expect(codesOf(packWithQuestions(goodChoice.replace('{#good-one}', '{#good-one note=prots}')))).toContain('E130'));
  it('[E130] refuses a footnote without its text', () =>
    expect(codesOf(packWithNote('A claim[^1].'))).toEqual(['E130']));
  it('[E130] accepts links to notes, headings and the web', () =>
    expect(
      codesOf(packWithPrompt('[a](ports.md) [b](ports.md#dynamic-ports) [c](https://e.com) [d](mailto:a@b.c)')),
    ).toEqual([]));
  it('[E131] refuses an image that is not there, or is of another type', () => {
    expect(codesOf(packWithPrompt('![a](media/none.png)'))).toEqual(['E131']);
    expect(codesOf(packWithPrompt('![a](https://e.com/a.png)'))).toEqual(['E131']);
    expect(
      codesOf([...packWithPrompt('![a](media/a.gif)'), { path: 'media/a.gif', content: new Uint8Array(1) }]),
    ).toContain('E131');
  });
  it('[E131] accepts a png of the pack', () =>
    expect(
      codesOf([...packWithPrompt('![a](../media/a.png)'), { path: 'media/a.png', content: pngSignature }]),
    ).toEqual([]));

  it.each(['<b>x</b>', '<!-- x -->', '<img src=x onerror=alert(1)>', '<div>\nx\n</div>'])('[E140] refuses %s', (html) =>
    expect(codesOf(packWithPrompt(`Is it ${html}?\n\n${html}`))).toContain('E140'),
  );
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:x',
    'data:text/html,x',
    '//e.com',
    '/etc',
    'vbscript:x',
    '\\\\e.com',
    'blob:x',
    'java\tscript:x',
    '&#106;avascript:x',
    'javascript&colon;x',
    'java&Tab;script:x',
    '%6Aavascript:x',
    '%256Aavascript:x',
    'javascript%3Ax',
    '\u00a0javascript:x',
    'java\u00adscript:x',
    'javascript\uff1ax',
    '%5c%5ce.com',
    '%2f%2fe.com',
  ])('[E140] refuses a link to %s', (address) =>
    expect(codesOf(packWithPrompt(`[a](<${address}>)`))).toEqual(['E140']),
  );
  it('[E140] accepts HTML between backticks', () => expect(codesOf(packWithPrompt('Is `<b>` text?'))).toEqual([]));
  it.each([
    '<script>x</script>',
    '<a href="https://e.com"/>',
    '<image href="x"/>',
    '<rect onclick="x"/>',
    '<rect fill="url(https://e.com)"/>',
    '<foreignObject/>',
    '<!DOCTYPE svg>',
    '<use href="https://e.com#a"/>',
    '<rect style="fill:url(//e.com)"/>',
    '<set attributeName="href"/>',
  ])('[E140] refuses an svg with %s', (inside) =>
    expect(codesOf(packOf({ 'media/a.svg': `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>` }))).toEqual([
      'E140',
    ]),
  );
  it('[E140] accepts an svg of shapes', () =>
    expect(
      codesOf(
        packOf({
          'media/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><g><rect width="1" fill="url(#p)"/></g></svg>',
        }),
      ),
    ).toEqual([]));

  it('[E150] refuses another format', () => expect(codesOf(pack('format: 2\nid: demo\ntitle: x\n'))).toContain('E150'));
  it('[E160] refuses a wrong answer that is graded right', () =>
    expect(codesOf(answer('binpack\nwrong: BinPack'))).toEqual(['E160']));
  it('[E160] accepts a wrong answer that is graded wrong', () =>
    expect(codesOf(answer('binpack\nwrong: spread'))).toEqual([]));
  it('[E160] refuses a cloze card that hides nothing', () =>
    expect(codesOf(packWithQuestions('## T {#id-one}\n\nThe {{1:agent}} reads {{3:the file}}.\n'))).toEqual(['E160']));
  it.each(['= 3 secunds', '= 3 MIBB', '= 3 x', '= ± 3', '= 12 ± -1 GiB', '~ab', '~ 512'])(
    '[E170] refuses the answer %s',
    (line) => expect(codesOf(answer(line))).toEqual(['E170']),
  );
  it.each(['= 12 ± 0.5 GiB', '= 6 ± 0 tasks', '= 32768', '= 50 %', '~ binpack', 'KEY=value', '~'])(
    '[E170] accepts the answer %s',
    (line) => expect(codesOf(answer(line))).toEqual([]),
  );
  it('reports the mistakes of all files at once', () => {
    const files = packOf({
      'pack.yaml': 'format: 3\nid: X\ntitel: x\n',
      'notes/ports.md': '<b>',
      'questions/ports.md': goodChoice.replace('[x]', '[ ]'),
    });
    expect(new Set(codesOf(files))).toEqual(new Set(['E150', 'E111', 'E102', 'E105', 'E140', 'E120', 'W205', 'W213']));
  });
});
