import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newPack } from '../../src/tools/verbs/new-pack.ts';

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
      complaints: `${folder}: 0 errors, 0 warnings (1 note, 5 questions)\n`,
    });
  });

  it('writes one question of each kind', async () => {
    await writeTemplate();
    const ids = readFileSync(questions(), 'utf8').match(/(?<=\{#)\w+(?=-example)/g);
    expect(ids?.sort()).toEqual(['choice', 'cloze', 'multi', 'recall', 'typed']);
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
      /questions\/first-questions\.md:9:\d+ {2}error {2}E111 id-missing\n {2}\S.*\n {4}9 \| ## Recall: a back below a line.*\n {6}\| +\^\n {2}Why: .+\n {2}Fix: .+\n/,
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

describe('sveska lock', () => {
  it('writes new ids down, sorted, once', async () => {
    await writeTemplate();
    sveska('lock', folder);
    const first = readFileSync(join(folder, 'ids.lock'), 'utf8');
    sveska('lock', folder);
    const ids = ['choice', 'cloze', 'multi', 'recall', 'typed'].map((kind) => `${kind}-example live\n`).join('');
    expect([first, readFileSync(join(folder, 'ids.lock'), 'utf8')]).toEqual([ids, ids]);
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
  const tsx = resolve('node_modules/tsx/dist/cli.mjs');
  const run = spawnSync(process.execPath, [tsx, 'src/tools/sveska.ts', ...args], { encoding: 'utf8' });
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
