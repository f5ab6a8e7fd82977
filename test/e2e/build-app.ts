import { spawnSync } from 'node:child_process';
import { builtApp } from './built-app.ts';

/** Builds the app once for all journeys, as a process of its own so that no test setting reaches the build. */
export function setup(): void {
  if (process.env.SVESKA_BUILT_APP !== undefined) return;
  const { NODE_ENV: _mode, VITEST: _vitest, ...env } = process.env;
  const built = spawnSync('npx', ['vite', 'build', '--outDir', builtApp, '--emptyOutDir', '--logLevel', 'warn'], {
    env,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`The app does not build.\n${built.stdout}\n${built.stderr}`);
}
