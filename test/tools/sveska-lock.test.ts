import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileFolder } from '../../src/tools/compile-folder.ts';
import { folder, freshPackFolder, replaceInQuestions, sveska, writeTemplate } from './run-sveska.ts';

freshPackFolder();

describe('sveska lock', () => {
  it('writes new ids down, sorted, once', async () => {
    await writeTemplate();
    await sveska('lock', folder);
    const first = readFileSync(join(folder, 'ids.lock'), 'utf8');
    await sveska('lock', folder);
    const ids = first.split('\n').flatMap((line) => /^([a-z-]+) live [0-9a-z]{10}$/.exec(line)?.[1] ?? []);
    expect([ids.length, ids, first]).toEqual([14, [...ids].sort(), readFileSync(join(folder, 'ids.lock'), 'utf8')]);
  });

  it('[E112] does not let a published id go', async () => {
    await writeTemplate();
    await sveska('lock', folder);
    replaceInQuestions('{#typed-example}', '{#typed-again}');
    const { code, out } = await sveska('lock', folder);
    expect([
      code,
      out.includes('E112'),
      readFileSync(join(folder, 'ids.lock'), 'utf8').includes('typed-again'),
    ]).toEqual([1, true, false]);
  });
});

describe('sveska lock and a corrected key', () => {
  const lockLine = (id: string) =>
    readFileSync(join(folder, 'ids.lock'), 'utf8').match(new RegExp(`^${id} .*$`, 'm'))?.[0];

  it('keeps every version that was published', async () => {
    await writeTemplate();
    await sveska('lock', folder);
    const before = lockLine('typed-example');
    replaceInQuestions('renamed question the history', 'renamed question all the history');
    const { out } = await sveska('lock', folder);
    expect([out.includes('changed: typed-example'), lockLine('typed-example')?.startsWith(`${before},`)]).toEqual([
      true,
      true,
    ]);
  });

  it('voids the versions before the correction, and tells the app', async () => {
    await writeTemplate();
    await sveska('lock', folder);
    const wrong = lockLine('typed-example')?.split(' ').at(-1) ?? '';
    replaceInQuestions('{#typed-example}', '{#typed-example corrected=2026-11-20}');
    replaceInQuestions('wrong: id', 'wrong: title');
    const unlocked = await correctionIn(folder);
    await sveska('lock', folder);
    replaceInQuestions('{#typed-example corrected=2026-11-20}', '{#typed-example}');
    expect([unlocked, await correctionIn(folder)]).toEqual(Array(2).fill({ on: '2026-11-20', voids: [wrong] }));
  });

  it('[E110] refuses was= of an id that is still asked', async () => {
    await writeTemplate();
    replaceInQuestions('{#typed-example}', '{#typed-example was=recall-example}');
    expect((await sveska('check', folder)).out).toContain('E110');
  });
});

async function correctionIn(pack: string) {
  const { deck } = await compileFolder(pack);
  return deck?.questions.find(({ id }) => id.endsWith('/typed-example'))?.corrected;
}
