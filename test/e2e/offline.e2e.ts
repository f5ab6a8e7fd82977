import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { serveApp } from '../../src/tools/serve.ts';
import { launchPersistent } from './support/browser.ts';
import { builtApp } from './support/built-app.ts';
import { servedApp } from './support/serve-app.ts';

const app = servedApp();

describe('without a network', () => {
  it('every address opens after one visit to Today', async () => {
    const page = await app.open('/', { serviceWorkers: 'allow' });
    await untilKept(page);
    await page.context().setOffline(true);
    for (const path of ['/', '/notes', '/notes/aws-ecs/ports', '/settings', '/q/aws-ecs/second-copy-does-not-start']) {
      await page.goto(path);
      await page.locator('h1').first().waitFor();
      expect(await page.locator('h1').first().innerText(), path).not.toBe('');
    }
  });

  it('every file that was built is kept, and nothing else: nothing that a learner does', async () => {
    const page = await app.open('/', { serviceWorkers: 'allow' });
    await untilKept(page);
    const kept = await keptAddresses(page);
    expect([...kept].sort()).toEqual(['/', '/notes', ...builtAddresses()].sort());
    expect(
      kept.filter((address) => !/^\/($|notes$|assets\/|workers\/|[\w-]+\.(svg|png|webmanifest)$)/.test(address)),
    ).toEqual([]);
  });

  it('the app opens in a browser that was closed in the meantime, with the server gone', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'sveska-profile-'));
    const server = await serveApp({ root: builtApp, port: 0 });
    const first = await launchPersistent(profile);
    const visit = await first.newPage();
    await visit.goto(server.origin);
    await untilKept(visit);
    await first.close();
    await server.close();
    const second = await launchPersistent(profile);
    const page = await second.newPage();
    await page.goto(`${server.origin}/notes/aws-ecs/ports`);
    await page.locator('h1').first().waitFor();
    expect(await page.locator('h1').first().innerText()).not.toBe('');
    await second.close();
    rmSync(profile, { recursive: true, force: true });
  });
});

/** Waits until the service worker has kept everything and answers for this page. */
async function untilKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

function keptAddresses(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const caches = await globalThis.caches.keys();
    const requests = await Promise.all(caches.map(async (name) => (await globalThis.caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
}

/**
 * Addresses of the built files; pages are all kept as one, what is compressed only travels, and pictures of the README
 * are never shown by the app.
 */
function builtAddresses(): readonly string[] {
  const files = readdirSync(builtApp, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => `${parentPath.slice(builtApp.length)}/${name}`);
  return paths.filter((path) => !/\.(html|br|gz)$|^\/(sw\.js|_headers|_redirects)$|^\/screenshots\//.test(path));
}
