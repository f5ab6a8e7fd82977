import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileFolder } from '../../src/tools/compile-folder.ts';
import { newPack } from '../../src/tools/verbs/new-pack.ts';
import { changesBetween } from '../../src/tools/verbs/watch-folders.ts';

let folder = '';

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'sveska-command-')), 'my-pack');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

describe('sveska new', () => {
  it('writes a pack that passes its own check without a warning', () => {
    sveska('new', folder);
    expect(sveska('check', folder)).toMatchObject({
      code: 0,
      out: '',
      complaints: `${folder}: 0 errors, 0 warnings (1 note, 13 questions)\n`,
    });
  });

  it('puts a pack of which only the name is said among those that are checked and shipped', () => {
    const project = join(folder, '..');
    expect([
      sveskaIn(project, 'new', 'my-own').code,
      readFileSync(join(project, 'content/my-own/pack.yaml'), 'utf8'),
    ]).toEqual([0, expect.stringContaining('id: my-own')]);
  });

  it('takes a path as it stands', () => {
    const project = join(folder, '..');
    expect(sveskaIn(project, 'new', './my-own').out).toContain('./my-own/pack.yaml\n');
  });

  it('takes what the flags say', () => {
    sveska('new', folder, '--id', 'other-id', '--title', 'Ports: a "first" look', '--author', 'A. Author');
    const pack = readFileSync(join(folder, 'pack.yaml'), 'utf8');
    expect([pack.includes('id: other-id'), sveska('check', folder).code]).toEqual([true, 0]);
  });

  it('writes nothing into a folder that holds something', async () => {
    await writeTemplate();
    writeFileSync(questions(), 'mine');
    expect([sveska('new', folder).code, readFileSync(questions(), 'utf8')]).toEqual([1, 'mine']);
  });

  it('refuses an id that cannot stand in a key', () => {
    expect(sveska('new', folder, '--id', 'My Pack')).toMatchObject({ code: 2, out: '' });
  });
});

describe('sveska check', () => {
  it('says file, line, code, excerpt and remedy, and ends with 1', async () => {
    await writeTemplate();
    replaceInQuestions('{#recall-example}', '');
    const { code, out } = sveska('check', folder);
    expect(code).toBe(1);
    expect(out).toMatch(
      /questions\/first-questions\.md:9:\d+ {2}error {2}E111 no-usable-id\n {2}\S.*\n {4}9 \| ## Recall: a back below a line.*\n {6}\| +\^\n {2}Why: .+\n {2}Fix: .+\n/,
    );
  });

  it('does not fail on warnings', async () => {
    await writeTemplate();
    replaceInQuestions('  > A box with an x marks an option as right.\n', '');
    const { code, out } = sveska('check', folder);
    expect([code, out.includes('warning  W201')]).toEqual([0, true]);
  });

  it('reports every complaint of every pack', async () => {
    await writeTemplate();
    replaceInQuestions('{#recall-example}', '');
    replaceInQuestions('{#typed-example}', '{#cloze-example}');
    const { out } = sveska('check', folder, 'content/aws-ecs');
    expect(out.match(/\b[EW]\d{3}\b/g)?.sort()).toEqual(['E110', 'E111']);
  });

  it('gives JSON for programs, and nothing else on that channel', async () => {
    await writeTemplate();
    replaceInQuestions('{#recall-example}', '');
    const found = JSON.parse(sveska('check', folder, '--format', 'json').out);
    expect(found).toMatchObject([{ code: 'E111', severity: 'error', file: questions(), line: 9 }]);
  });

  it('gives an empty list where there is nothing to complain of', () => {
    expect(JSON.parse(sveska('check', 'content/aws-ecs', '--format', 'json').out)).toEqual([]);
  });

  it('gives workflow commands for GitHub', async () => {
    await writeTemplate();
    replaceInQuestions('{#recall-example}', '');
    expect(sveska('check', folder, '--format', 'github').out).toMatch(
      /^::error file=.+first-questions\.md,line=9,col=\d+,title=E111::.+%0AFix: /,
    );
  });

  it('checks a pack that is one file', () => {
    const file = join(folder, '..', 'one.md');
    writeFileSync(file, 'no front matter');
    const { code, out } = sveska('check', file);
    expect([code, out.startsWith(`${file}:1:1  error  E1`)]).toEqual([1, true]);
  });
});

