import { describe, expect, it } from 'vitest';
import { compilePack } from '../../../src/core/compiler/compile-pack.ts';
import { readIdsLock, writeIdsLock } from '../../../src/core/compiler/lock/ids-lock.ts';
import { plainText } from '../../../src/core/model/rich-text.ts';
import { codesOf, goodChoice, packOf, packWithNote, packWithQuestions, questionOf } from './pack-builder.ts';

const noteOf = (text: string) => {
  const { value, diagnostics } = compilePack(packWithNote(text));
  const [note] = value?.notes ?? [];
  if (note === undefined) throw new Error(JSON.stringify(diagnostics));
  return note;
};

describe('a choice', () => {
  it('keeps prompt, options, rationales and take-away apart', () => {
    const question = questionOf(goodChoice);
    expect(question).toMatchObject({
      id: 'demo/good-one',
      kind: 'choice',
      title: 'A good question',
      prompt: [['p', 0, 'Why does the second copy not start?']],
      takeAway: [['p', 0, 'One port, one owner.']],
      note: { pack: 'demo', note: 'ports', section: 'dynamic-ports' },
      domain: 'dev',
      status: 'scored',
      difficulty: 2,
      shuffle: true,
      sources: [{ url: 'https://example.com/ports', title: null, verified: '2026-11-01' }],
      options: [
        { text: ['The group blocks the second one'], right: false, belief: 'ports-collide', pinned: false },
        {
          text: ['The host port is taken by the first'],
          right: true,
          rationale: [['p', 0, 'A fixed port is taken once.']],
        },
      ],
    });
  });
  it('keeps its revision when only a rationale or the title changes', () =>
    expect(questionOf(goodChoice.replace('taken once', 'taken one time').replace('A good', 'A better')).rev).toBe(
      questionOf(goodChoice).rev,
    ));
  it('changes its revision when the key changes', () =>
    expect(
      questionOf(goodChoice.replace('- [ ]', '- [o]').replace('- [x]', '- [ ]').replace('- [o]', '- [x]')).rev,
    ).not.toBe(questionOf(goodChoice).rev));
  it('keeps the id of an option that moves', () => {
    const before = questionOf('## T {#id-one}\n\nWhich?\n\n- [x] aaa\n  > y\n- [ ] bbb\n  > n\n');
    const after = questionOf('## T {#id-one}\n\nWhich?\n\n- [ ] bbb\n  > n\n- [x] aaa\n  > y\n');
    if (before.kind !== 'choice' || after.kind !== 'choice') throw new Error('both are choices');
    expect(after.options.map(({ id }) => id)).toEqual(before.options.map(({ id }) => id).reverse());
  });
  it('finds the answer below a code block that looks like one', () => {
    const question = questionOf(
      '## T {#id-one}\n\n```sh\n- [x] no\n---\n## no\n```\nWhat?\n\n- [x] a\n  > y\n- [ ] b\n  > n\n',
    );
    expect(question).toMatchObject({
      kind: 'choice',
      prompt: [
        ['pre', { lang: 'sh' }, expect.anything()],
        ['p', 0, 'What?'],
      ],
    });
  });
  it('reads an option of several lines, with code and a rationale of two paragraphs', () => {
    const question = questionOf(
      '## T {#id-one}\n\nWhat?\n\n- [x] first line\n  and second\n  > why\n  >\n  > more\n- [ ] `b` {#bee}\n  > n\n',
    );
    expect(question).toMatchObject({
      options: [
        {
          text: ['first line\nand second'],
          rationale: [
            ['p', 0, 'why'],
            ['p', 0, 'more'],
          ],
        },
        { id: 'bee', text: [['code', 0, 'b']] },
      ],
    });
  });
});

