import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from '../support/check-axe.ts';
import { servedApp } from '../support/serve-app.ts';
import { restoreWeeks, type WeeksOfStudy } from '../support/weeks-of-study.ts';

const app = servedApp();

/** A browser that was studied in for weeks before, on its settings. */
async function openAfter(weeks: WeeksOfStudy): Promise<Page> {
  const page = await app.open('/settings', { viewport: { width: 1280, height: 800 } });
  await restoreWeeks(page, weeks);
  return page;
}

const figures = [
  'Expected on December 14',
  'The next 14 days',
  'The notebook, section by section',
  'Remembered when asked again',
  'Days of study',
  'What was forecast, and what came',
  'Is the forecast right?',
];

describe('progress after six weeks', () => {
  it('is told in words, drawings and tables, all of which anyone can read', async () => {
    const page = await openAfter({ days: 42, newPerDay: 10, sitsExams: true });
    await page.getByLabel('Exam date').fill('2026-12-14');
    await page.getByLabel('Exam date').blur();
    await page.getByRole('link', { name: 'Progress', exact: true }).click();
    await page.getByText(/if you keep to 15 min a day/).waitFor();
    for (const name of figures) {
      const figure = page.getByRole('region', { name });
      const summary = figure.locator('summary');
      await summary.focus();
      await page.keyboard.press('Enter');
      expect(await figure.getByRole('row').count(), name).toBeGreaterThan(1);
      expect((await figure.locator('figcaption').innerText()).length, name).toBeGreaterThan(40);
    }
    expect(await page.getByRole('rowheader', { name: /^Practice exam/ }).count()).toBe(6);
    expect(await page.getByRole('rowheader', { name: /^Week of/ }).count()).toBeGreaterThan(4);
    await expectAccessible(page, 'progress with its tables');
  });

  it('leads from a mix-up to the cards that clear it, and from a note to its practice', async () => {
    const page = await openAfter({ days: 42, newPerDay: 10, sitsExams: true });
    await page.goto('/');
    await page.getByRole('link', { name: 'See your progress' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    const beliefs = page.getByRole('region', { name: 'Mix-ups to clear' });
    await beliefs
      .getByRole('link', { name: /^Practise \d+ cards?/ })
      .first()
      .click();
    await page.waitForURL(/\/practice\?cards=/);
    await page.locator('#card-heading').waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'Practise Amazon ECR' }).click();
    await page.waitForURL(/\/practice\?topic=/);
    await page.locator('#card-heading').waitFor();
  });
});

describe('progress of a first visit', () => {
  it('is reached from Today on a phone once something was answered, and says what is missing', async () => {
    const page = await openAfter({ days: 3, newPerDay: 4 });
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto('/');
    await page.getByRole('link', { name: 'See your progress' }).click();
    await page.getByText(/Not enough answers yet to say what to expect/).waitFor();
    await expectAccessible(page, 'progress with a few answers');
  });
});