describe('what is checked', () => {
  const parent = () => join(folder, '..');
  it('is every pack of a folder that holds packs', async () => {
    await writeTemplate();
    await newPack([join(parent(), 'other-pack')], { print: () => {}, complain: () => {} });
    expect(sveska('check', parent()).complaints).toBe(
      ['my-pack', 'other-pack']
        .map((name) => `${join(parent(), name)}: 0 errors, 0 warnings (1 note, 13 questions)\n`)
        .join(''),
    );
  });

  it('is one file with its pack, of which only its own complaints are shown', async () => {
    await writeTemplate();
    replaceInQuestions('{#recall-example}', '');
    const note = sveska('check', join(folder, 'notes/first-note.md'));
    const { code, out } = sveska('check', questions());
    expect([note.code, note.out, code, out.match(/E\d{3}/g)]).toEqual([0, '', 1, ['E111']]);
  });

  it('is a folder that lacks its pack.yaml', async () => {
    await writeTemplate();
    rmSync(join(folder, 'pack.yaml'));
    const { code, out } = sveska('check', folder);
    expect([code, out.match(/E\d{3}/g)]).toEqual([1, ['E105']]);
  });

  it('[E110] is no two packs with one id, and both are named', async () => {
    await writeTemplate();
    const twin = join(parent(), 'twin');
    await newPack([twin, '--id', 'my-pack'], { print: () => {}, complain: () => {} });
    const { code, out } = sveska('check', parent());
    expect([code, out.split('\n').slice(0, 2)]).toEqual([
      1,
      [`${twin}/pack.yaml:2:5  error  E110 duplicate-id`, `  ${twin} and ${folder} have the same id "my-pack".`],
    ]);
  });

  it('[W221] says which ids are not locked yet', async () => {
    await writeTemplate();
    sveska('lock', folder);
    replaceInQuestions('## Recall', '## New {#new-one}\n\nWhat is new?\n\n---\n\nThis.\n\n## Recall');
    expect(sveska('check', folder).out).toContain('1 id is not in ids.lock yet: new-one.');
  });
});

describe('sveska lock', () => {
  it('writes new ids down, sorted, once', async () => {
    await writeTemplate();
    sveska('lock', folder);
    const first = readFileSync(join(folder, 'ids.lock'), 'utf8');
    sveska('lock', folder);
    const ids = first.split('\n').flatMap((line) => /^([a-z-]+) live [0-9a-z]{10}$/.exec(line)?.[1] ?? []);
    expect([ids.length, ids, first]).toEqual([13, [...ids].sort(), readFileSync(join(folder, 'ids.lock'), 'utf8')]);
  });

  it('[E112] does not let a published id go', async () => {
    await writeTemplate();
    sveska('lock', folder);
    replaceInQuestions('{#typed-example}', '{#typed-again}');
    const { code, out } = sveska('lock', folder);
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
    sveska('lock', folder);
    const before = lockLine('typed-example');
    replaceInQuestions('renamed question the history', 'renamed question all the history');
    const { out } = sveska('lock', folder);
    expect([out.includes('changed: typed-example'), lockLine('typed-example')?.startsWith(`${before},`)]).toEqual([
      true,
      true,
    ]);
  });

  it('voids the versions before the correction, and tells the app', async () => {
    await writeTemplate();
    sveska('lock', folder);
    const wrong = lockLine('typed-example')?.split(' ').at(-1) ?? '';
    replaceInQuestions('{#typed-example}', '{#typed-example corrected=2026-11-20}');
    replaceInQuestions('wrong: id', 'wrong: title');
    const unlocked = await correctionIn(folder);
    sveska('lock', folder);
    replaceInQuestions('{#typed-example corrected=2026-11-20}', '{#typed-example}');
    expect([unlocked, await correctionIn(folder)]).toEqual(Array(2).fill({ on: '2026-11-20', voids: [wrong] }));
  });

  it('[E110] refuses was= of an id that is still asked', async () => {
    await writeTemplate();
    replaceInQuestions('{#typed-example}', '{#typed-example was=recall-example}');
    expect(sveska('check', folder).out).toContain('E110');
  });
});

async function correctionIn(pack: string) {
  const { deck } = await compileFolder(pack);
  return deck?.questions.find(({ id }) => id.endsWith('/typed-example'))?.corrected;
}