describe('the other kinds', () => {
  it('reads a recall question with its back', () =>
    expect(questionOf('## T {#id-one}\n\nWhat?\n\n---\n\nThe back.\n\n---\n\nThe lesson.\n')).toMatchObject({
      kind: 'recall',
      back: [['p', 0, 'The back.']],
      takeAway: [['p', 0, 'The lesson.']],
    }));
  it('reads a multi', () =>
    expect(questionOf('## T {#id-one}\n\nWhat?\n\n- [x] a\n  > y\n- [x] b\n  > y\n- [ ] c\n  > n\n').kind).toBe(
      'multi',
    ));
  it('reads a typed question', () =>
    expect(
      questionOf(
        '## T {#id-one}\n\nWhat?\n\n```answer\nbinpack\n~ bin packing\n= 12 +- 0.5 GiB\nwrong: spread\n```\n\nSo.\n',
      ),
    ).toMatchObject({
      kind: 'typed',
      accepted: [
        { form: 'text', text: 'binpack', allowsSlip: false },
        { form: 'text', text: 'bin packing', allowsSlip: true },
        { form: 'number', value: 12, tolerance: 0.5, unit: 'GiB' },
      ],
      wrong: ['spread'],
      takeAway: [['p', 0, 'So.']],
    }));
  it('reads a cloze with hints, code, emphasis and shared cards', () => {
    const text =
      '## T {#id-one}\n\nThe {{agent}} reads **{{the file::what}}** and `X={{y}}`; {{2:again}} {{`z`}}.\n\n---\n\nSo.\n';
    expect(questionOf(text)).toMatchObject({
      kind: 'cloze',
      cards: 5,
      prompt: [
        [
          'p',
          0,
          'The ',
          ['cloze', { n: 1 }, 'agent'],
          ' reads ',
          ['strong', 0, ['cloze', { n: 3, hint: 'what' }, 'the file']],
          ' and ',
          ['code', 0, 'X=', ['cloze', { n: 4 }, 'y']],
          '; ',
          ['cloze', { n: 2 }, 'again'],
          ' ',
          ['cloze', { n: 5 }, ['code', 0, 'z']],
          '.',
        ],
      ],
      takeAway: [['p', 0, 'So.']],
    });
  });
  it('leaves braces alone in a recall question that says so', () =>
    expect(questionOf('## T {#id-one kind=recall}\n\nWhat does `{{.State}}` print?\n\n---\n\nIt.\n')).toMatchObject({
      prompt: [['p', 0, 'What does ', ['code', 0, '{{.State}}'], ' print?']],
    }));
});

describe('a note', () => {
  it('has a lead and sections, with ids of their own where the author wrote none', () => {
    const note = noteOf('## What `else` {#else-one}\n\nx\n\n## Dynamic *Ports*\n\ny\n\n### Deep {#deep-one}\n\nz');
    expect(note.sections.map(({ id, stable, title }) => [id, stable, title])).toEqual([
      ['dynamic-ports', true, 'Dynamic ports'],
      ['else-one', true, 'What else'],
      ['dynamic-ports-2', false, 'Dynamic Ports'],
    ]);
    expect(plainText(note.lead)).toBe('A lead.');
    expect(note.sections[2]?.body[1]).toEqual(['h3', { id: 'deep-one' }, 'Deep']);
  });
  it('turns the three alerts into callouts and no others', () => {
    expect(noteOf('> [!EXAM]\n> Expect *this*.').sections[0]?.body.at(-1)).toEqual([
      'callout',
      { callout: 'exam' },
      ['p', 0, 'Expect ', ['em', 0, 'this'], '.'],
    ]);
    expect(codesOf(packWithNote('> [!NOTE]\n> x'))).toEqual(['E102']);
  });
  it('lists the footnotes of a section below it', () => {
    const body = noteOf('A claim[^1].\n\n[^1]: The *note*.').sections[0]?.body ?? [];
    expect(body.at(-1)).toEqual([
      'section',
      0,
      [
        'ol',
        0,
        [
          'li',
          { id: 'fn-dynamic-ports-1' },
          ['p', 0, 'The ', ['em', 0, 'note'], '.'],
          ['a', { href: '#fn-dynamic-ports-1-ref' }, '↩'],
        ],
      ],
    ]);
  });
  it('leads links to notes inside the app', () =>
    expect(JSON.stringify(noteOf('[x](ports.md#dynamic-ports) [y](#dynamic-ports)').sections[0]?.body)).toContain(
      '"/notes/demo/ports#dynamic-ports"',
    ));
  it('colours code of a known language', () =>
    expect(JSON.stringify(noteOf('```json\n{"a": 1}\n```').sections[0]?.body)).toContain('{"hl":"hl-number"}'));
});

