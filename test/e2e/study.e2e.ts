import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/check-axe.ts';
import { passGuard } from './support/journey-clock.ts';
import { servedApp } from './support/serve-app.ts';

const app = servedApp();

const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');
const isFocusLost = (page: Page) => page.evaluate(() => document.activeElement === document.body);
const kindOnScreen = (page: Page) =>
  page.evaluate(() => {
    if (document.querySelector('input#answer-field, textarea#answer-field')) return 'typed';
    if (document.querySelector('.step-move')) return 'order';
    if (document.querySelector('.match-field')) return 'match';
    if (document.querySelector('input[type=checkbox][name=option]')) return 'multi';
    return document.querySelector('input[type=radio]') ? 'choice' : 'recall';
  });
/** Whether an element is in the window, under nothing else. */
const isInSight = (selector: string) => {
  const element = document.querySelector(selector);
  const box = element?.getBoundingClientRect();
  const top = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return top !== undefined && top !== null && element?.contains(top) === true;
};
const isDone = async (page: Page) => (await page.locator('#summary-heading').count()) > 0;

/** Answers the card on screen with keys alone; the focus must be on the verdict afterwards. */
async function answerByKeys(page: Page): Promise<string> {
  const kind = await kindOnScreen(page);
  if (kind === 'typed') await page.locator('#answer-field').focus();
  if (kind === 'order') await page.locator('.step-move[aria-disabled=false]').first().focus();
  if (kind === 'match') await chooseByKeys(page);
  const keys = {
    typed: ['x', 'Control+Enter', 'Control+Enter'],
    order: ['Space', 'Control+Enter'],
    match: ['Control+Enter'],
    multi: ['a', 'b', 'Enter'],
    choice: ['a', 'Enter'],
    recall: [' '],
  };
  for (const key of keys[kind]) await page.keyboard.press(key);
  await expect.poll(() => focusedId(page)).toBe('answer-heading');
  return kind;
}

/** Takes the first choice of each list. */
async function chooseByKeys(page: Page): Promise<void> {
  for (const list of await page.locator('.match-field select').all()) {
    await list.focus();
    await page.keyboard.press('ArrowDown');
  }
}

async function goOnByKeys(page: Page): Promise<void> {
  await passGuard(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedId(page)).toMatch(/^(card|summary)-heading$/);
  await passGuard(page);
}

async function openFirstVisit(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('radio').first().waitFor();
  await passGuard(page);
}

