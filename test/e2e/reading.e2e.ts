import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/check-axe.ts';
import { untilStill } from './support/journey-clock.ts';
import { markCards } from './support/mark-cards.ts';
import { openToday } from './support/open-today.ts';
import { servedApp } from './support/serve-app.ts';
import { tabWithin } from './support/tab-within.ts';

const app = servedApp();

const focusedName = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
const focusedTag = (page: Page) => page.evaluate(() => document.activeElement?.tagName.toLowerCase() ?? '');

const tabTo = (page: Page, selector: string) => tabWithin(page, selector, 120);

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await untilStill(page);
  expect(await focusedTag(page), `focus after ${keys.join(' ')}`).not.toBe('body');
}

async function expectHeading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await expect.poll(() => focusedTag(page)).toBe('h1');
}

const prompt = '.inline-prompt .inline-question';

/** Goes on to the next question with options, and answers it where it stands: nothing first, then the first option. */
async function answerByKeysInPlace(page: Page): Promise<void> {
  await tabTo(page, `${prompt} [type=radio]`);
  const asked = page.locator(prompt, { has: page.locator(':focus') });
  await press(page, 'Enter');
  await asked.getByText('Choose an answer first.').waitFor();
  expect(await focusedTag(page)).toBe('fieldset');
  await tabTo(page, `${prompt} [type=radio]`);
  await press(page, 'Space');
  await press(page, 'Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('inline-answer');
  await page.locator('.inline-answer:focus .verdict').waitFor();
}

describe('a link to a section', () => {
  it.each([360, 1280])('stays with it while what stands above is still being read, %i px wide', async (width) => {
    const page = await app.open('/notes/aws-ecs/services#blue-green', { viewport: { width, height: 740 } });
    await page.locator(prompt).first().waitFor();
    const top = () => page.locator('#blue-green').evaluate((heading) => heading.getBoundingClientRect().top);
    await expect.poll(top).toBeLessThan(80);
    expect(await top()).toBeGreaterThanOrEqual(0);
    // Who has moved the page is left alone.
    await page.mouse.wheel(0, -600);
    await expect.poll(top).toBeGreaterThan(500);
    await page.locator('.note-page').evaluate((article) => article.append(document.createElement('hr')));
    await untilStill(page);
    expect(await top()).toBeGreaterThan(500);
  });
});

describe('reading with keys alone', () => {
  it('goes from Today to a note, answers its question, searches, asks for help and comes back', async () => {
    const page = await app.open('/', { viewport: { width: 1280, height: 720 } });
    await page.getByRole('radio').first().waitFor();
    await press(page, 'Tab');
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    await expectHeading(page, 'Notes');
    await tabTo(page, '.note-link');
    const title = await focusedName(page);
    await page.keyboard.press('Enter');
    await expectHeading(page, title);
    await page.locator(prompt).first().waitFor();
    await tabTo(page, `${prompt} button`);
    await press(page, 'Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('inline-answer');
    await tabTo(page, `${prompt} .button-primary`);
    await press(page, 'Enter');
    await page.getByText(/In your reviews\. It comes back in \d days\./).waitFor();
    await answerByKeysInPlace(page);
    await tabTo(page, '.inline-prompt > .button-quiet');
    await press(page, 'Enter');
    expect(await focusedName(page)).toBe('Show the questions on this section');
    await press(page, 'Enter');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('inline-prompt');
    await page.keyboard.press('/');
    await page.getByRole('heading', { level: 1, name: 'Search' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.matches('[type=search]'))).toBe(true);
    await page.keyboard.type('binpack');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Results' }).waitFor();
    await expect.poll(() => page.locator('#status').textContent()).toMatch(/^\d+ found$/);
    await tabTo(page, '.search-results a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/(notes|q)\//);
    await expect.poll(() => focusedTag(page)).toMatch(/^h[12]$/);
    await page.keyboard.press('?');
    await expectHeading(page, 'Keyboard');
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await page.getByRole('heading', { level: 1, name: 'Exam notes that quiz you back' }).waitFor();
    await page.locator('#card-heading:focus').waitFor();
  });

  it('changes settings, which act at once and are kept', async () => {
    const page = await app.open('/settings', { viewport: { width: 1280, height: 720 } });
    await tabTo(page, '[type=number]');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('45');
    await page.keyboard.press('Tab');
    await tabTo(page, '[type=radio]');
    await press(page, 'ArrowDown', 'ArrowDown');
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.getByText('3 entries, on this device only.').waitFor();
    await page.reload();
    await expect.poll(() => page.getByLabel('Minutes a day').inputValue()).toBe('45');
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
  });

  it('lets Tab through every screen and out again', async () => {
    const page = await app.open(undefined, { viewport: { width: 1280, height: 720 } });
    app.allow(/status of 404/);
    for (const path of ['/notes/aws-ecs/roles', '/search?q=port', '/settings', '/help/keyboard', '/nowhere']) {
      await page.goto(path);
      await page.locator('h1').waitFor();
      let stops = 0;
      do await page.keyboard.press('Tab');
      while ((await focusedTag(page)) !== 'body' && ++stops < 300);
      expect(stops, path).toBeGreaterThan(6);
      expect(stops, path).toBeLessThan(300);
    }
  });
});

describe('reading with touches alone, on a phone', () => {
  it('goes from Today to a note, answers its question, searches, sets and comes back', async () => {
    const page = await app.open('/', { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
    await page.getByRole('link', { name: 'Notes', exact: true }).tap();
    await page.locator('.note-link').first().tap();
    await page.locator('summary', { hasText: 'On this page' }).tap();
    await page.locator('details.on-this-page a').nth(1).tap();
    await expect.poll(() => page.evaluate(() => location.hash)).not.toBe('');
    await page.locator('details.on-this-page li:nth-child(2) > [aria-current=location]').waitFor();
    const first = page.locator(prompt).first();
    await first.getByRole('button', { name: 'Show answer' }).tap();
    await first.getByRole('button', { name: 'Not yet' }).tap();
    await first.getByText('In your reviews. It comes back today.').waitFor();
    await page.getByRole('link', { name: 'Search' }).tap();
    await page.getByRole('searchbox').fill('zzzz');
    await page.getByRole('button', { name: 'Search' }).tap();
    await page.getByText('Nothing found for').locator('~ ul a').first().tap();
    await page.getByRole('region', { name: 'Results' }).waitFor();
    await page.getByRole('link', { name: 'Settings' }).tap();
    await page.getByLabel('Two rating buttons').tap();
    await expect.poll(() => page.getByLabel('Two rating buttons').isChecked()).toBe(true);
    await page.getByRole('link', { name: 'Help' }).tap();
    await page.getByRole('link', { name: 'Turn single-key shortcuts off' }).tap();
    await page.getByLabel('Single-key shortcuts').tap();
    await page.getByRole('link', { name: 'Today', exact: true }).tap();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate(() => scrollX)).toBe(0);
  });

  it('is led from an address that does not exist to a search', async () => {
    const page = await app.open(undefined, { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
    app.allow(/status of 404/);
    await page.goto('/notes/dynamic-ports');
    await page.getByRole('heading', { name: 'Nothing is here' }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('dynamic ports');
    await page.getByRole('button', { name: 'Search' }).tap();
    await page.locator('.search-results a').first().tap();
    await page.waitForURL(/\/(notes|q)\//);
  });
});

type Reach = (page: Page) => Promise<void>;
const reached: Reach = async () => undefined;

/** Every state of the screens that are read, by what brings it about. */
const states: readonly (readonly [name: string, path: string, reach: Reach])[] = [
  ['Today', '/settings', openToday],
  ['list of notes', '/notes', reached],
  ['note', '/notes/aws-ecs/ports', (page) => page.locator(prompt).first().waitFor()],
  ['note with an answer shown', '/notes/aws-ecs/orchestration', (page) => showAnswer(page)],
  ['search, nothing asked', '/search', reached],
  ['search, results', '/search?q=port', (page) => page.getByRole('region', { name: 'Results' }).waitFor()],
  ['search, no result', '/search?q=zzzz', (page) => page.getByText('Nothing found for').waitFor()],
  ['marked cards', '/q/aws-ecs/second-copy-does-not-start', markCards],
  ['settings', '/settings', (page) => page.getByText('in use').first().waitFor()],
  ['a setting put right', '/settings', setTooMuch],
  ['help', '/help', reached],
  ['keyboard help', '/help/keyboard', reached],
  ['not found', '/nowhere', reached],
];

async function setTooMuch(page: Page): Promise<void> {
  await page.getByLabel('Minutes a day').fill('500');
  await page.getByLabel('Minutes a day').blur();
  await page.getByText('240 minutes is the most. It is now 240.', { exact: true }).first().waitFor();
}

async function showAnswer(page: Page): Promise<void> {
  await page.locator(prompt).getByRole('button', { name: 'Show answer' }).first().click();
  await page.locator('.inline-answer').waitFor();
}

describe('reading', () => {
  it.each(states)('has no axe violation in either theme, at four widths: %s', async (name, path, reach) => {
    app.allow(/status of 404/);
    const page = await app.open(path);
    await page.locator('h1').waitFor();
    await reach(page);
    await untilStill(page);
    await expectAccessible(page, name);
  });
});
