import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright';
import { build } from 'vite';
import { type RunningServer, serveApp } from '../../src/tools/serve.ts';
import { launch } from '../e2e/browser.ts';

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
export const firstLoad = {
  name: 'first load',
  run: async (): Promise<void> => {
    const folder = mkdtempSync(join(tmpdir(), 'first-load-'));
    await build({ build: { outDir: join(folder, 'app'), emptyOutDir: true }, logLevel: 'silent' });
    await buildFloors(folder);
    const sites = await Promise.all(
      ['app', 'blank', 'react'].map((name) => serveApp({ root: join(folder, name), port: 0 })),
    );
    const browser = await launch();
    try {
      printTimes(await measureSites(browser, sites));
      printSizes(folder);
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

async function measure(browser: Browser, origin: string): Promise<FirstLoad> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(() => {
    const look = () => {
      if (document.querySelector('main input, #ready') === null) return;
      observer.disconnect();
      performance.mark('usable');
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
  });
  await page.goto(origin);
  const read = () => ({
    paintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    usableMs: performance.getEntriesByName('usable')[0]?.startTime ?? Number.NaN,
  });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  if (!(await page.evaluate(() => document.title)).includes('Blank')) {
    await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0);
  }
  const load = await page.evaluate(read);
  await context.close();
  return load;
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

function printTimes([app = [], blank = [], react = []]: readonly FirstLoad[][]): void {
  const paint = (loads: readonly FirstLoad[]) => median(loads.map(({ paintMs }) => paintMs));
  const usable = (loads: readonly FirstLoad[]) => median(loads.map(({ usableMs }) => usableMs));
  row('first paint, ms', paint(app), paint(blank), 1.1);
  row('first card answerable, ms', usable(app), usable(react), 1.2);
}

function printSizes(folder: string): void {
  const html = readFileSync(join(folder, 'app', 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, name]) =>
    join(folder, 'app', name ?? ''),
  );
  const floor = readdirSync(join(folder, 'react', 'assets')).map((name) => join(folder, 'react', 'assets', name));
  row('JavaScript before the first card, kB gz', gzippedKb(scripts), gzippedKb(floor), 1.75);
  const css = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, text]) => text).join('');
  console.log(`  CSS before the first paint: ${(gzipSync(css).length / 1000).toFixed(1)} kB gz (goal 12 kB)`);
}

function gzippedKb(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1000;
}

function row(what: string, ours: number, floor: number, goal: number): void {
  console.log(
    `  ${what}: ours ${ours.toFixed(1)}, floor ${floor.toFixed(1)}, ratio ${(ours / floor).toFixed(2)} (goal ${goal})`,
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