describe('sveska fmt', () => {
  it('names what it would change, changes it, and has nothing to change then', async () => {
    await writeTemplate();
    replaceInQuestions('- [x] The options', '* [X] The options');
    replaceInQuestions('\n\n---\n', '\n\n\n\n---\n');
    const codes = [sveska('fmt', folder, '--check'), sveska('fmt', folder), sveska('fmt', folder, '--check')];
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
});

describe('sveska check --watch as a command', () => {
  it('hears a file that is saved by putting another one in its place, again and again', async () => {
    await writeTemplate();
    const tsx = resolve('node_modules/tsx/dist/cli.mjs');
    const command = spawn(process.execPath, [tsx, 'src/tools/sveska.ts', 'check', folder, '--watch']);
    let said = '';
    for (const channel of [command.stdout, command.stderr]) channel.on('data', (data) => (said += String(data)));
    const heard = (words: string) => expect.poll(() => said).toContain(words);
    try {
      await heard('Watching');
      saveByRename('{#recall-example}', '');
      await heard('E111 no-usable-id');
      saveByRename('## Recall: a back below a line ', '## Recall: a back below a line {#recall-example}');
      await heard('mended  E111');
    } finally {
      command.kill('SIGINT');
    }
  });
});

/** As most editors save: a new file takes the place of the old one. */
function saveByRename(from: string, to: string): void {
  const text = readFileSync(questions(), 'utf8').replace(from, to);
  writeFileSync(`${questions()}~`, text);
  renameSync(`${questions()}~`, questions());
}

describe('a pack of content/', () => {
  const project = () => join(folder, '..');
  const ask = (...args: readonly string[]) => sveskaIn(project(), ...args);
  beforeEach(() =>
    newPack([join(project(), 'content/my-folder'), '--id', 'my-pack'], { print: () => {}, complain: () => {} }),
  );

  it.each(['my-pack', 'my-folder', 'my-folder/', 'content/my-folder'])(
    'is meant by %s, for check, fmt and lock',
    (word) => {
      const ended = [ask('check', word), ask('fmt', word, '--check'), ask('lock', word)];
      expect(ended.map(({ code, out }) => [code, out.split(':')[0]])).toEqual([
        [0, ''],
        [0, ''],
        [0, 'content/my-folder/ids.lock'],
      ]);
    },
  );

  it('may have a path in it behind its id', () => {
    expect(ask('check', 'my-pack/notes/first-note.md').complaints).toBe(
      'content/my-folder: 0 errors, 0 warnings (1 note, 13 questions)\n',
    );
  });

  it('goes before a folder of that name that is no pack', () => {
    mkdirSync(join(project(), 'my-pack/src'), { recursive: true });
    expect(ask('check', 'my-pack').code).toBe(0);
  });

  it.each([
    ['check', 'my-foldre', 'content/my-folder'],
    ['preview', 'my-foldre', 'content/my-folder'],
    ['fmt', './my-folder', 'content/my-folder'],
    ['lock', 'contnet/my-foldr', 'content/my-folder'],
    ['check', 'my-folder/notes/frist-note.md', 'content/my-folder/notes/first-note.md'],
    ['preview', 'my-pack/recal-example', 'my-pack/recall-example'],
  ])('is suggested to %s of %s', (verb, word, meant) => {
    const { code, complaints } = ask(verb, word);
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
  ])('ends with 2 and the usage: %s', (_, args) => {
    const { code, out, complaints } = sveska(...args);
    expect([code, out, complaints.includes('Usage: npm run sveska')]).toEqual([2, '', true]);
  });

  it('is not one that asks for help', () => {
    expect(sveska('--help')).toMatchObject({ code: 0, complaints: '' });
  });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly complaints: string;
}

/** Runs the real command in a process of its own. */
function sveska(...args: readonly string[]): Ended {
  return sveskaIn('.', ...args);
}

function sveskaIn(cwd: string, ...args: readonly string[]): Ended {
  const [tsx, command] = [resolve('node_modules/tsx/dist/cli.mjs'), resolve('src/tools/sveska.ts')];
  const run = spawnSync(process.execPath, [tsx, command, ...args], { cwd, encoding: 'utf8' });
  return { code: run.status, out: run.stdout, complaints: run.stderr };
}

/** The pack that `new` writes, without the price of a process. */
async function writeTemplate(): Promise<void> {
  await newPack([folder], { print: () => {}, complain: () => {} });
}

function questions(): string {
  return join(folder, 'questions/first-questions.md');
}

function replaceInQuestions(from: string, to: string): void {
  const text = readFileSync(questions(), 'utf8');
  if (!text.includes(from)) throw new Error(`Inconsistent: the template has no ${from}`);
  writeFileSync(questions(), text.replace(from, to));
}
