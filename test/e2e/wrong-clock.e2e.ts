import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { expectNoViolations } from './support/check-axe.ts';
import { serverSays } from './support/journey-clock.ts';
import { servedApp } from './support/serve-app.ts';
import { studyInPage } from './support/study-in-page.ts';
import { untilSaved } from './support/until-saved.ts';

const app = servedApp();

const right = new Date('2026-11-24T12:00:00Z');
const wrong = new Date('2028-11-24T12:00:00Z');

async function answerFirstCard(page: Page): Promise<void> {
  await page.getByRole('radio').first().waitFor();
  await page.evaluate(studyInPage, 1);
  await untilSaved(page);
}

describe('a clock two years ahead', () => {
  it('is put right at the next start, and the learner is told', async () => {
    const page = await app.open(undefined, { viewport: { width: 360, height: 740 } });
    await serverSays(page.context(), right.toUTCString());
    await page.clock.setSystemTime(wrong);
    await page.goto('/');
    await answerFirstCard(page);
    await page.clock.setSystemTime(right);
    await page.reload();
    const notice = page.getByRole('region', { name: 'Times were corrected' });
    await expect.poll(() => notice.count()).toBe(1);
    expect(await notice.innerText()).toMatch(/clock was wrong for a while.*(24 November 2026|November 24, 2026)/);
    await expectNoViolations(page, 'times were corrected');
    await notice.getByRole('button', { name: 'Close' }).click();
    await page.reload();
    await page.locator('#card-heading').waitFor();
    expect(await notice.count()).toBe(0);
    await page.goto('/settings');
    const list = page.getByRole('region', { name: 'Corrected times' });
    await list.getByText(/answer.*dated/).waitFor();
    await expectNoViolations(page, 'corrected times in the settings');
    await list.getByRole('button', { name: 'Take back' }).click();
    await list.getByText('Taken back').waitFor();
  });

  it('is asked about when the server knows better, and put right for the tab', async () => {
    const page = await app.open(undefined, { viewport: { width: 1280, height: 800 } });
    await serverSays(page.context(), right.toUTCString());
    await page.clock.setSystemTime(right);
    await page.goto('/');
    await answerFirstCard(page);
    await page.clock.setSystemTime(wrong);
    await page.reload();
    const question = page.getByRole('region', { name: 'Is the clock right?' });
    await expect.poll(() => question.count()).toBe(1);
    await expectNoViolations(page, 'a doubtful clock');
    await question.getByRole('button', { name: 'No, it is wrong' }).click();
    await page.locator('.notice', { hasText: 'Your device’s clock is wrong' }).waitFor();
  });
});