describe('studying', () => {
  it('is done with keys alone, from the first visit to the summary, and undone from there', async () => {
    const page = await app.open(undefined, { viewport: { width: 1280, height: 800 } });
    await openFirstVisit(page);
    for (let presses = 0; presses < 30 && (await focusedId(page)) !== 'answer-field'; presses += 1) {
      if (await page.evaluate(() => document.activeElement?.matches('input[type=radio]'))) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect.poll(() => focusedId(page)).toBe('answer-heading');
    await goOnByKeys(page);
    for (let cards = 0; cards < 80 && !(await isDone(page)); cards += 1) {
      await answerByKeys(page);
      await goOnByKeys(page);
      expect(await isFocusLost(page)).toBe(false);
    }
    await expect.poll(() => focusedId(page)).toBe('summary-heading');
    await page.keyboard.press('u');
    await expect.poll(() => focusedId(page)).toBe('answer-heading');
    await expect.poll(() => page.locator('#status').textContent()).toBe('Rating undone');
  });

  it('can be left for the notes with L; the way back ends at the verdict', async () => {
    const page = await app.open('/review');
    await page.locator('#card-heading').waitFor();
    await passGuard(page);
    await answerByKeys(page);
    await page.keyboard.press('l');
    await page.waitForURL(/\/notes\//);
    await page.locator('.note-body').waitFor();
    // The link stays in sight however far the note is scrolled.
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Back to card' }).click({ trial: true });
    expect(await page.evaluate(isInSight, '.back-to-card a')).toBe(true);
    await page.getByRole('link', { name: 'Back to card' }).click();
    await expect.poll(() => focusedId(page)).toBe('answer-heading');
  });

  it('is done with clicks alone, on a phone', async () => {
    const page = await app.open(undefined, { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
    await openFirstVisit(page);
    await page.getByRole('radio').first().tap();
    await page.getByRole('button', { name: 'Check answer' }).tap();
    await passGuard(page);
    await page.getByRole('button', { name: /^(Continue|Good)/ }).tap();
    await page.getByText('Saved').waitFor();
    await page.getByRole('button', { name: 'Undo' }).tap();
    await expect.poll(() => focusedId(page)).toBe('answer-heading');
  });

  it('goes on where it stopped after the page was closed: nothing that was saved is asked again', async () => {
    const page = await app.open('/', { viewport: { width: 1280, height: 800 } });
    await page.getByRole('radio').first().waitFor();
    await passGuard(page);
    await page.getByRole('radio').first().click();
    await page.getByRole('button', { name: 'Check answer' }).click();
    await passGuard(page);
    await page.keyboard.press('Enter');
    await page.getByText('Saved').waitFor();
    const context = page.context();
    await page.close();
    const again = await context.newPage();
    await again.goto('/');
    expect(await again.locator('#card-heading').textContent()).toMatch(/Card 2 of/);
  });

  it.each(['/', '/review'])('shows the verdict again after a reload on %s, and Undo reaches past it', async (path) => {
    const page = await app.open(path, { viewport: { width: 1280, height: 800 } });
    await page.getByRole('radio').first().waitFor();
    await passGuard(page);
    await page.keyboard.press('a');
    await page.keyboard.press('Enter');
    const verdict = await page.locator('#answer-heading').textContent();
    await page.reload();
    await expect.poll(() => focusedId(page)).toBe('answer-heading');
    expect(await page.locator('#answer-heading').textContent()).toBe(verdict);
    await goOnByKeys(page);
    await page.locator('.save-mark[data-save=saved]').waitFor({ state: 'attached' });
    await page.reload();
    await page.getByRole('button', { name: 'Undo', disabled: false }).click();
    await expect.poll(() => focusedId(page)).toBe('answer-heading');
    expect(await page.locator('#answer-heading').textContent()).toBe(verdict);
  });

  it('keeps the summary over a look at a mistake, and over a reload', async () => {
    const page = await app.open('/review', { viewport: { width: 1280, height: 800 } });
    await page.locator('#card-heading').waitFor();
    await passGuard(page);
    for (let cards = 0; cards < 80 && !(await isDone(page)); cards += 1) {
      await answerByKeys(page);
      await goOnByKeys(page);
    }
    const headline = await page.locator('#summary-heading').textContent();
    const look = page.getByRole('region', { name: 'Worth another look' });
    await look.getByRole('listitem').first().getByRole('link').click();
    await page.getByRole('region', { name: 'Question' }).locator('#card-heading').waitFor();
    await page.getByRole('link', { name: 'Exit' }).click();
    await expect.poll(() => page.locator('#summary-heading').textContent()).toBe(headline);
    await look.getByRole('link', { name: /^Practise th/ }).click();
    await page.locator('#card-heading').waitFor();
    await page.goBack();
    await expect.poll(() => page.locator('#summary-heading').textContent()).toBe(headline);
    await page.reload();
    await expect.poll(() => page.locator('#summary-heading').textContent()).toBe(headline);
  });

  it('drops a second tap on the same rating', async () => {
    const page = await app.open(undefined, { viewport: { width: 1280, height: 800 } });
    await openFirstVisit(page);
    await page.getByRole('radio').first().click();
    await page.getByRole('button', { name: 'Check answer' }).click();
    await passGuard(page);
    const rating = page.getByRole('button', { name: /^(Continue|Good)/ });
    await rating.dblclick({ noWaitAfter: true });
    await page.getByText('Saved').waitFor();
    expect(await page.locator('.save-mark').getAttribute('data-saved')).toMatch(/:1$/);
  });
});

describe('every state of studying', () => {
  it('has no axe violation and does not scroll sideways', async () => {
    const page = await app.open(undefined, { viewport: { width: 1280, height: 800 } });
    const checkState = (state: string) => expectAccessible(page, state);
    await openFirstVisit(page);
    await checkState('first visit');
    await page.getByRole('radio').first().click();
    await answerByKeys(page);
    await checkState('feedback');
    await goOnByKeys(page);
    await page.getByText('Saved').waitFor();
    const seen = new Set<string>();
    for (let cards = 0; cards < 80 && !(await isDone(page)); cards += 1) {
      await page.locator('#card-heading').waitFor();
      await passGuard(page);
      const isNew = !seen.has(await kindOnScreen(page));
      if (isNew) await checkState(`asked: ${await kindOnScreen(page)}`);
      seen.add(await answerByKeys(page));
      if (isNew) await checkState(`answered: ${[...seen].at(-1)}`);
      await goOnByKeys(page);
    }
    await checkState('summary');
    await page.goto('/q/aws-ecs/typed-reserved-memory');
    await page.locator('.typed-field').fill('no');
    await passGuard(page);
    await page.keyboard.press('Enter');
    await page.locator('#answer-message').waitFor();
    await checkState('typed, missed once');
    expect(seen).toContain('choice');
  });
});

describe('at 320 px and 400 % zoom', () => {
  it('nothing scrolls sideways and the bar does not cover the focus', async () => {
    const page = await app.open(undefined, { viewport: { width: 320, height: 256 } });
    await openFirstVisit(page);
    await page.getByRole('radio').first().focus();
    const isVisible = await page.evaluate(() => {
      const box = document.activeElement?.getBoundingClientRect();
      const top = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return top !== null && top === document.activeElement;
    });
    expect(isVisible).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  });
});
