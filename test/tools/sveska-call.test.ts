import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { newPack } from '../../src/tools/verbs/new-pack.ts';
import { folder, freshPackFolder, sveska, sveskaIn } from './run-sveska.ts';

freshPackFolder();

describe('a pack of content/', () => {
  const project = () => join(folder, '..');
  const ask = (...args: readonly string[]) => sveskaIn(project(), ...args);
  beforeEach(() =>
    newPack([join(project(), 'content/my-folder'), '--id', 'my-pack'], { print: () => {}, complain: () => {} }),
  );

  it.each(['my-pack', 'my-folder', 'my-folder/', 'content/my-folder'])(
    'is meant by %s, for check, fmt and lock',
    async (word) => {
      const ended = [await ask('check', word), await ask('fmt', word, '--check'), await ask('lock', word)];
      expect(ended.map(({ code, out }) => [code, out.split(':')[0]])).toEqual([
        [0, ''],
        [0, ''],
        [0, 'content/my-folder/ids.lock'],
      ]);
    },
  );

  it('may have a path in it behind its id', async () => {
    expect((await ask('check', 'my-pack/notes/first-note.md')).complaints).toBe(
      'content/my-folder: 0 errors, 0 warnings (1 note, 14 questions)\n',
    );
  });

  it('goes before a folder of that name that is no pack', async () => {
    mkdirSync(join(project(), 'my-pack/src'), { recursive: true });
    expect((await ask('check', 'my-pack')).code).toBe(0);
  });

  it.each([
    ['check', 'my-foldre', 'content/my-folder'],
    ['preview', 'my-foldre', 'content/my-folder'],
    ['fmt', './my-folder', 'content/my-folder'],
    ['lock', 'contnet/my-foldr', 'content/my-folder'],
    ['check', 'my-folder/notes/frist-note.md', 'content/my-folder/notes/first-note.md'],
    ['preview', 'my-pack/recal-example', 'my-pack/recall-example'],
  ])('is suggested to %s of %s', async (verb, word, meant) => {
    const { code, complaints } = await ask(verb, word);
    expect([code, complaints.split('\n')[0]]).toEqual([2, expect.stringContaining(` Did you mean ${meant}?`)]);
  });
});

describe('a call that is not understood', () => {
  it.each([
    ['no verb', []],
    ['an unknown verb', ['chekc']],
    ['a verb of every object', ['constructor']],
    ['an unknown format', ['check', 'content/aws-ecs', '--format', 'xml']],
    ['an unknown flag', ['check', '--fromat', 'json']],
    ['a folder that is not there', ['check', 'content/nowhere']],
    ['lock without a folder', ['lock']],
    ['new without a folder', ['new']],
    ['fmt without a folder', ['fmt']],
    ['lock of a folder that is not there', ['lock', 'content/nowhere']],
    ['lock of a file', ['lock', 'content/README.md']],
    ['preview of nothing', ['preview', 'nowhere/at-all']],
    ['preview of a folder without a pack', ['preview', 'src']],
  ])('ends with 2 and the usage: %s', async (_, args) => {
    const { code, out, complaints } = await sveska(...args);
    expect([code, out, complaints.includes('Usage: npm run sveska')]).toEqual([2, '', true]);
  });

  it('is not one that asks for help', async () => {
    expect(await sveska('--help')).toMatchObject({ code: 0, complaints: '' });
  });
});
