import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright';
import { pageHeaders } from '../../src/tools/headers.ts';
import { fillServiceWorker } from '../../src/tools/precache.ts';
import { serveApp } from '../../src/tools/serve.ts';
import { launch } from '../e2e/support/browser.ts';
import { buildApp } from '../e2e/support/build-app.ts';
import { type Bench, medianOf, ratioRow } from './bench.ts';
import { buildReact, readyButton } from './support/floor-sites.ts';
import { markWhenThere, momentInSight } from './support/page-marks.ts';

const slowdown = 4;
/** Something to press: an answer on a card, the start of today's set, or the floor's button. */
const usable = '#ready, main input, main form.card button, main a[href^="/review"]';

const registered = `${readyButton}
const policy = trustedTypes.createPolicy('app-url', { createScriptURL: (url) => url });
navigator.serviceWorker.register(policy.createScriptURL('/sw.js'));
`;

/**
 * A second visit without a network, four times slower, beside an empty React page that the same service worker keeps: until
 * there is something to press. The learner has answered a card at the first visit.
 */
export const secondVisitBench: Bench = {
  name: 'second-visit',
  async run(turns) {
    const folder = mkdtempSync(join(tmpdir(), 'second-visit-'));
    const roots = { app: join(folder, 'app'), react: join(folder, 'react') };
    buildApp(roots.app);
    await buildReact(roots.react, registered);
    keepByServiceWorker(roots.react, readFileSync(join(roots.app, 'sw.js'), 'utf8'));
    const sites = [
      await serveApp({ root: roots.app, port: 0 }),
      await serveApp({ root: roots.react, port: 0 }),
    ] as const;
    const browser = await launch();
    try {
      const [app, react] = [await visited(browser, sites[0].origin), await visited(browser, sites[1].origin)];
      const taken = await turns.take({
        react: () => secondVisitMs(react, sites[1].origin),
        app: () => secondVisitMs(app, sites[0].origin),
      });
      const [ours, floor] = [medianOf(taken.app), medianOf(taken.react)];
      return [ratioRow('second visit, offline', { unit: 'ms', ours, floor }, 1.2)];
    } finally {
      await browser.close();
      await Promise.all(sites.map((site) => site.close()));
      rmSync(folder, { recursive: true });
    }
  },
};

/** Puts the app's service worker into another site, with the list of that site's files. */
function keepByServiceWorker(root: string, filled: string): void {
  const html = readFileSync(join(root, 'index.html'), 'utf8');
  const assets = readdirSync(join(root, 'assets')).filter((name) => name.endsWith('.js'));
  const files = assets.map((name) => ({ path: `assets/${name}`, content: readFileSync(join(root, 'assets', name)) }));
  // The list is the one object in it that begins so; it ends with its files.
  const code = filled.replace(/\{"version":"[\s\S]*?\]\]\}/, '"__SVESKA_SHIPPED__"');
  const listed = [{ path: '', content: html }, ...files];
  writeFileSync(join(root, 'sw.js'), fillServiceWorker(code, listed, { base: '/', other: '/' }, pageHeaders(html)));
}

/** A first visit, until everything is kept; then without a network. */
async function visited(browser: Browser, origin: string): Promise<BrowserContext> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(origin);
  await page.locator(usable).first().waitFor();
  if ((await page.locator('#ready').count()) === 0) {
    await page.locator('main input[name=option]').first().click();
    await page.getByRole('button', { name: 'Check answer' }).click();
    await page.locator('#answer-heading').waitFor();
    await page.waitForTimeout(300);
    await page.keyboard.press('Enter');
    await page.locator('#answer-heading').waitFor({ state: 'detached' });
  }
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  while (!(await page.evaluate(() => navigator.serviceWorker.controller !== null))) await page.waitForTimeout(50);
  await page.close();
  await context.setOffline(true);
  return context;
}

async function secondVisitMs(context: BrowserContext, origin: string): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(markWhenThere('usable', usable));
  await page.goto(origin);
  const ms = await momentInSight(page, 'usable');
  await page.close();
  return ms;
}
