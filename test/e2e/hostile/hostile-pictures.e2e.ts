import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, serveApp } from '../../../src/tools/serve.ts';
import { hostilePictures, twoFacedPicture } from '../../fixtures/hostile-pictures.ts';
import { builtApp } from '../support/built-app.ts';
import { servedApp } from '../support/serve-app.ts';

const app = servedApp();
const pictures = Object.entries(hostilePictures).map(([name, text], n) => ({
  name,
  text,
  path: `/assets/evil-${n}.svg`,
}));

/** The built app with the pictures among its files, as if the compiler had let them through. */
let folder = '';
let site: RunningServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sveska-pictures-'));
  cpSync(builtApp, folder, { recursive: true });
  for (const { path, text } of pictures) writeFileSync(join(folder, path), text);
  site = await serveApp({ root: folder, port: 0 });
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a hostile picture that is opened as a page', () => {
  it.each(pictures)(
    '$name runs where nothing holds it back, so that the tests below could see it',
    async ({ text }) => {
      expect(await hasRun(await openWith(text, { 'content-type': 'image/svg+xml' }))).toBe(true);
    },
  );

  it('in two encodings is held back by its encoding alone', async () => {
    const page = await openWith(twoFacedPicture, { 'content-type': 'image/svg+xml; charset=utf-8' });
    expect(await hasRun(page)).toBe(false);
  });

  it.each(pictures)('$name is held back by the policy alone', async ({ text }) => {
    const policy = { 'content-type': 'image/svg+xml', 'content-security-policy': "default-src 'none'; sandbox" };
    expect(await hasRun(await openWith(text, policy))).toBe(false);
  });

  it.each(pictures)('$name does not run as our server sends it, and reaches no store of ours', async ({ path }) => {
    app.allow(/.*/);
    const page = await app.open(site.origin + path);
    expect([await hasRun(page), await reachesStores(page)]).toEqual([false, false]);
  });

  it('leaves the app as it was, online and offline', async () => {
    app.allow(/.*/);
    const page = await app.open(`${site.origin}/`, { serviceWorkers: 'allow' });
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    for (const { path } of pictures) await page.goto(site.origin + path).catch(() => undefined);
    await page.context().setOffline(true);
    await page.goto(`${site.origin}/`);
    await page.locator('h1').first().waitFor();
    expect(await hasRun(page)).toBe(false);
  });
});

/** A page of the app's origin that is answered with this text and these headers. */
async function openWith(body: string, headers: Readonly<Record<string, string>>): Promise<Page> {
  app.allow(/.*/);
  const page = await app.open();
  await page.route('**/picture.svg', (route) => route.fulfill({ headers, body }));
  await page.goto('/picture.svg');
  return page;
}

function hasRun(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.hasAttribute('ran'));
}

function reachesStores(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    try {
      return localStorage !== null;
    } catch {
      return false;
    }
  });
}
