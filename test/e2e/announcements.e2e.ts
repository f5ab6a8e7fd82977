import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { passGuard } from './support/journey-clock.ts';
import { servedApp } from './support/serve-app.ts';

const app = servedApp();

/** Writes down every text that either region takes, in order. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const id of ['status', 'alert']) {
      const region = document.getElementById(id);
      if (region === null) throw new Error(`no #${id}`);
      let last = region.textContent ?? '';
      new MutationObserver(() => {
        const text = region.textContent ?? '';
        // The same words over themselves are not spoken again by every screen reader.
        if (text !== '' && text !== last) heard.push(`${id}: ${text}`);
        last = text;
      }).observe(region, { childList: true, characterData: true, subtree: true });
    }
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

async function openQuestion(path: string): Promise<Page> {
  const page = await app.open(path, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.locator('.card .prompt, .note-body').first().waitFor();
  await passGuard(page);
  return page;
}

describe('the live regions say', () => {
  it('nothing when an answer is checked and rated, for the focus says it; and "Rating undone" each time', async () => {
    const page = await openQuestion('/');
    const heard = await listen(page);
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Check answer' }).click();
    await page.locator('#answer-heading:focus').waitFor();
    const undone: string[] = [];
    for (let rounds = 0; rounds < 2; rounds += 1) {
      await passGuard(page);
      await page.getByRole('button', { name: /^(Continue|Good)/ }).click();
      await page.locator('#card-heading:focus').waitFor();
      await passGuard(page);
      expect(await heard()).toEqual(undone);
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.locator('#answer-heading:focus').waitFor();
      undone.push('status: Rating undone');
      await expect.poll(heard).toEqual(undone);
    }
  });

  it('"Copied", each time', async () => {
    const page = await openQuestion('/notes/aws-ecs/ports');
    const heard = await listen(page);
    const copy = page.getByRole('button', { name: 'Copy' }).first();
    await copy.click();
    await expect.poll(heard).toEqual(['status: Copied']);
    await copy.click();
    await expect.poll(heard).toEqual(['status: Copied', 'status: Copied']);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('containerDefinitions');
  });

  it('how many options are ticked, and that a note was kept', async () => {
    const page = await openQuestion('/q/aws-ecs/balancers-that-follow-dynamic-ports');
    const heard = await listen(page);
    await page.getByRole('checkbox').nth(0).check();
    await expect.poll(heard).toEqual([expect.stringMatching(/^status: 1 .*selected/)]);
    await page.getByRole('checkbox').nth(1).check();
    await page.getByRole('button', { name: 'Check answer' }).click();
    await page.getByRole('button', { name: 'Write a note on this card' }).click();
    await page.keyboard.type('Ports!');
    await page.getByRole('button', { name: 'Save note' }).click();
    await expect.poll(async () => (await heard()).at(-1)).toBe('status: Note saved');
  });

  it('how much a search found', async () => {
    const page = await app.open('/search');
    await page.getByRole('searchbox').waitFor();
    const heard = await listen(page);
    await page.getByRole('searchbox').fill('zzzz');
    await page.keyboard.press('Enter');
    await expect.poll(heard).toEqual(['status: Nothing found']);
  });
});
