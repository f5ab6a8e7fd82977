import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright';
import { build } from 'vite';
import { type RunningServer, serveApp } from '../../src/tools/serve.ts';
import { launch } from '../e2e/support/browser.ts';
import type { Bench, BenchRow } from './bench.ts';

const rounds = 9;
/** Lighthouse's slow 4G: 150 ms round trip, 1.6 Mbit/s down, 0.75 up; the processor four times slower. */
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: (0.75e6 / 8) * 0.9,
};
const slowdown = 4;

/**
 * First paint beside a blank page, first answerable card beside an empty React page, and the JavaScript and
 * CSS of that path beside react + react-dom alone. Medians over interleaved rounds, each in a fresh profile.
 */
export const firstLoadBench: Bench = {
  name: 'first-load',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'first-load-'));
    await build({ build: { outDir: join(folder, 'app'), emptyOutDir: true }, logLevel: 'silent' });
    await buildFloors(folder);
    const sites = await Promise.all(
      ['app', 'blank', 'react'].map((name) => serveApp({ root: join(folder, name), port: 0 })),
    );
    const browser = await launch();
    try {
      return [...timeRows(await measureSites(browser, sites)), ...sizeRows(folder)];
    } finally {
      await browser.close();
      await Promise.all(sites.map((site) => site.close()));
      rmSync(folder, { recursive: true });
    }
  },
};

interface FirstLoad {
  readonly paintMs: number;
  /** When the first control that can be used was in the page. */
  readonly usableMs: number;
}

async function measureSites(browser: Browser, sites: readonly RunningServer[]): Promise<readonly FirstLoad[][]> {
  const loads: FirstLoad[][] = sites.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [n, site] of sites.entries()) {
      const load = await measure(browser, site.origin);
      if (round > 0) loads[n]?.push(load);
    }
  }
  return loads;
}

/** A text, because the TypeScript runner puts helpers into functions that the page does not have. */
const markUsable = `
  new MutationObserver((_, observer) => {
    if (document.querySelector('main input, #ready') === null) return;
    observer.disconnect();
    performance.mark('usable');
  }).observe(document, { childList: true, subtree: true });
`;

async function measure(browser: Browser, origin: string): Promise<FirstLoad> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(markUsable);
  await page.goto(origin);
  await expectMark(page, 'first-contentful-paint');
  if (!(await page.evaluate(() => document.title)).includes('Blank')) {
    await expectMark(page, 'usable');
  }
  const load = await page.evaluate(() => ({
    paintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    usableMs: performance.getEntriesByName('usable')[0]?.startTime ?? Number.NaN,
  }));
  await context.close();
  return load;
}

/** Waits without `waitForFunction`, which the served policy forbids: it evaluates a text. */
async function expectMark(page: Page, name: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if ((await page.evaluate((mark) => performance.getEntriesByName(mark).length, name)) > 0) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`${page.url()} never reached ${name}`);
}

async function buildFloors(folder: string): Promise<void> {
  const blank = join(folder, 'blank');
  mkdirSync(blank);
  writeFileSync(join(blank, 'index.html'), page('Blank', '<p>Blank</p>'));
  writeFileSync(join(blank, '404.html'), page('Blank', ''));
  const source = join(folder, 'react-source');
  mkdirSync(source);
  writeFileSync(
    join(source, 'index.html'),
    page('React', '<div id="root"></div><script type="module" src="./main.js"></script>'),
  );
  writeFileSync(join(source, 'main.js'), emptyReact);
  await build({
    root: source,
    configFile: false,
    resolve: { alias: modulesOf(['react', 'react-dom']) },
    build: { outDir: join(folder, 'react'), emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
    logLevel: 'silent',
  });
  writeFileSync(join(folder, 'react', '404.html'), page('React', ''));
  for (const name of ['blank', 'react']) compressFolder(join(folder, name));
}

/** The floors travel as small as our own files do. */
function compressFolder(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    if (!/\.(html|js)$/.test(name)) continue;
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(readFileSync(join(folder, name))));
  }
}

const emptyReact = `
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
createRoot(document.getElementById('root')).render(createElement('button', { id: 'ready' }, 'Ready'));
`;

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
}

function modulesOf(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, join(process.cwd(), 'node_modules', name)]));
}

function timeRows([app = [], blank = [], react = []]: readonly FirstLoad[][]): readonly BenchRow[] {
  const paint = (loads: readonly FirstLoad[]) => median(loads.map(({ paintMs }) => paintMs));
  const usable = (loads: readonly FirstLoad[]) => median(loads.map(({ usableMs }) => usableMs));
  return [
    row('first paint', 'ms', paint(app), paint(blank), 1.1),
    row('first card answerable', 'ms', usable(app), usable(react), 1.2),
  ];
}

/** What the page asks for before the first card; the floor of the style sheet is its budget of 12 kB. */
function sizeRows(folder: string): readonly BenchRow[] {
  const html = readFileSync(join(folder, 'app', 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, name]) =>
    join(folder, 'app', name ?? ''),
  );
  const floor = readdirSync(join(folder, 'react', 'assets'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(folder, 'react', 'assets', name));
  const css = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, text]) => text).join('');
  return [
    row('JavaScript on the way, gzipped', 'kB', gzippedKb(scripts), gzippedKb(floor), 1.75),
    row('style sheet beside 12 kB, gzipped', 'kB', gzipSync(css).length / 1000, 12, 1),
  ];
}

function gzippedKb(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1000;
}

function row(what: string, unit: string, ours: number, floor: number, goal: number): BenchRow {
  return { what, ours: `${ours.toFixed(1)} ${unit}`, floor: `${floor.toFixed(1)} ${unit}`, ratio: ours / floor, goal };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
