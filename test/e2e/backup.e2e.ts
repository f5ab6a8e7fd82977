import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { expectNoViolations } from './support/check-axe.ts';
import { passGuard } from './support/journey-clock.ts';
import { servedApp } from './support/serve-app.ts';

const app = servedApp();
const answersWanted = 4;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const inMain = (page: Page, words: string | RegExp) => page.getByRole('main').getByText(words);
const isThere = async (found: Locator) => (await found.count()) > 0;

/** Presses a control by key: one that the keyboard does not reach fails here. */
async function press(control: Locator, key = 'Enter'): Promise<void> {
  await control.waitFor();
  expect(await control.evaluate((own) => own.tagName === 'SUMMARY' || (own as HTMLElement).tabIndex === 0)).toBe(true);
  await control.press(key);
}

/** Fills in what the card on screen asks for, whether it is right or not; a written answer is given up. */
async function fillIn(page: Page): Promise<void> {
  const options = page.getByRole('group', { name: /^Choose/ });
  const moves = page.getByRole('button', { name: /^Move/, disabled: false });
  if (await isThere(options.getByRole('radio'))) await press(options.getByRole('radio').first(), 'Space');
  for (const box of (await options.getByRole('checkbox').all()).slice(0, 2)) await press(box, 'Space');
  if (await isThere(moves)) await press(moves.first(), 'Space');
  for (const list of await page.getByRole('main').getByRole('combobox').all()) await press(list, 'ArrowDown');
}

async function answerCard(page: Page): Promise<void> {
  await passGuard(page);
  await fillIn(page);
  await press(button(page, /^(Check|Show) answer/).first());
  await page.locator('#answer-heading:focus').waitFor();
  await passGuard(page);
  await press(button(page, /^(Continue|Again|Good)/).first());
  await page.locator('#card-heading:focus').waitFor();
}

async function openSettings(page: Page): Promise<void> {
  await press(page.getByRole('link', { name: 'Settings' }).first());
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
}

interface SeenRecord {
  readonly entries: string;
  /** Today's set as it is told, and the card that a review begins with. */
  readonly due: readonly string[];
}

/**
 * A run under way would stand before today's set, and is no part of the record. It is forgotten on a page without the
 * app, which keeps it anew as soon as its card has been read.
 */
async function forgetRun(page: Page): Promise<void> {
  await page.route('**/look.html', (route) => route.fulfill({ contentType: 'text/html', body: 'look' }));
  await page.goto('/look.html');
  await page.evaluate(() => localStorage.removeItem('sveska.session'));
}

/** What the learner can see of the record after a fresh start of the app. */
async function readRecord(page: Page): Promise<SeenRecord> {
  await page.goto('/settings');
  const entries = await inMain(page, /\d entries, on this device only\./).innerText();
  await forgetRun(page);
  await page.goto('/');
  const set = await page.getByRole('region', { name: /cards ready/ }).innerText();
  await press(page.getByRole('link', { name: 'Start review' }));
  const first = (await page.locator('#card-heading:focus').textContent()) ?? '';
  await page.goto('/settings');
  await button(page, 'Back up now').waitFor();
  return { entries, due: [set, first] };
}

/** The lines of a backup: a header, then one line an entry. */
async function backUp(page: Page): Promise<readonly string[]> {
  const download = page.waitForEvent('download');
  await press(button(page, 'Back up now'));
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString().trim().split('\n');
}

async function chooseFile(page: Page, lines: readonly string[]): Promise<void> {
  const file = { name: 'sveska.jsonl', mimeType: 'application/x-ndjson', buffer: Buffer.from(`${lines.join('\n')}\n`) };
  await page.getByLabel('Restore a backup').setInputFiles(file);
}

async function expectSaid(page: Page, region: 'status' | 'alert', words: string): Promise<void> {
  await inMain(page, words).waitFor();
  await expect.poll(() => page.locator(`#${region}`).textContent()).toContain(words);
}

async function erase(page: Page): Promise<void> {
  await press(page.getByText('Erase everything'));
  const control = button(page, 'Erase now');
  expect(await control.isDisabled()).toBe(true);
  await page.getByLabel(/Type “erase”/).pressSequentially('erase');
  await press(control);
  await page.waitForURL((url) => url.pathname === '/');
}

const answersIn = (lines: readonly string[]) => lines.filter((line) => line.includes('"t":"answer"')).sort();

describe('a backup', () => {
  it('brings an erased record back, and adds nothing when it is restored again', async () => {
    const page = await app.open('/');
    await page.getByRole('radio').first().waitFor();
    for (let cards = 0; cards < answersWanted; cards += 1) await answerCard(page);
    await page.getByText('Saved', { exact: true }).waitFor();
    const before = await readRecord(page);
    const backup = await backUp(page);
    expect(answersIn(backup)).toHaveLength(answersWanted);
    const entries = backup.length - 1;
    expect(before.entries).toContain(`${entries} entries`);

    await erase(page);
    await page.getByText('No account. Works offline.').waitFor();
    await page.getByRole('radio').first().waitFor();
    await openSettings(page);
    await inMain(page, 'Nothing is recorded yet.').waitFor();

    await chooseFile(page, backup);
    await expectSaid(page, 'status', `New: ${entries} entries. Here already: 0.`);
    await expectNoViolations(page, 'a backup before it is added');
    await press(button(page, `Add ${entries} entries`));
    await expectSaid(page, 'status', `${entries} entries added.`);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
    expect(await readRecord(page)).toEqual(before);
    expect(answersIn(await backUp(page))).toEqual(answersIn(backup));

    await chooseFile(page, backup);
    await expectSaid(page, 'status', `New: 0 entries. Here already: ${entries}.`);
    expect(await button(page, 'Nothing to add').isDisabled()).toBe(true);
    expect(await readRecord(page)).toEqual(before);
  });

  it('that holds no entry is refused aloud, and the record stays as it is', async () => {
    const page = await app.open('/settings');
    await inMain(page, 'Nothing is recorded yet.').waitFor();
    await chooseFile(page, ['<!doctype html>', '<title>Not a backup</title>']);
    await expectSaid(page, 'alert', 'No entry could be read in this file.');
    expect(await page.locator('main section [role=status]').count()).toBe(0);
    await inMain(page, 'Nothing is recorded yet.').waitFor();
  });
});
