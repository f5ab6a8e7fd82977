import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a run of Vitest in a process of its own ended. */
export interface VitestRun {
  readonly passed: number;
  /** What failed, each with the reason; a file that cannot be loaded counts as one. */
  readonly failed: readonly { readonly file: string; readonly test: string; readonly reason: string }[];
}

interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Runs some files of these projects with more variables in the environment; rejects when it ends without a report. */
export async function runVitest(
  projects: readonly string[],
  files: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<VitestRun> {
  const outputFile = join(tmpdir(), `sveska-run-${process.pid}.json`);
  const named = projects.flatMap((project) => ['--project', project]);
  const options = [...named, '--reporter=json', `--outputFile=${outputFile}`];
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...options, ...files], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await new Promise((resolve) => child.once('exit', resolve));
  const report = JSON.parse(readFileSync(outputFile, 'utf8')) as Report;
  rmSync(outputFile);
  return { passed: report.numPassedTests, failed: report.testResults.flatMap(failuresOf) };
}

function failuresOf({ name, status, message, assertionResults }: Report['testResults'][number]): VitestRun['failed'] {
  const file = name.replace(`${process.cwd()}/`, '');
  const failed = assertionResults.filter((each) => each.status === 'failed');
  if (status === 'failed' && failed.length === 0) return [{ file, test: 'the file', reason: message }];
  return failed.map(({ fullName, failureMessages }) => ({ file, test: fullName, reason: failureMessages.join('\n') }));
}
