import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { servedApp } from './support/serve-app.ts';

const app = servedApp();
/** Said of our own scripts for the journey, which a file that is no page of ours does not run either. */
const sandboxed = /Blocked script execution .* sandboxed/;
const evil = '<!doctype html><title>taken</title><h1>taken</h1>';

describe('what a page writes into the caches', () => {
  it.each(['/', '/review', '/notes'])('does not become the app at %s', async (path) => {
    const page = await openKept();
    await poison(page, ['/', '/review', '/notes']);
    await page.context().setOffline(true);
    app.allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
    await page.goto(path).catch(() => undefined);
    expect(await page.title()).not.toBe('taken');
  });

  it('is mended from the server', async () => {
    const page = await openKept();
    await poison(page, ['/']);
    await page.goto('/');
    await page.locator('h1').first().waitFor();
    await page.context().setOffline(true);
    await page.goto('/');
    await page.locator('h1').first().waitFor();
    expect(await page.title()).not.toBe('taken');
  });

  it('is never shown under an address that was not built', async () => {
    const page = await openKept();
    await poison(page, ['/assets/evil.html', '/evil.html']);
    app.allow(/404/);
    app.allow(sandboxed);
    const answers = [await page.goto('/assets/evil.html'), await page.goto('/evil.html')];
    expect(answers.map((answer) => answer?.status())).toEqual([404, 404]);
  });

  it('gives a built file no other headers than it was built with', async () => {
    const page = await openKept();
    const address = await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        const [index] = (await cache.keys()).filter(({ url }) => /-index-\w+\.json$/.test(url));
        if (index === undefined) continue;
        const body = await (await cache.match(index))?.arrayBuffer();
        await cache.put(index, new Response(body ?? null, { headers: { 'content-type': 'text/html' } }));
        return index.url;
      }
      return '';
    });
    app.allow(sandboxed);
    const headers = (await page.goto(address))?.headers() ?? {};
    expect([headers['content-type'], headers['content-security-policy']]).toEqual([
      'application/json; charset=utf-8',
      "default-src 'none'; sandbox",
    ]);
  });
});

/** The app after its files were kept. */
async function openKept(): Promise<Page> {
  const page = await app.open('/', { serviceWorkers: 'allow' });
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  return page;
}

/** What a script that got into the page would do: its own page under our addresses, in every cache and a new one. */
function poison(page: Page, addresses: readonly string[]): Promise<void> {
  return page.evaluate(
    async ([wanted, body]) => {
      for (const name of [...(await caches.keys()), 'sveska-other', 'another']) {
        const cache = await caches.open(name);
        for (const address of wanted) {
          await cache.put(address, new Response(body, { headers: { 'content-type': 'text/html' } }));
        }
      }
    },
    [addresses, evil] as const,
  );
}
