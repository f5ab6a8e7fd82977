import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import { seed } from './seed.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Prints the seed first and `N passed, N failed` as the very last line, whatever the other reporters print; `npm test`
 * names a file for the counts and prints them with its own.
 */
export function closingLine(): Reporter {
  return {
    onTestRunStart: () => console.log(`Seed ${seed} (SVESKA_SEED=${seed} repeats this run)`),
    onTestRunEnd(modules, unhandledErrors) {
      const { passed, failed: failedTests } = countTests(modules);
      const failed = failedTests + unhandledErrors.length;
      const file = process.env.SVESKA_COUNTS;
      if (file !== undefined) writeFileSync(file, JSON.stringify({ passed, failed }));
      else process.once('exit', () => console.log(`${passed} passed, ${failed} failed`));
    },
  };
}

/** A file that fails without a failing test, for example because it cannot be loaded, counts as one failure. */
function countTests(modules: readonly TestModule[]): Counts {
  let passed = 0;
  let failed = 0;
  for (const module of modules) {
    const failedTests = [...module.children.allTests('failed')].length;
    passed += [...module.children.allTests('passed')].length;
    failed += failedTests === 0 && module.state() === 'failed' ? 1 : failedTests;
  }
  return { passed, failed };
}
