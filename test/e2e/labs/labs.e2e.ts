import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { type LabName, labTitles } from '../../../src/core/ecs/labs/lab-names.ts';
import { labPath } from '../../../src/core/ecs/labs/lab-path.ts';
import { expectAccessible } from '../support/check-axe.ts';
import { passTime } from '../support/journey-clock.ts';
import { servedApp } from '../support/serve-app.ts';

const app = servedApp();
const names = Object.keys(labTitles) as LabName[];

/** Moves the focus by Tab until it stands on what is meant; fails after a whole round. */
async function tabTo(page: Page, isThere: string): Promise<void> {
  for (let press = 0; press < 200; press += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, isThere)) return;
  }
  throw new Error(`Tab never came to ${isThere}`);
}

const press = async (page: Page, word: string): Promise<void> => {
  await page.getByRole('button', { name: word, exact: true }).focus();
  await page.keyboard.press('Enter');
};

describe.each(names)('the lab %s', (name) => {
  it('is played by keyboard alone, from the list to what came of it', async () => {
    const page = await app.open('/labs', { viewport: { width: 1280, height: 800 } });
    await page.getByRole('link', { name: labTitles[name].subject }).waitFor();
    await tabTo(page, `a[href="${labPath(name)}"]`);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: labTitles[name].asks }).waitFor();
    await tabTo(page, '.lab-predict input');
    await page.keyboard.press('Space');
    await tabTo(page, '.lab-bar .button-primary');
    await page.keyboard.press('Enter');
    const first = await page.locator('.lab-log > ol > li').innerText();
    expect(first.length).toBeGreaterThan(10);
    await page.getByText(/^Step 1 of \d+$/).waitFor();
    await page.waitForFunction((words) => words.includes(document.getElementById('status')?.textContent || '?'), first);
    // The focus stays on the button, so that the next press takes the next step.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Next step');
    await press(page, 'To the end');
    await page.locator('.lab-end').waitFor();
    await page.getByText(/^You said /).waitFor();
    await expectAccessible(page, `lab ${name} at its end`);
  });

  it('opens cold from its link, and with every field open nothing is out of reach', async () => {
    const page = await app.open(labPath(name), { viewport: { width: 320, height: 640 } });
    await page.getByText('Change the scenario').click();
    await page.getByText('As JSON', { exact: true }).click();
    await press(page, 'Take this scenario');
    await page.waitForURL(/\?s=/);
    const address = page.url();
    const given = await page.locator('.lab-scenario').innerText();
    await page.goto(address);
    await page.getByText('Change the scenario').click();
    await page.getByText('As JSON', { exact: true }).click();
    expect(await page.locator('.lab-scenario').innerText()).toBe(given);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await expectAccessible(page, `lab ${name} with its fields`);
  });
});

describe('a lab', () => {
  it('opened by a link that holds nonsense begins as usual, and says what is wrong', async () => {
    for (const scenario of ['{', '{"task":{"cpu":1,"memory":-4}}', JSON.stringify({ instances: Array(99).fill({}) })]) {
      const page = await app.open(`/labs/placement?s=${encodeURIComponent(scenario)}`);
      await page.locator('.lab-findings').first().waitFor();
      await press(page, 'Next step');
      await page.getByText(/^Step 1 of \d+$/).waitFor();
      await page.close();
    }
  });

  it('moves nothing where motion is not wanted, and plays step by step where it is asked to', async () => {
    const page = await app.open('/labs/placement', { reducedMotion: 'reduce' });
    await press(page, 'Play');
    for (const step of [1, 2]) {
      await passTime(page, 1300);
      await page.getByText(new RegExp(`^Step ${step} of \\d+$`)).waitFor();
    }
    await press(page, 'Pause');
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });

  it('is reached by G and L, and on a phone from the notes', async () => {
    const page = await app.open('/settings', { viewport: { width: 360, height: 640 } });
    await page.locator('h1').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.waitForURL(/\/labs$/);
    await page.getByRole('link', { name: 'Notes', exact: true }).click();
    await page.getByRole('link', { name: 'Labs', exact: true }).click();
    await page.waitForURL(/\/labs$/);
  });
});
