import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileFolder } from '../../src/tools/compile-folder.ts';
import { newPack } from '../../src/tools/verbs/new-pack.ts';
import { changesBetween, tellChanges } from '../../src/tools/verbs/watch-folders.ts';
import {
  folder,
  freshPackFolder,
  questions,
  replaceInQuestions,
  sveska,
  sveskaIn,
  writeTemplate,
} from './run-sveska.ts';

freshPackFolder();

describe('sveska new', () => {
  it('writes a pack that passes its own check without a warning', async () => {
    await sveska('new', folder);
    expect(await sveska('check', folder)).toMatchObject({
      code: 0,
      out: '',
      complaints: `${folder}: 0 errors, 0 warnings (1 note, 14 questions)\n`,
    });
  });

  it('puts a pack of which only the name is said among those that are checked and shipped', async () => {
    const project = join(folder, '..');
    expect([
      (await sveskaIn(project, 'new', 'my-own')).code,
      readFileSync(join(project, 'content/my-own/pack.yaml'), 'utf8'),
    ]).toEqual([0, expect.stringContaining('id: my-own')]);
  });

  it('takes a path as it stands', async () => {
    const project = join(folder, '..');
    expect((await sveskaIn(project, 'new', './my-own')).out).toContain('./my-own/pack.yaml\n');
  });

  it('takes what the flags say', async () => {
    await sveska('new', folder, '--id', 'other-id', '--title', 'Ports: a "first" look', '--author', 'A. Author');
    const pack = readFileSync(join(folder, 'pack.yaml'), 'utf8');
    expect([pack.includes('id: other-id'), (await sveska('check', folder)).code]).toEqual([true, 0]);
  });

  it('writes nothing into a folder that holds something', async () => {
    await writeTemplate();
    writeFileSync(questions(), 'mine');
    expect([(await sveska('new', folder)).code, readFileSync(questions(), 'utf8')]).toEqual([1, 'mine']);
  });

  it('refuses an id that cannot stand in a key', async () => {
    expect(await sveska('new', folder, '--id', 'My Pack')).toMatchObject({ code: 2, out: '' });
  });
});

describe('sveska check', () => {
  it('says file, line, code, excerpt and remedy, and ends with 1', async () => {
    await writeTemplate();
    replaceInQuestions('{#recall-example}', '');
    const { code, out } = await sveska('check', folder);
    expect(code).toBe(1);
    expect(out).toMatch(
      /questions\/first-questions\.md:9:\d+ {2}error {2}E111 no-usable-id\n {2}\S.*\n {4}9 \| ## Recall: a back below a line.*\n {6}\| +\^\n {2}Why: .+\n {2}Fix: .+\n/,
    );
  });

  it('does not fail on warnings', async () => {
    await writeTemplate();
    replaceInQuestions('  > A box with an x marks an option as right.\n', '');
    const { code, out } = await sveska('check', folder);
    expect([code, out.includes('warning  W201')]).toEqual([0, true]);
  });

  it('reports every complaint of every pack', async () => {
    await writeTemplate();
    replaceInQuestions('{#recall-example}', '');
    replaceInQuestions('{#typed-example}', '{#cloze-example}');
    const { out } = await sveska('check', folder, 'content/aws-ecs');
    expect(out.match(/\b[EW]\d{3}\b/g)?.sort()).toEqual(['E110', 'E111']);
  });

  it('gives JSON for programs, and nothing else on that channel', async () => {
    await writeTemplate();
    replaceInQuestions('{#recall-example}', '');
    const found = JSON.parse((await sveska('check', folder, '--format', 'json')).out);
    expect(found).toMatchObject([{ code: 'E111', severity: 'error', file: questions(), line: 9 }]);
  });

  it('gives an empty list where there is nothing to complain of', async () => {
    expect(JSON.parse((await sveska('check', 'content/aws-ecs', '--format', 'json')).out)).toEqual([]);
  });

  it('gives workflow commands for GitHub', async () => {
    await writeTemplate();
    replaceInQuestions('{#recall-example}', '');
    expect((await sveska('check', folder, '--format', 'github')).out).toMatch(
      /^::error file=.+first-questions\.md,line=9,col=\d+,title=E111::.+%0AFix: /,
    );
  });

  it('checks a pack that is one file', async () => {
    const file = join(folder, '..', 'one.md');
    writeFileSync(file, 'no front matter');
    const { code, out } = await sveska('check', file);
    expect([code, out.startsWith(`${file}:1:1  error  E1`)]).toEqual([1, true]);
  });
});

