import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/check-axe.ts';
import { passGuard, passTime } from './support/journey-clock.ts';
import { servedApp } from './support/serve-app.ts';
import { shippedQuestions } from './support/shipped-questions.ts';
import { tabWithin } from './support/tab-within.ts';
import { untilSaved } from './support/until-saved.ts';

const app = servedApp();
const dayMs = 24 * 60 * 60 * 1000;

const rows = (page: Page) => page.locator('.question-list li');
const path = (page: Page) => new URL(page.url()).pathname + new URL(page.url()).search;

/** Answers the card on screen with an option that is wrong, or right, and goes on. */
async function answer(page: Page, isRight: boolean): Promise<void> {
  const option = page.getByRole('radio', {
    name: isRight ? /fixed host port/ : /security group/,
  });
  await option.first().check();
  await passGuard(page);
  await page.getByRole('button', { name: 'Check answer' }).click();
  await page.locator('.verdict').waitFor();
  await passGuard(page);
  await page.getByRole('button', { name: /^(Continue|Good)/ }).click();
}

/** Leaves one mistake behind. */
async function openAfterMistake(): Promise<Page> {
  const page = await app.open('/q/aws-ecs/second-copy-does-not-start', { viewport: { width: 1280, height: 800 } });
  await page.getByRole('radio').first().waitFor();
  await answer(page, false);
  await untilSaved(page);
  return page;
}

describe('the questions', () => {
  it('are chosen by mistake and practised, by keyboard alone', async () => {
    const page = await openAfterMistake();
    await page.goto('/questions');
    await rows(page).first().waitFor();
    expect(await page.locator('#question-count').innerText()).toBe(`${shippedQuestions().length} questions`);
    await page.getByRole('checkbox', { name: 'Missed at the last answer 1' }).focus();
    await page.keyboard.press('Space');
    await expect.poll(() => rows(page).count()).toBe(1);
    expect(path(page)).toBe('/questions?missed=last');
    await tabWithin(page, '.practise-these a', 40);
    await page.keyboard.press('Enter');
    await page.locator('#card-heading').waitFor();
    expect(await page.locator('.practice-notice').innerText()).toContain('This card is due');
    await page.reload();
    await page.getByRole('radio').first().waitFor();
    await answer(page, true);
    await page.getByText('One answer counted as a review.').waitFor();
    await page.getByRole('link', { name: 'Done' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('No question fits all of this.').waitFor();
    expect(path(page)).toBe('/questions?missed=last');
  });

  it('are chosen by note and words, and stand so in the address after a step away and back', async () => {
    const page = await app.open('/questions', { viewport: { width: 360, height: 640 } });
    await rows(page).first().waitFor();
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByText('Note', { exact: true }).click();
    await page.getByRole('checkbox', { name: /^Ports and network modes/ }).check();
    await page.getByRole('searchbox').fill('awsvpc');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=awsvpc/);
    // While the index is read there is no list at all.
    await expect
      .poll(() =>
        rows(page)
          .count()
          .then((count) => count > 0 && count < 20),
      )
      .toBe(true);
    const found = await rows(page).count();
    await rows(page).first().getByRole('link').click();
    await page.locator('#card-heading').waitFor();
    await page.goBack();
    await expect.poll(() => rows(page).count()).toBe(found);
    expect(path(page)).toBe('/questions?note=aws-ecs%2Fports&q=awsvpc');
  });

  it('have no axe violation in any state, nor has the history of a card', async () => {
    const page = await openAfterMistake();
    await passTime(page, 3 * dayMs);
    await page.goto('/questions?kind=choice&missed=week');
    await rows(page).first().getByRole('button', { name: 'More' }).click();
    await page.setViewportSize({ width: 360, height: 640 });
    await page.getByRole('button', { name: 'Filters (2)' }).click();
    await expectAccessible(page, 'questions');
    await page.goto('/questions?state=leech');
    await page.getByText('No question fits all of this.').waitFor();
    await expectAccessible(page, 'no question');
    await page.goto('/q/aws-ecs/second-copy-does-not-start');
    await page.locator('.practice-notice').waitFor();
    await page.getByText('History', { exact: true }).click();
    await page.locator('.card-history table').waitFor();
    await expectAccessible(page, 'history');
  });
});
