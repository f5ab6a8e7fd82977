import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Counts } from './closing-line.ts';
import { seed } from './seed.ts';

/**
 * `npm test`: the checks that need no test runner go beside the tests. Everything runs to its end, whatever fails, and
 * the last line counts it all, a check as one.
 */
const checks: readonly string[] = ['types', 'lint', 'unused', 'content'];
const began = performance.now();
const [ofChecks, ofTests] = await Promise.all([runChecks(), runTests(process.argv.slice(2))]);
const passed = ofChecks.passed + ofTests.passed;
const failed = ofChecks.failed + ofTests.failed;
process.exitCode = failed === 0 ? 0 : 1;
console.log(`Seed ${seed}, ${((performance.now() - began) / 1000).toFixed(0)} seconds`);
console.log(`${passed} passed, ${failed} failed`);

async function runChecks(): Promise<Counts> {
  let failures = 0;
  for (const check of checks) {
    const { code, output } = await endOf('npm', ['run', '-s', check], 'pipe');
    console.log(code === 0 ? `${check}: passed` : `${check}: FAILED\n${output}`);
    failures += code === 0 ? 0 : 1;
  }
  return { passed: checks.length - failures, failed: failures };
}

async function runTests(options: readonly string[]): Promise<Counts> {
  const countsFile = join(tmpdir(), `sveska-counts-${process.pid}.json`);
  const { code } = await endOf(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...options], 'inherit', {
    SVESKA_COUNTS: countsFile,
  });
  if (!existsSync(countsFile)) return { passed: 0, failed: 1 };
  const counts = JSON.parse(readFileSync(countsFile, 'utf8')) as Counts;
  rmSync(countsFile);
  return code === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** Resolves when the program has ended; what it said is kept when it goes through a pipe. */
function endOf(
  program: string,
  options: readonly string[],
  stdio: 'pipe' | 'inherit',
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, { stdio: ['ignore', stdio, stdio], env: { ...process.env, ...env } });
    let output = '';
    for (const channel of [child.stdout, child.stderr]) channel?.on('data', (data) => (output += String(data)));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
