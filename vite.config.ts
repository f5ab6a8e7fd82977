import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { deckPlugin } from './src/tools/deck-plugin.ts';
import { pagesPlugin } from './src/tools/pages-plugin.ts';
import { closingLine } from './test/closing-line.ts';
import { chromiumArguments, findChromium } from './test/e2e/find-chromium.ts';

/** The browser build of this package uses innerHTML, which the page's Trusted Types forbid. */
const namedEntities = 'decode-named-character-reference';
const entitiesWithoutHtml = join(dirname(createRequire(import.meta.url).resolve(namedEntities)), 'index.js');

// Only a test run looks for a browser; a build must not need one.
const chromium = process.env.VITEST === undefined ? null : await findChromium();
if (chromium !== null) {
  for (const [name, value] of Object.entries(chromium.env)) process.env[name] = value;
}
const launchOptions = { args: [...chromiumArguments], ...(chromium && { executablePath: chromium.executablePath }) };

export default defineConfig({
  plugins: [react(), deckPlugin(process.env.SVESKA_CONTENT), pagesPlugin()],
  resolve: { alias: { [namedEntities]: entitiesWithoutHtml } },
  build: { target: 'es2022', assetsInlineLimit: 0, sourcemap: false, modulePreload: { polyfill: false } },
  worker: {
    format: 'es',
    rolldownOptions: {
      output: { entryFileNames: 'assets/workers/[name]-[hash].js', chunkFileNames: 'assets/workers/[name]-[hash].js' },
    },
  },
  test: {
    reporters: ['default', closingLine()],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/**/*.browser.test.{ts,tsx}'],
          environment: 'node',
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.{ts,tsx}'],
          testTimeout: 60_000,
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          globalSetup: ['test/e2e/build-app.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
