import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from '../support/check-axe.ts';
import { passTime } from '../support/journey-clock.ts';
import { servedApp } from '../support/serve-app.ts';

const app = servedApp();
const dayMs = 24 * 60 * 60 * 1000;

/** Sets an exam and days off, and goes to Today. Every journey begins on Wednesday, 25 November 2026. */
async function setExam(page: Page, date: string): Promise<void> {
  await page.getByLabel('Exam date').fill(date);
  await page.getByLabel('Exam date').blur();
  await page.getByLabel('Minutes a day').fill('20');
  await page.getByLabel('Minutes a day').press('Enter');
  await page.getByRole('checkbox', { name: 'Sunday' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('link', { name: 'Today', exact: true }).click();
}

describe('an exam in two weeks', () => {
  it('is planned in a worker, day by day, and told on Today and on a page of its own', async () => {
    const page = await app.open('/settings', { viewport: { width: 1280, height: 800 } });
    await setExam(page, '2026-12-09');
    const aside = page.locator('.exam-aside');
    await aside.getByText(/You will have seen every card by|stay unseen/).waitFor();
    expect(await aside.innerText()).toContain('14');
    await page.getByText(/They add about [\d.]+ points to what you can expect/).waitFor();
    await expectAccessible(page, 'Today with an exam in two weeks');
    await aside.getByRole('link', { name: 'See the plan' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.plan-days').waitFor();
    // The head, fourteen days, and the exam.
    expect(await page.locator('.plan-days tr').count()).toBe(16);
    expect(await page.locator('.plan-days td', { hasText: /^off$/ }).count()).toBe(2);
    await page.getByText('Not enough answers yet to say what to expect').waitFor();
    await expectAccessible(page, 'the plan');
  });

  it('saves its days as a calendar, and is there at once after a reload', async () => {
    const page = await app.open('/settings', { viewport: { width: 1280, height: 800 } });
    await setExam(page, '2026-12-09');
    await page.getByRole('link', { name: 'See the plan' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save for your calendar' }).click();
    expect((await download).suggestedFilename()).toBe('sveska-plan.ics');
    const stream = await (await download).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    expect(
      Buffer.concat(chunks)
        .toString()
        .match(/BEGIN:VEVENT/g),
    ).toHaveLength(13);
    // What the worker found is kept: the next start does not wait for it.
    await page.route(/price-worker/, (route) => route.abort());
    await page.goto('/');
    await page.getByText(/You will have seen every card by|stay unseen/).waitFor();
  });

  it('is planned anew as its days go by, to the day itself', async () => {
    const page = await app.open('/settings', { viewport: { width: 1280, height: 800 } });
    await setExam(page, '2026-11-28');
    const aside = page.locator('.exam-aside');
    await aside.getByText('3').first().waitFor();
    await passTime(page, 3 * dayMs);
    await page.goto('/settings');
    await page.goto('/');
    await aside.getByText('It is today. Good luck.').waitFor();
  });
});
