import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { newPack } from '../../src/tools/verbs/new-pack.ts';
import { runVerb } from '../../src/tools/verbs/run-verb.ts';

export let folder = '';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly complaints: string;
}

/** The command with these words, in the process of the test: what a real one would end with and write. */
export async function sveska(...args: readonly string[]): Promise<Ended> {
  const [out, complaints]: [string[], string[]] = [[], []];
  const code = await runVerb(args, {
    print: (text) => out.push(`${text}\n`),
    complain: (text) => complaints.push(`${text}\n`),
  });
  return { code, out: out.join(''), complaints: complaints.join('') };
}

/** The same from another folder. The folder is the process's, so that one call has to end before the next begins. */
export async function sveskaIn(cwd: string, ...args: readonly string[]): Promise<Ended> {
  const before = process.cwd();
  process.chdir(cwd);
  try {
    return await sveska(...args);
  } finally {
    process.chdir(before);
  }
}

/** The pack that `new` writes, without a call of the command. */
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
