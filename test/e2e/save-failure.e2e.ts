import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { expectNoViolations } from './support/check-axe.ts';
import { passGuard, passTime } from './support/journey-clock.ts';
import { servedApp } from './support/serve-app.ts';

const app = servedApp();

/** From now on both stores refuse to write, as on a full disk, until `accept()`. */
async function refuseWrites(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const state = { refusing: false, refused: 0 };
    const refuse = () => {
      state.refused += 1;
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
    Object.assign(window, { disk: state });
    const put = IDBObjectStore.prototype.put;
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.put = function (...parts) {
      if (state.refusing) refuse();
      return put.apply(this, parts);
    };
    IDBObjectStore.prototype.add = function (...parts) {
      if (state.refusing) refuse();
      return add.apply(this, parts);
    };
  });
}

async function setDisk(page: Page, refusing: boolean): Promise<void> {
  await page.evaluate((value) => {
    (window as unknown as { disk: { refusing: boolean } }).disk.refusing = value;
  }, refusing);
}

function refusedWrites(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { disk: { refused: number } }).disk.refused);
}

async function answerFirstCard(page: Page): Promise<void> {
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Check answer' }).click();
  await page.locator('#answer-heading:focus').waitFor();
  await passGuard(page);
  await page.getByRole('button', { name: /^(Continue|Good)/ }).click();
  await page.locator('#card-heading:focus').waitFor();
}

describe('when the browser cannot save', () => {
  it('says so until it can again, keeps the answer, and calls nothing saved that is not', async () => {
    const page = await app.open();
    await refuseWrites(page);
    await page.goto('/');
    await page.getByRole('radio').first().waitFor();
    await passTime(page, 600);
    await setDisk(page, true);
    await answerFirstCard(page);
    const banner = page.getByRole('region', { name: 'Saving failed' });
    await banner.waitFor();
    expect(await banner.innerText()).toContain('1 unsaved, kept while this page is open.');
    expect(await banner.innerText()).toContain('The storage that this browser gives to Sveska is full.');
    await banner.getByText('What the browser says').click();
    expect(await banner.innerText()).toContain('The disk is full.');
    await expect.poll(() => page.locator('#alert').textContent()).toContain('Progress can’t be saved');
    await expectNoViolations(page, 'saving failed');
    const mark = page.locator('.save-mark');
    expect([await mark.innerText(), await mark.getAttribute('data-saved')]).toEqual(['Not saved', '']);
    const before = await refusedWrites(page);
    await banner.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => refusedWrites(page)).toBeGreaterThan(before);
    await expect.poll(() => mark.innerText()).toBe('Not saved');
    await setDisk(page, false);
    await banner.getByRole('button', { name: 'Try again' }).click();
    await banner.waitFor({ state: 'detached' });
    await expect.poll(() => mark.innerText()).toBe('Saved');
    await page.reload();
    await page.goto('/settings');
    await page.getByText('1 entry, on this device only.').waitFor();
  });

  it('hands the unsaved answer out in a backup', async () => {
    const page = await app.open();
    await refuseWrites(page);
    await page.goto('/');
    await page.getByRole('radio').first().waitFor();
    await passTime(page, 600);
    await setDisk(page, true);
    await answerFirstCard(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export a backup' }).click();
    const stream = await (await download).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toContain('"card":"aws-ecs/second-copy-does-not-start"');
    await setDisk(page, false);
  });
});
