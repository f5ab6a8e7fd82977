import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompileOptions, compilePack } from '../../../src/core/compiler/compile-pack.ts';
import type { PackFile } from '../../../src/core/model/pack.ts';
import { runsOf } from '../../seed.ts';
import { mutation } from './spoilt-packs.ts';

const options: CompileOptions = { today: '2026-11-22', unlocked: 'W221' };

const head = (note: string) => `---
note: ${note}
domain: dev
source: https://example.com/ports
verified: 2026-11-01
---
`;
const choice = (id: string, right: string) => `
## The second copy {#${id}}

Why does the second copy of the service not start on ${id}?

- [x] The port is ${right} {belief=ports-collide}
  > One port, one task.
- [ ] The image is gone
  > It was pulled.

See [the note](../notes/roles.md#tasks).
`;
const cloze = (id: string) => `
## Some words {#${id} was=old-${id}}

A host port of {{0::a number}} means {{any free port}}.

![a dot](media/dot.svg)
`;

const pack: readonly PackFile[] = Object.entries({
  'pack.yaml':
    'format: 1\nid: demo\ntitle: Demo\nfirst: one\nexam:\n  domains:\n    dev: { title: Development, weight: 100 }\nbeliefs:\n  ports-collide: Ports do not collide.\n',
  'ids.lock': 'one live\ntwo live\nold-four live\ngone retired\n',
  'notes/ports.md':
    '---\ntitle: Ports\n---\n\nA lead.\n\n## Dynamic ports {#dynamic-ports}\n\nSee [roles](roles.md#tasks).\n',
  'notes/roles.md':
    '---\ntitle: Roles\norder: 1\n---\n\n## Tasks {#tasks}\n\nText.\n\n```sh\naws ecs list-tasks\n```\n',
  'questions/a.md': head('ports#dynamic-ports') + choice('one', 'taken') + choice('two', 'used'),
  'questions/b.md': `${head('roles#tasks') + cloze('four')}\n## A case {#all kind=case}\n\nA scenario.\n\n### One of it {#five}\n\nWhat?\n\n---\n\nThat.\n`,
  'questions/c.md': head('ports') + choice('six', 'taken'),
  'media/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
}).map(([path, content]) => ({ path, content }));

/** A file of the pack as another text, from the pack itself or from what became of it; or without it. */
type Edit = (files: readonly PackFile[]) => readonly PackFile[];

const spoil: fc.Arbitrary<Edit> = fc
  .tuple(fc.nat(), mutation, fc.boolean())
  .map(([which, mutate, again]) => (files) => {
    const at = which % files.length;
    return files.map((file, index) => {
      const from = again ? file : (pack.find(({ path }) => path === file.path) ?? file);
      return index === at ? { path: file.path, content: mutate(String(from.content)) } : file;
    });
  });
const remove: fc.Arbitrary<Edit> = fc
  .nat()
  .map((which) => (files) => files.filter((_, at) => at !== which % files.length));
/** A folder has no two files of one name. */
const addCopy: fc.Arbitrary<Edit> = fc.nat().map((which) => (files) => {
  const { path, content } = files[which % files.length] as PackFile;
  const copy = { path: path.replace('.', '-copy.'), content };
  return files.some((file) => file.path === copy.path) ? files : [...files, copy];
});
const putBack: fc.Arbitrary<Edit> = fc.constant(() => pack);
/** Another name, and so another place among the files. */
const rename: fc.Arbitrary<Edit> = fc
  .tuple(fc.nat(), fc.constantFrom('a', 'bb', 'z'))
  .map(([which, name]) => (files) => {
    const at = which % files.length;
    const to = (path: string) => path.replace(/[^/]+(?=\.md$)/, name);
    const isFree = files.every(({ path }) => path !== to(files[at]?.path ?? ''));
    return files.map((file, index) => (index === at && isFree ? { ...file, path: to(file.path) } : file));
  });
/** A text of the pack becomes another one, wherever it stands first. */
const replace: fc.Arbitrary<Edit> = fc
  .constantFrom(
    ['{#two}', '{#one}'],
    ['{#six}', '{#two was=old-four,one}'],
    ['{#one}', '{#one status=retired}'],
    ['{#five}', '{#six}'],
    ['## The second copy', '## The third copy'],
    ['not start on two', 'not start, and why is it on two'],
    ['- [x] The port is used', '- [x] The port is taken'],
    ['first: one', 'first: four'],
    ['first: one', 'first: none-of-them'],
    ['id: demo', 'id: other'],
    ['dev: {', 'ops: {'],
    ['ports-collide: P', 'ports-clash: P'],
    ['two live', 'two retired'],
    ['one live\n', ''],
    ['one live', 'one live\nseven live'],
    ['{#tasks}', '{#jobs}'],
    ['verified: 2026-11-01', 'verified: 2020-01-01'],
  )
  .map(([from = '', to = '']) => (files) => {
    const at = files.findIndex(({ content }) => String(content).includes(from));
    return files.map((file, index) => ({
      ...file,
      content: index === at ? String(file.content).replace(from, to) : file.content,
    }));
  });
const edit = fc.oneof(
  { weight: 4, arbitrary: spoil },
  { weight: 5, arbitrary: replace },
  { weight: 2, arbitrary: rename },
  remove,
  addCopy,
  putBack,
);

describe('a pack that is compiled again after an edit', () => {
  it('gives the same deck and the same complaints as one that was never compiled', () => {
    let refused = 0;
    let made = 0;
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const kept = { current: null };
        let files = pack;
        compilePack(files, { ...options, kept });
        for (const change of edits) {
          const next = change(files);
          files = next.length === 0 ? pack : next;
          const again = compilePack(files, { ...options, kept });
          expect(JSON.stringify(again)).toBe(JSON.stringify(compilePack(files, options)));
          if (again.value === null) refused++;
          else made++;
        }
      }),
      { numRuns: runsOf(100, 1000), endOnFailure: true },
    );
    expect([refused > 10, made > 10]).toEqual([true, true]);
  });

  it('reads the question that was edited, and no other', () => {
    const kept = { current: null };
    const before = compilePack(pack, { ...options, kept }).value;
    const edited = pack.map(({ path, content }) => ({
      path,
      content: path === 'questions/b.md' ? String(content).replace('That.', 'This.') : content,
    }));
    const after = compilePack(edited, { ...options, kept }).value;
    const isKept = (after?.questions ?? []).map((question) => before?.questions.includes(question));
    expect(isKept).toEqual([true, true, true, false, true]);
    expect(after?.notes.map((note) => before?.notes.includes(note))).toEqual([true, true]);
  });

  it.each([
    ['the pack says something else of its questions', pack.map(withOtherId), options],
    ['the lock says something else', pack.map(withOtherLock), options],
    ['it is another day', pack, { ...options, today: '2029-01-01' }],
  ])('reads all files when %s', (_what, files, now) => {
    const kept = { current: null };
    const before = compilePack(pack, { ...options, kept }).value;
    const after = compilePack(files, { ...now, kept });
    expect(after).toEqual(compilePack(files, now));
    expect(after.value?.questions.some((question) => before?.questions.includes(question))).toBe(false);
  });
});

function withOtherId({ path, content }: PackFile): PackFile {
  return { path, content: path === 'pack.yaml' ? String(content).replace(/^id: .*$/m, 'id: other') : content };
}

function withOtherLock({ path, content }: PackFile): PackFile {
  return { path, content: path === 'ids.lock' ? `${content}another retired\n` : content };
}
