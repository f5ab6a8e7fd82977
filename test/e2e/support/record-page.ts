import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { build } from 'vite';
import { type RunningServer, serveApp } from '../../../src/tools/serve.ts';
import type { RecordPage } from '../fixtures/record-page/record-page.ts';
import { type SpawnedChromium, spawnChromium } from './browser.ts';

/** The page of `fixtures/record-page`, built and served with the app's real headers. */
export interface RecordSite extends RunningServer {
  readonly folder: string;
}

export async function serveRecordPage(): Promise<RecordSite> {
  const folder = mkdtempSync(join(tmpdir(), 'sveska-record-page-'));
  const entryFileNames = 'workers/[name]-[hash].js';
  await build({
    root: 'test/e2e/fixtures/record-page',
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
    worker: { format: 'es', rolldownOptions: { output: { entryFileNames } } },
  });
  writeFileSync(join(folder, '404.html'), 'not found');
  return { ...(await serveApp({ root: folder, port: 0 })), folder };
}

/** A page that runs in a browser which can be killed. */
export interface Study {
  readonly browser: SpawnedChromium;
  readonly page: Page;
}

export interface StudyOptions {
  readonly origin: string;
  readonly profile: string;
}

export async function openStudy({ origin, profile }: StudyOptions): Promise<Study> {
  const browser = await spawnChromium(profile);
  const context = browser.browser.contexts()[0]!;
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(origin);
  await page.waitForFunction(() => 'record' in globalThis);
  return { browser, page };
}

/** Begins answering; does not wait for the end, which a killed browser never reaches. */
export function beginAnswers(page: Page, count: number): Promise<void> {
  return page.evaluate((wanted) => (globalThis as unknown as { record: RecordPage }).record.study(wanted), count);
}

/** What the page knew when it had started, and all that both stores hold. */
export function readKnown(page: Page) {
  return page.evaluate(async () => {
    const { record } = globalThis as unknown as { record: RecordPage };
    const { report, snapshot, known } = record;
    return { report, snapshot, known, places: await record.places() };
  });
}

export function keepSnapshot(page: Page): Promise<void> {
  return page.evaluate(() => (globalThis as unknown as { record: RecordPage }).record.keep());
}

export function readPlaces(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { record: RecordPage }).record.places());
}

export function readReport(page: Page): Promise<RecordPage['report']> {
  return page.evaluate(() => (globalThis as unknown as { record: RecordPage }).record.report);
}
