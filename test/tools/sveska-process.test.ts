import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  type Ended,
  folder,
  freshPackFolder,
  questions,
  replaceInQuestions,
  sveska,
  sveskaIn,
  writeTemplate,
} from './run-sveska.ts';

freshPackFolder();

/** As `npm run sveska` does, without the second process that tsx starts for itself. */
const loader = pathToFileURL(resolve('node_modules/tsx/dist/loader.mjs')).href;
const command = ['--import', loader, resolve('src/tools/sveska.ts')];

describe('the command as a process', () => {
  it.each([
    [0, 'out', ['new', 'other']],
    [1, 'out and complaints', ['check', 'my-pack', '--format', 'json']],
    [0, 'complaints', ['fmt', 'my-pack', '--check']],
    [1, 'out and complaints', ['lock', 'my-pack']],
    [2, 'complaints', ['preview', 'nowhere/at-all']],
  ] as const)('ends with %d and writes the %s that a call of %j gives', async (code, channels, args) => {
    const [real, called] = await twoProjects();
    const ended = endOf(process.execPath, [...command, ...args], real);
    const { out, complaints } = ended;
    expect(ended).toEqual(await sveskaIn(called, ...args));
    expect([
      ended.code,
      Object.entries({ out, complaints }).flatMap(([name, text]) => (text === '' ? [] : name)),
    ]).toEqual([code, channels.split(' and ')]);
  });

  it('is started by npm run sveska, which passes on its words and its end', async () => {
    const args = ['check', 'content/nowhere'];
    expect(endOf('npm', ['run', '-s', 'sveska', '--', ...args], '.')).toEqual(await sveska(...args));
  });
});

describe('sveska check --watch as a command', () => {
  it('hears a file that is saved by putting another one in its place, again and again, until it is stopped', async () => {
    await writeTemplate();
    const watching = spawn(process.execPath, [...command, 'check', folder, '--watch']);
    let said = '';
    for (const channel of [watching.stdout, watching.stderr]) channel.on('data', (data) => (said += String(data)));
    const heard = (words: string) => expect.poll(() => said).toContain(words);
    const end = once(watching, 'close');
    try {
      await heard('Watching');
      saveByRename('{#recall-example}', '');
      await heard('E111 no-usable-id');
      saveByRename('## Recall: a back below a line ', '## Recall: a back below a line {#recall-example}');
      await heard('mended  E111');
    } finally {
      watching.kill('SIGINT');
    }
    expect(await end).toEqual([0, null]);
  });
});

/** Two folders that differ in nothing, each with a pack that has an error: what one call writes, the other must not see. */
async function twoProjects(): Promise<readonly [string, string]> {
  await writeTemplate();
  replaceInQuestions('{#recall-example}', '');
  const projects = [join(folder, '../one'), join(folder, '../two')] as const;
  for (const project of projects) {
    mkdirSync(join(project, 'content'), { recursive: true });
    cpSync(folder, join(project, 'content/my-pack'), { recursive: true });
  }
  return projects;
}

function endOf(program: string, args: readonly string[], cwd: string): Ended {
  const run = spawnSync(program, args, { cwd, encoding: 'utf8' });
  return { code: run.status, out: run.stdout, complaints: run.stderr };
}

/** As most editors save: a new file takes the place of the old one. */
function saveByRename(from: string, to: string): void {
  const text = readFileSync(questions(), 'utf8').replace(from, to);
  writeFileSync(`${questions()}~`, text);
  renameSync(`${questions()}~`, questions());
}
