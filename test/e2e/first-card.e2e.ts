import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { expectNoViolations } from './support/check-axe.ts';
import { untilStill } from './support/journey-clock.ts';
import { readBackup } from './support/killable-study.ts';
import { servedApp } from './support/serve-app.ts';

const app = servedApp();

interface HeldPage {
  readonly page: Page;
  /** Lets the scripts through and waits until the app goes on from the page. */
  release(): Promise<void>;
}

/** A page that is there while its scripts are not. */
async function openHeld(marks: Readonly<Record<string, string>> = {}, width = 1280): Promise<HeldPage> {
  const page = await app.open(undefined, { viewport: { width, height: 800 } });
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/assets/*.js', async (route) => {
    await held;
    await route.fallback();
  });
  await page.addInitScript(watchCard);
  await page.addInitScript((kept) => {
    for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value);
  }, marks);
  await page.goto('/', { waitUntil: 'commit' });
  await page.locator('.top-bar').waitFor();
  return {
    page,
    release: async () => {
      release();
      await page.waitForFunction(() => !('sveskaEarly' in window));
    },
  };
}

/** Runs before the page: notes whether any frame showed a first card, and each shift of what stands in the page. */
function watchCard(): void {
  const seen = window as unknown as { sawCard: boolean; shifts: string[] };
  Object.assign(seen, { sawCard: false, shifts: [] });
  const look = () => {
    if (document.querySelector('.first-visit')?.checkVisibility()) seen.sawCard = true;
    requestAnimationFrame(look);
  };
  look();
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as { value: number; sources: { node: Element | null }[] }[])
      seen.shifts.push(`${entry.value}: ${entry.sources.map(({ node }) => node?.parentElement?.className).join(', ')}`);
  }).observe({ type: 'layout-shift', buffered: true });
}

const sawCard = (page: Page) => page.evaluate(() => (window as unknown as { sawCard: boolean }).sawCard);
const shifts = (page: Page) => page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
const verdict = (page: Page) => page.locator('#answer-heading');
const option = (page: Page, words: string) => page.getByRole('radio', { name: words });
const right = 'The task definition sets a fixed host port';
const wrong = "The instance's security group is too strict";