describe('a pack in one file', () => {
  const single = `---\nformat: 1\nid: one-file\ntitle: One\n---\n\n# Notes\n\n## Ports {#ports}\n\nLead.\n\n### Dynamic {#dynamic-ports}\n\nText.\n\n# Questions\n\n${goodChoice.replace('{#good-one}', '{#good-one note=ports#dynamic-ports source=https://e.com/a verified=2026-11-01}').replace(' {belief=ports-collide}', '')}`;
  it('compiles like a folder', () => {
    const { value, diagnostics } = compilePack([{ path: 'one-file.md', content: single }]);
    expect(diagnostics).toEqual([]);
    expect(value?.notes[0]).toMatchObject({ id: 'ports', sections: [{ id: 'dynamic-ports' }] });
    expect(value?.questions[0]?.id).toBe('one-file/good-one');
  });
  it('counts lines from the start of the file', () => {
    const line = single.split('\n').findIndex((text) => text.startsWith('- [x]')) + 1;
    const { diagnostics } = compilePack([
      { path: 'one-file.md', content: single.replace('- [x] The host', '- [x] <b>The host') },
    ]);
    expect(diagnostics.map(({ code, line: at, column }) => [code, at, column])).toEqual([['E140', line, 7]]);
  });
});

describe('the lock of ids', () => {
  const deck = (attributes: string) => {
    const { value } = compilePack(packWithQuestions(goodChoice.replace('{#good-one}', `{#good-one ${attributes}}`)));
    if (value === null) throw new Error('the pack must compile');
    return value;
  };
  it('keeps every line and adds new ids in order', () =>
    expect(writeIdsLock('zeta live\nalpha retired\n', deck('difficulty=1'))).toMatch(
      /^alpha retired\ngood-one live [0-9a-z]{10}\nzeta live\n$/,
    ));
  it('leaves drafts out and retires what lives on elsewhere', () => {
    expect(writeIdsLock('', deck('status=draft'))).toBe('');
    expect(writeIdsLock('old-one live\n', deck('was=old-one'))).toMatch(
      /^good-one live [0-9a-z]{10}\nold-one retired\n$/,
    );
  });
  it('satisfies the compiler that it was written for', () => {
    const files = packOf();
    const { value } = compilePack(files);
    if (value === null) throw new Error('the pack must compile');
    expect(codesOf([...files, { path: 'ids.lock', content: writeIdsLock('', value) }])).toEqual([]);
  });
  it('names damaged lines', () => expect(readIdsLock('good-one live\nGood one\n').damaged).toEqual([2]));
});

describe('a footnote', () => {
  it('is refused like any other text, at its own place', () => {
    const { diagnostics } = compilePack(packWithNote(`A claim[^1].\n\n[^1]: ${'>'.repeat(40)} x <b>`));
    expect(
      diagnostics.filter(({ severity }) => severity === 'error').map(({ code, line, column }) => [code, line, column]),
    ).toEqual([['E104', 13, 7]]);
  });
});

describe('the id of a heading without one', () => {
  it('is never cut inside a character, which no address could carry', () => {
    const section = noteOf(`## x${'\u{1D5D4}'.repeat(61)}\n\nText.`).sections.at(-1);
    expect(section?.id).toBe(`x${'\u{1D5D4}'.repeat(59)}`);
  });
});
