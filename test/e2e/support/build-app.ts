import { spawnSync } from 'node:child_process';
import { builtApp } from './built-app.ts';

/** Builds the app once for all journeys. */
export function setup(): void {
  if (process.env.SVESKA_BUILT_APP === undefined) buildApp(builtApp);
}

/**
 * Builds the app into a folder, as a process of its own so that no test setting reaches the build; `content` is the
 * folder of its packs where those of the project are not meant.
 */
export function buildApp(folder: string, content?: string): void {
  const { NODE_ENV: _mode, VITEST: _vitest, ...env } = process.env;
  const own = content === undefined ? {} : { SVESKA_CONTENT: content };
  const built = spawnSync('npx', ['vite', 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'], {
    env: { ...env, ...own },
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`The app does not build.\n${built.stdout}\n${built.stderr}`);
}
