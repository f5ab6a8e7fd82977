import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { closingLine } from './test/closing-line.ts';
import { chromiumArguments, findChromium } from './test/e2e/support/find-chromium.ts';
import { SlowestFirst } from './test/slowest-first.ts';
import app from './vite.config.ts';

const chromium = await findChromium();
for (const [name, value] of Object.entries(chromium.env)) process.env[name] = value;
const launchOptions = { args: [...chromiumArguments], executablePath: chromium.executablePath };

/**
 * Tests of pure code. They leave nothing behind in their process, so that files share one with the modules that it has
 * read. What changes a process (its folder, its globals, a document) or starts others is not among them.
 */
const pure = [
  'test/core/**/*.test.ts',
  'test/content/*.test.ts',
  'test/sim/*.test.ts',
  'test/io/memory-store.test.ts',
  'test/tools/{format,headers,manual,read,routes,ship,template}*.test.ts',
];

/** Tests of screens. Each file begins with an empty page (`setup-unit.ts`), so that they can share a process, too. */
const screens = ['test/app/**/*.test.{ts,tsx}'];

/** Far beyond what anything takes: a busy machine must not make a test fail. */
const patience = 300_000;
const patient = {
  testTimeout: patience,
  hookTimeout: patience,
  expect: { poll: { timeout: patience / 5, interval: 30 } },
};

/** One group shares its workers, so that all projects of it together have two. */
const inNode = {
  ...patient,
  setupFiles: ['test/setup-unit.ts'],
  environment: 'node',
  // Of two cores only one would be used.
  maxWorkers: 2,
  sequence: { groupOrder: 0 },
};

export default mergeConfig(
  app,
  defineConfig({
    test: {
      reporters: ['default', closingLine()],
      sequence: { sequencer: SlowestFirst },
      projects: [
        { extends: true, test: { ...inNode, name: 'core', include: pure, isolate: false } },
        { extends: true, test: { ...inNode, name: 'screens', include: screens, isolate: false } },
        {
          extends: true,
          test: {
            ...inNode,
            name: 'unit',
            include: ['test/**/*.test.ts'],
            exclude: ['test/**/*.browser.test.{ts,tsx}', ...pure, ...screens],
          },
        },
        {
          extends: true,
          // What these files import needs no bundling first. Found on the way, it would reload the page under a test.
          optimizeDeps: { noDiscovery: true, include: [] },
          test: {
            ...patient,
            name: 'browser',
            include: ['test/**/*.browser.test.{ts,tsx}'],
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
            ...patient,
            name: 'e2e',
            isolate: false,
            include: ['test/e2e/**/*.e2e.ts'],
            globalSetup: ['test/e2e/support/build-app.ts', 'test/e2e/support/share-browser.ts'],
            environment: 'node',
            // One more than the cores: a journey waits for its browser most of the time.
            maxWorkers: 3,
            sequence: { groupOrder: 2 },
          },
        },
      ],
    },
  }),
);
