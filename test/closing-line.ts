import type { Reporter, TestModule } from 'vitest/node';
import { seed } from './seed.ts';

/** Prints the seed first and `N passed, N failed` as the very last line, whatever the other reporters print. */
export function closingLine(): Reporter {
  return {
    onTestRunStart: () => console.log(`Seed ${seed} (SVESKA_SEED=${seed} repeats this run)`),
    onTestRunEnd(modules, unhandledErrors) {
      const { passed, failed } = countTests(modules);
      const line = `${passed} passed, ${failed + unhandledErrors.length} failed`;
      process.once('exit', () => console.log(line));
    },
  };
}

/** A file that fails without a failing test, for example because it cannot be loaded, counts as one failure. */
function countTests(modules: readonly TestModule[]): { readonly passed: number; readonly failed: number } {
  let passed = 0;
  let failed = 0;
  for (const module of modules) {
    const failedTests = [...module.children.allTests('failed')].length;
    passed += [...module.children.allTests('passed')].length;
    failed += failedTests === 0 && module.state() === 'failed' ? 1 : failedTests;
  }
  return { passed, failed };
}
