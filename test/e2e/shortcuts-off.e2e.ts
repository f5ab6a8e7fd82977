import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { passGuard, passTime, untilStill } from './support/journey-clock.ts';
import { servedApp } from './support/serve-app.ts';

const app = servedApp();
const printable = [...'abcdefghijklmnopqrstuvwxyzABCGHNRUZ0123456789/?.,;:-_+*!"#$%&()=@<>[]{}'];

/** What the learner sees, and where; what a key press may not change. */
const seen = (page: Page) =>
  page.evaluate(() => `${location.href}\n${document.activeElement?.id}\n${document.body.innerHTML}`);

async function turnOff(page: Page): Promise<void> {
  await page.getByLabel('Single-key shortcuts').uncheck();
  await page.getByText(/entr(y|ies), on this device only/).waitFor();
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('h1').waitFor();
  await passTime(page, 1000);
  await untilStill(page);
}

async function pressAll(page: Page): Promise<void> {
  for (const key of printable) await page.keyboard.press(key);
  await passTime(page, 1000);
  await untilStill(page);
}

describe('with single-key shortcuts off', () => {
  it('no printable key changes anything on any screen', async () => {
    const page = await app.open('/settings');
    app.allow(/status of 404/);
    await turnOff(page);
    const paths = [
      '/',
      '/notes',
      '/notes/aws-ecs/ecr',
      '/search?q=port',
      '/settings',
      '/help/keyboard',
      '/nowhere',
      '/review',
    ];
    for (const path of [...paths, '/q/aws-ecs/second-copy-does-not-start']) {
      await open(page, path);
      await page.locator('h1, #card-heading').last().focus();
      const before = await seen(page);
      await pressAll(page);
      expect(await seen(page), path).toBe(before);
    }
  });

  it('nor while an answer is shown, and the buttons still do everything', async () => {
    const page = await app.open('/settings');
    await turnOff(page);
    await open(page, '/q/aws-ecs/second-copy-does-not-start');
    await page.locator('.card .prompt').waitFor();
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Check answer' }).click();
    await passGuard(page);
    await page.getByRole('region', { name: 'From the notes' }).waitFor({ state: 'attached' });
    const before = await seen(page);
    await pressAll(page);
    expect(await seen(page)).toBe(before);
    expect(
      await page
        .locator('[aria-keyshortcuts]')
        .evaluateAll((all) => all.map((each) => each.getAttribute('aria-keyshortcuts'))),
    ).toEqual(expect.not.arrayContaining([expect.stringMatching(/(^| )[A-Z0-9]( |$)/)]));
    await page.getByRole('button', { name: /^(Continue|Good)/ }).click();
    await page.locator('#summary-heading:focus').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.locator('#answer-heading:focus').waitFor();
  });
});

describe('with single-key shortcuts on', () => {
  it('the same keys do act, so the silence above means something', async () => {
    const page = await app.open('/notes');
    await page.locator('h1').waitFor();
    await page.keyboard.press('?');
    await page.waitForURL('**/help/keyboard');
    await page.keyboard.press('/');
    await page.waitForURL('**/search');
  });

  it('a text field takes every key as text', async () => {
    const page = await app.open('/search');
    await page.getByRole('searchbox').focus();
    await pressAll(page);
    expect(await page.getByRole('searchbox').inputValue()).toBe(printable.join(''));
    expect(new URL(page.url()).pathname).toBe('/search');
  });
});
