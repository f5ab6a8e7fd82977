import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach } from 'vitest';
import { newPack } from '../../src/tools/verbs/new-pack.ts';

export let folder = '';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly complaints: string;
}

/** Runs the real command in a process of its own. */
export function sveska(...args: readonly string[]): Ended {
  return sveskaIn('.', ...args);
}

export function sveskaIn(cwd: string, ...args: readonly string[]): Ended {
  // As `npm run sveska` does, without the second process that tsx starts for itself.
  const loader = pathToFileURL(resolve('node_modules/tsx/dist/loader.mjs')).href;
  const call = ['--import', loader, resolve('src/tools/sveska.ts'), ...args];
  const run = spawnSync(process.execPath, call, { cwd, encoding: 'utf8' });
  return { code: run.status, out: run.stdout, complaints: run.stderr };
}

/** The pack that `new` writes, without the price of a process. */
export async function writeTemplate(): Promise<void> {
  await newPack([folder], { print: () => {}, complain: () => {} });
}

export function questions(): string {
  return join(folder, 'questions/first-questions.md');
}

export function replaceInQuestions(from: string, to: string): void {
  const text = readFileSync(questions(), 'utf8');
  if (!text.includes(from)) throw new Error(`Inconsistent: the template has no ${from}`);
  writeFileSync(questions(), text.replace(from, to));
}

/** A folder of its own for every test; nothing of it is left. */
export function freshPackFolder(): void {
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'sveska-command-')), 'my-pack');
  });
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));
}
