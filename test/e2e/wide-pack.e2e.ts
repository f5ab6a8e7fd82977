import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { widePack, wideQuestions } from '../fixtures/wide-pack.ts';
import { buildApp } from './support/build-app.ts';
import { passGuard } from './support/journey-clock.ts';
import { servedApp } from './support/serve-app.ts';
import { visit } from './support/visit.ts';

const folder = mkdtempSync(join(tmpdir(), 'sveska-wide-'));
const dist = join(folder, 'dist');
beforeAll(() => {
  for (const [path, text] of Object.entries(widePack)) {
    mkdirSync(dirname(join(folder, 'wide', path)), { recursive: true });
    writeFileSync(join(folder, 'wide', path), text);
  }
  buildApp(dist, join(folder, 'wide'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const app = servedApp(dist);
const phone = { viewport: { width: 320, height: 640 } };

describe('a pack whose words have no end', () => {
  it('makes no page wider than a small phone', async () => {
    const page = await app.open('/', phone);
    await page.locator('.card .prompt').waitFor();
    expect(await excessOf(page), 'first visit').toBe(0);
    for (const path of ['/questions', '/notes', '/notes/wide/ports', '/settings', '/search?q=W']) {
      await visit(page, path, 'h1');
      expect(await excessOf(page), path).toBe(0);
    }
    await visit(page, '/review', '.card .prompt');
    expect(await excessOf(page), 'review').toBe(0);
  });

  it('makes no card wider than a small phone, asked or answered', async () => {
    const page = await app.open(undefined, phone);
    for (const name of wideQuestions) {
      await visit(page, `/q/wide/${name}`, '.card .prompt');
      const asked = await excessOf(page);
      await answer(page);
      expect([asked, await excessOf(page)], name).toEqual([0, 0]);
    }
  });
});

/** Pixels by which the page is wider than its window. */
function excessOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Gives any answer that the card takes. */
async function answer(page: Page): Promise<void> {
  for (const option of await page.locator('.card input[type=radio]').all()) await option.check({ force: true });
  for (const field of await page.locator('.card :is(textarea, input[type=text])').all())
    await field.fill('W'.repeat(200));
  for (const [index, field] of (await page.locator('.card select').all()).entries()) {
    await field.selectOption({ index: index + 1 });
  }
  for (const steps of await page.locator('.card:has(.step-move)').all()) {
    await steps.locator('.step-move:not([aria-disabled=true])').first().click();
  }
  await passGuard(page);
  await page
    .getByRole('button', { name: /^(Show|Check) answer$/ })
    .first()
    .click();
  await page.locator('.verdict').waitFor();
}
