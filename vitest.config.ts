import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { closingLine } from './test/closing-line.ts';
import { chromiumArguments, findChromium } from './test/e2e/support/find-chromium.ts';
import { SlowestFirst } from './test/slowest-first.ts';
import app from './vite.config.ts';

const chromium = await findChromium();
for (const [name, value] of Object.entries(chromium.env)) process.env[name] = value;
const launchOptions = { args: [...chromiumArguments], executablePath: chromium.executablePath };

/** Far beyond what anything takes: a busy machine must not make a test fail. */
const patience = 300_000;
const patient = {
  testTimeout: patience,
  hookTimeout: patience,
  expect: { poll: { timeout: patience / 5, interval: 30 } },
};

export default mergeConfig(
  app,
  defineConfig({
    test: {
      reporters: ['default', closingLine()],
      sequence: { sequencer: SlowestFirst },
      projects: [
        {
          extends: true,
          test: {
            ...patient,
            name: 'unit',
            include: ['test/**/*.test.{ts,tsx}'],
            exclude: ['test/**/*.browser.test.{ts,tsx}'],
            setupFiles: ['test/setup-unit.ts'],
            environment: 'node',
            // Of two cores only one would be used.
            maxWorkers: 2,
            sequence: { groupOrder: 0 },
          },
        },
        {
          extends: true,
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
