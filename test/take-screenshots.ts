import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { build } from 'vite';
import { serveApp } from '../src/tools/serve.ts';
import { launch } from './e2e/support/browser.ts';

/** `npm run screenshots`: takes the pictures of the README and the manifest anew from the built app. */
const folder = mkdtempSync(join(tmpdir(), 'screenshots-'));
await build({ build: { outDir: folder, emptyOutDir: true }, logLevel: 'silent' });
const site = await serveApp({ root: folder, port: 0 });
const browser = await launch();
for (const colorScheme of ['light', 'dark'] as const) {
  const page = await browser.newPage({ colorScheme, viewport: { width: 1100, height: 940 }, reducedMotion: 'reduce' });
  await answerFirstCard(page);
  await page.screenshot({ path: `public/screenshots/feedback-${colorScheme}.png` });
  await page.goto(`${site.origin}/notes/aws-ecs/ports#dynamic-ports`);
  await page.getByRole('heading', { name: 'Dynamic ports' }).waitFor();
  await page.screenshot({ path: `public/screenshots/note-${colorScheme}.png` });
}
await browser.close();
await site.close();
rmSync(folder, { recursive: true });

async function answerFirstCard(page: Page): Promise<void> {
  await page.goto(site.origin);
  await page.getByRole('radio', { name: /fixed host port/ }).check();
  await page.getByRole('button', { name: 'Check answer' }).click();
  await page.getByRole('heading', { name: /Correct/ }).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
}
