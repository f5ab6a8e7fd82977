import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright';
import { serveApp } from '../../src/tools/serve.ts';
import { launch } from '../e2e/support/browser.ts';
import { buildApp } from '../e2e/support/build-app.ts';
import { type Bench, boundRow, medianOf, ratioRow } from './bench.ts';
import { answerFirstCard, scriptsOf, scriptsUntilGraded } from './support/first-card-scripts.ts';
import { buildBlank, buildReact, readyButton } from './support/floor-sites.ts';
import { markWhenThere, momentInSight, momentOf } from './support/page-marks.ts';

/** Lighthouse's slow 4G: 150 ms round trip, 1.6 Mbit/s down, 0.75 up; the processor four times slower. */
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: (0.75e6 / 8) * 0.9,
};
const slowdown = 4;
const mostCssKb = 12;

/**
 * First paint beside a blank page, the first card that can be answered beside an empty React page, and the
 * JavaScript of that path beside react + react-dom alone. Each load is in a fresh profile.
 */
export const firstLoadBench: Bench = {
  name: 'first-load',
  async run(turns) {
    const folder = mkdtempSync(join(tmpdir(), 'first-load-'));
    const roots = { app: join(folder, 'app'), blank: join(folder, 'blank'), react: join(folder, 'react') };
    buildApp(roots.app);
    buildBlank(roots.blank);
    await buildReact(roots.react, readyButton);
    const serve = (root: string) => serveApp({ root, port: 0 });
    const [app, blank, react] = await Promise.all([serve(roots.app), serve(roots.blank), serve(roots.react)]);
    const browser = await launch();
    try {
      const taken = await turns.take({
        blank: () => load(browser, blank.origin, 'first-contentful-paint'),
        react: () => load(browser, react.origin, 'usable'),
        app: () => load(browser, app.origin, 'usable'),
        answered: () => load(browser, app.origin, 'graded', answerFirstCard),
      });
      const paint = (side: keyof typeof taken) => medianOf(taken[side].map(({ paintMs }) => paintMs));
      const reached = (side: keyof typeof taken) => medianOf(taken[side].map(({ reachedMs }) => reachedMs));
      const ready = reached('react');
      const scripts = gzippedKb(await scriptsUntilGraded(browser, app.origin, roots.app));
      return [
        ratioRow('first paint', { unit: 'ms', ours: paint('app'), floor: paint('blank') }, 1.1),
        ratioRow('first card can be answered', { unit: 'ms', ours: reached('app'), floor: ready }, 0.7),
        ratioRow('first card graded, answered at once', { unit: 'ms', ours: reached('answered'), floor: ready }),
        ratioRow(
          'JavaScript before it is graded, gzipped',
          { unit: 'kB', ours: scripts, floor: gzippedKb(scriptsOf(roots.react)) },
          1.35,
        ),
        boundRow('style sheet, gzipped', 'kB', styleKb(roots.app), mostCssKb),
      ];
    } finally {
      await browser.close();
      await Promise.all([app, blank, react].map((site) => site.close()));
      rmSync(folder, { recursive: true });
    }
  },
};

interface FirstLoad {
  readonly paintMs: number;
  /** When what was waited for was there and painted. */
  readonly reachedMs: number;
}

async function load(browser: Browser, origin: string, awaited: string, script = ''): Promise<FirstLoad> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(markWhenThere('usable', 'main input, #ready') + script);
  await page.goto(origin);
  const paintMs = await momentOf(page, 'first-contentful-paint');
  const reachedMs = await momentInSight(page, awaited);
  await context.close();
  return { paintMs, reachedMs };
}

function styleKb(root: string): number {
  const html = readFileSync(join(root, 'index.html'), 'utf8');
  const css = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, text]) => text).join('');
  return gzipSync(css).length / 1000;
}

function gzippedKb(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1000;
}
