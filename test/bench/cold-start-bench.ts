import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { build } from 'vite';
import { serveApp } from '../../src/tools/serve.ts';
import { launchPersistent } from '../e2e/support/browser.ts';
import { type Bench, boundRow, medianOf } from './bench.ts';
import type { ColdStartPage } from './cold-start-page/cold-start-page.ts';

/** Ten years at 200 answers a day. */
const days = 3650;
const answersADay = 200;
const rounds = 3;
const goalSeconds = 2;

/** Opening a long record in Chromium, each time in a new process, until all entries are in memory. */
export const coldStartBench: Bench = {
  name: 'cold-start',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'sveska-cold-start-'));
    const site = await servePage(join(folder, 'site'));
    const inPage = <T>(work: (page: Page) => Promise<T>) => visit(join(folder, 'profile'), site.origin, work);
    try {
      await inPage((page) => page.evaluate(([d, a]) => pageOf().fill(d!, a!), [days, answersADay]));
      const apart = await measure(inPage);
      await inPage((page) => page.evaluate(() => pageOf().merge()));
      return [row('a file for each session', apart), row('merged files', await measure(inPage))];
    } finally {
      await site.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  },
};

function row(what: string, seconds: number) {
  return boundRow(`${(days * answersADay).toLocaleString('en')} entries, ${what}`, 's', seconds, goalSeconds);
}

type InPage = <T>(work: (page: Page) => Promise<T>) => Promise<T>;

async function measure(inPage: InPage): Promise<number> {
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const opened = await inPage((page) => page.evaluate(() => pageOf().open()));
    if (opened.entries !== days * answersADay) throw new Error(`Inconsistent: ${opened.entries} entries were found`);
    seconds.push(opened.seconds);
  }
  return medianOf(seconds);
}

/** Only ever called inside the page. */
declare function pageOf(): ColdStartPage;

async function visit<T>(profile: string, origin: string, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await launchPersistent(profile);
  try {
    const page = await context.newPage();
    await page.goto(origin);
    await page.waitForFunction(() => 'pageOf' in globalThis);
    return await work(page);
  } finally {
    await context.close();
  }
}

async function servePage(outDir: string) {
  const entryFileNames = 'workers/[name]-[hash].js';
  await build({
    root: 'test/bench/cold-start-page',
    configFile: false,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
    worker: { format: 'es', rolldownOptions: { output: { entryFileNames } } },
  });
  writeFileSync(join(outDir, '404.html'), 'not found');
  return serveApp({ root: outDir, port: 0 });
}
