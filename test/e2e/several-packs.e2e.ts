import { resolve } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from './support/build-app.ts';
import { expectAccessible } from './support/check-axe.ts';
import { servedApp } from './support/serve-app.ts';

const folder = resolve('node_modules/.cache/sveska-several-packs');
beforeAll(() => buildApp(folder, 'test/fixtures/several-packs'));
const app = servedApp(folder);

const titles = (page: Page) => page.locator('main :is(h2, h3)').allInnerTexts();

async function switchPack(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('checkbox', { name: title }).click();
}

/** Opens an address as a link from outside does, in a page of its own. */
async function open(page: Page, path: string): Promise<number | undefined> {
  const response = await page.goto(path);
  await page.locator('h1').first().waitFor();
  return response?.status();
}

describe('an app with three packs whose notes have the same names', () => {
  it('answers every note with status 200, by its pack and by the older address', async () => {
    const page = await app.open();
    const seen = [];
    for (const path of ['/notes/colours/basics', '/notes/numbers/basics', '/notes/shapes/basics#sums']) {
      seen.push([await open(page, path), await page.locator('h1').innerText()]);
    }
    expect(seen).toEqual([
      [200, 'Mixing light'],
      [200, 'Primes'],
      [200, 'Polygons'],
    ]);
  });

  it.each([
    ['/notes/basics#sums', '/notes/colours/basics#sums', 'Sums of light'],
    ['/notes/more#first-ones', '/notes/numbers/more#first-ones', 'The first ones'],
  ])('leads the older %s to the first pack that has the note', async (old, present, section) => {
    const page = await app.open();
    expect(await open(page, old)).toBe(200);
    await expect.poll(() => new URL(page.url()).pathname + new URL(page.url()).hash).toBe(present);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(section);
  });

  it('follows a link between sections inside its own pack', async () => {
    const page = await app.open('/notes/colours/basics');
    await page.getByRole('link', { name: 'the sums' }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/notes/colours/basics');
  });

  it('begins with the card that the first pack names, and says of which pack it is', async () => {
    const page = await app.open('/');
    await page.getByRole('radio', { name: 'Yellow' }).waitFor();
    expect(await page.locator('.card-heading').innerText()).toContain('Colours of light');
  });

  it('keeps a pack that is switched off out of every list, until it is on again', async () => {
    const page = await app.open('/settings');
    await switchPack(page, 'Whole numbers');
    await page.getByText('entry, on this device only').waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Notes', exact: true }).click();
    await page.getByRole('heading', { name: 'Colours of light' }).waitFor();
    expect(await titles(page)).toEqual(['Colours of light', 'Mixing light', 'Plane shapes', 'Polygons', 'Tilings']);
    await open(page, '/search?q=perfect');
    await page.getByText('Nothing found for').waitFor();
    await open(page, '/review');
    await page.getByRole('progressbar').waitFor();
    expect(await page.getByRole('progressbar').getAttribute('aria-valuemax')).toBe('4');
    await page.getByRole('link', { name: 'Exit' }).click();
    await switchPack(page, 'Whole numbers');
    await page.getByText('2 entries, on this device only').waitFor();
    await open(page, '/search?q=perfect');
    await page.getByRole('region', { name: 'Results' }).waitFor();
    expect(await page.locator('.search-results p').first().innerText()).toContain('Whole numbers');
  });

  it('plans nothing of a pack that was switched off before the first card', async () => {
    const page = await app.open('/settings');
    await switchPack(page, 'Colours of light');
    await page.getByText('entry, on this device only').waitFor();
    await page.goto('/');
    await page.getByRole('heading', { name: /^4 cards ready/ }).waitFor();
    expect(await page.locator('.topic-mix').innerText()).not.toContain('Colours of light');
  });

  it('says where to go when every pack is off', async () => {
    const page = await app.open('/settings');
    for (const title of ['Colours of light', 'Whole numbers', 'Plane shapes']) await switchPack(page, title);
    await page.getByRole('link', { name: 'Notes', exact: true }).click();
    await page.getByRole('link', { name: 'Choose packs' }).click();
    await page.getByRole('checkbox', { name: 'Plane shapes' }).click();
    await page.getByRole('link', { name: 'Notes', exact: true }).click();
    await page.getByRole('link', { name: 'Tilings' }).waitFor();
  });
});

describe('several packs', () => {
  it.each(['/notes', '/notes/shapes/more', '/search?q=sum', '/settings', '/'])(
    'have no axe violation in either theme, at four widths: %s',
    async (path) => {
      const page = await app.open(path);
      await page.locator('main :is(h1, h2)').first().waitFor();
      await page
        .getByText(/Whole numbers|Plane shapes|Colours of light/)
        .first()
        .waitFor();
      await expectAccessible(page, path);
    },
  );
});