describe('the first card, before its script is there', () => {
  it('can be picked and checked: the verdict comes with the script and is recorded once', async () => {
    const { page, release } = await openHeld();
    await option(page, wrong).check();
    await page.getByRole('button', { name: 'Check answer' }).click();
    expect(await page.locator('#status').textContent()).toBe('Checking your answer');
    await release();
    expect(await verdict(page).innerText()).toMatch(/^Not this time/);
    await expect.poll(() => verdict(page).evaluate((heading) => heading === document.activeElement)).toBe(true);
    await page.getByText('Saved').waitFor();
    await expect.poll(() => page.locator('#status').textContent()).toBe('');
    expect((await readBackup(page)).filter(({ t }) => t === 'answer')).toHaveLength(1);
  });

  it('hears the keys: a letter picks at once, Enter checks when it can', async () => {
    const { page, release } = await openHeld();
    const letter = await page.locator('label.option', { hasText: right }).locator('.option-letter').innerText();
    await page.keyboard.press(letter.toLowerCase());
    expect(await option(page, right).isChecked()).toBe(true);
    await page.keyboard.press('Enter');
    await release();
    await verdict(page).waitFor();
    expect(await verdict(page).innerText()).toBe('Correct.');
  });

  it('keeps what was picked last, the guess and the focus', async () => {
    const { page, release } = await openHeld();
    await option(page, wrong).check();
    await option(page, right).check();
    await page.getByRole('checkbox', { name: /guessing/ }).check();
    await release();
    expect(await option(page, right).isChecked()).toBe(true);
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('checkbox');
    await page.getByRole('button', { name: 'Check answer' }).click();
    expect(await verdict(page).innerText()).toMatch(/^Correct. You marked it as a guess/);
  });

  it('asks for an answer where none was picked', async () => {
    const { page, release } = await openHeld();
    await page.getByRole('button', { name: 'Check answer' }).click();
    await release();
    await page.locator('#answer-message').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('answer-field');
  });

  it('is the answer of the moment in which it was checked', async () => {
    const { page, release } = await openHeld();
    await option(page, right).check();
    await page.getByRole('button', { name: 'Check answer' }).click();
    await option(page, wrong).check();
    await release();
    await verdict(page).waitFor();
    expect(await verdict(page).innerText()).toBe('Correct.');
  });

  it('takes the focus of whoever left it by keys and comes back', async () => {
    const { page, release } = await openHeld();
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    await release();
    await page.getByRole('heading', { level: 1, name: 'Notes' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await page.locator('#card-heading:focus').waitFor();
  });

  it('is one step back from where the keys led that were pressed on it', async () => {
    const { page, release } = await openHeld();
    await option(page, wrong).check();
    await page.keyboard.press('Enter');
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    await release();
    const steps = await page.evaluate(() => history.length);
    await page.getByRole('link', { name: 'Back to card' }).click();
    await page.locator('#answer-heading:focus').waitFor();
    expect(await page.evaluate(() => history.length)).toBe(steps);
  });

  it.each([360, 1280])('stands where it stays, %i px wide, and is as accessible as after', async (width) => {
    const { page, release } = await openHeld({}, width);
    await expectNoViolations(page, 'before the script');
    await release();
    await untilStill(page);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await expectNoViolations(page, 'after it');
    expect(await shifts(page)).toEqual([]);
  });
});

describe('an answer that is given before the code of the record is there', () => {
  const laterCode = '**/assets/later-*.js';
  const answers = async (page: Page) => (await readBackup(page)).filter(({ t }) => t === 'answer');

  async function answerWrong(page: Page): Promise<void> {
    await page.goto('/');
    await page.waitForFunction(() => !('sveskaEarly' in window));
    await option(page, wrong).check();
    await page.getByRole('button', { name: 'Check answer' }).click();
    await verdict(page).waitFor();
  }

  it('is saved once when it comes, also for who goes to another screen and reloads', async () => {
    const page = await app.open();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(laterCode, async (route) => {
      await held;
      await route.fallback();
    });
    await answerWrong(page);
    await page.getByText('Saving').waitFor();
    await page.getByRole('link', { name: 'Settings' }).click();
    release();
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    await page.goBack();
    await page.getByText('Saved').waitFor();
    await page.reload();
    await verdict(page).waitFor();
    expect(await answers(page)).toHaveLength(1);
  });

  it('is kept while it cannot be fetched: that is told, and the page that is loaded again saves it', async () => {
    app.allow(/Failed to load resource.*later-/);
    const page = await app.open();
    await page.route(laterCode, (route) => route.abort());
    await answerWrong(page);
    const banner = page.getByRole('region', { name: 'Saving failed' });
    await banner.waitFor();
    expect(await banner.innerText()).toContain(
      '1 unsaved, kept while this page is open. A part of Sveska could not be',
    );
    await page.unroute(laterCode);
    page.once('dialog', (dialog) => dialog.accept());
    await page.reload();
    await verdict(page).waitFor();
    await page.locator('.save-mark', { hasText: /^Saved$/ }).waitFor();
    expect(await answers(page)).toHaveLength(1);
  });
});

describe('the first card is not shown', () => {
  it.each([
    ['who was here before', { 'sveska.started': '1' }],
    ['who has a record', { 'sveska.hw:somewhere': '3' }],
  ])('to %s, in no frame', async (_who, marks) => {
    const { page, release } = await openHeld(marks);
    await page.locator('.navigation').waitFor();
    expect(await page.locator('.first-visit').count()).toBe(0);
    await release();
    await page.locator('main h1').waitFor();
    expect(await sawCard(page)).toBe(false);
  });

  it.each([
    ['whose pack is off', { 'sveska.packs-off': 'aws-ecs' }],
    ['who left in the middle of a run', { 'sveska.session': '{}' }],
  ])('to one %s, before the record has been read', async (_who, marks) => {
    const { page } = await openHeld(marks);
    await page.locator('.navigation').waitFor();
    expect(await page.locator('.first-visit').count()).toBe(0);
    expect(await sawCard(page)).toBe(false);
  });

  it('on other pages, which do not carry it', async () => {
    const page = await app.open();
    const text = await (await page.request.get('/notes')).text();
    expect(text).not.toContain('answer-field');
    expect(await (await page.request.get('/')).text()).toContain('answer-field');
  });

  it('without scripts; the page says so', async () => {
    const page = await app.open(undefined, { javaScriptEnabled: false });
    await page.goto('/');
    expect(await page.locator('noscript').innerText()).toContain('it needs JavaScript');
    expect(await page.locator('.first-visit').isVisible()).toBe(false);
  });
});