describe('what is checked', () => {
  const parent = () => join(folder, '..');
  it('is every pack of a folder that holds packs', async () => {
    await writeTemplate();
    await newPack([join(parent(), 'other-pack')], { print: () => {}, complain: () => {} });
    expect((await sveska('check', parent())).complaints).toBe(
      ['my-pack', 'other-pack']
        .map((name) => `${join(parent(), name)}: 0 errors, 0 warnings (1 note, 14 questions)\n`)
        .join(''),
    );
  });

  it('is one file with its pack, of which only its own complaints are shown', async () => {
    await writeTemplate();
    replaceInQuestions('{#recall-example}', '');
    const note = await sveska('check', join(folder, 'notes/first-note.md'));
    const { code, out } = await sveska('check', questions());
    expect([note.code, note.out, code, out.match(/E\d{3}/g)]).toEqual([0, '', 1, ['E111']]);
  });

  it('is a folder that lacks its pack.yaml', async () => {
    await writeTemplate();
    rmSync(join(folder, 'pack.yaml'));
    const { code, out } = await sveska('check', folder);
    expect([code, out.match(/E\d{3}/g)]).toEqual([1, ['E105']]);
  });

  it('[E110] is no two packs with one id, and both are named', async () => {
    await writeTemplate();
    const twin = join(parent(), 'twin');
    await newPack([twin, '--id', 'my-pack'], { print: () => {}, complain: () => {} });
    const { code, out } = await sveska('check', parent());
    expect([code, out.split('\n').slice(0, 2)]).toEqual([
      1,
      [`${twin}/pack.yaml:2:5  error  E110 duplicate-id`, `  ${twin} and ${folder} have the same id "my-pack".`],
    ]);
  });

  it('[W221] says which ids are not locked yet', async () => {
    await writeTemplate();
    await sveska('lock', folder);
    replaceInQuestions('## Recall', '## New {#new-one}\n\nWhat is new?\n\n---\n\nThis.\n\n## Recall');
    expect((await sveska('check', folder)).out).toContain('1 id is not in ids.lock yet: new-one.');
  });
});

describe('sveska fmt', () => {
  it('names what it would change, changes it, and has nothing to change then', async () => {
    await writeTemplate();
    replaceInQuestions('- [x] The options', '* [X] The options');
    replaceInQuestions('\n\n---\n', '\n\n\n\n---\n');
    const codes = [
      await sveska('fmt', folder, '--check'),
      await sveska('fmt', folder),
      await sveska('fmt', folder, '--check'),
    ];
    expect(codes.map(({ code, out }) => [code, out === '' ? '' : out.trim()])).toEqual([
      [1, questions()],
      [0, questions()],
      [0, ''],
    ]);
  });
});

describe('sveska check --watch', () => {
  it('says what a save has changed, and nothing of what only moved', async () => {
    await writeTemplate();
    const before = await compileFolder(folder);
    replaceInQuestions('{#recall-example}', '');
    const broken = await compileFolder(folder);
    replaceInQuestions('## Recall', '\n\n## Recall');
    const moved = await compileFolder(folder);
    expect(changesBetween(before, broken)).toMatch(/:9:4 {2}error {2}E111 no-usable-id\n[\s\S]*1 in all\.$/);
    expect(changesBetween(broken, moved)).toBe('');
    expect(changesBetween(moved, before)).toMatch(/^mended {2}E111 .*\nNothing to complain of\.$/);
  });

  it('hears a save between the first compilation and the watch', async () => {
    await writeTemplate();
    const before = await compileFolder(folder);
    replaceInQuestions('{#recall-example}', '');
    const said: string[] = [];
    await tellChanges(
      [before],
      async () => [await compileFolder(folder)],
      (changes) => said.push(changes),
    )();
    expect(said).toEqual([expect.stringContaining('E111 no-usable-id')]);
  });
});
