import type { Page } from 'playwright';
import { passGuard } from './journey-clock.ts';

/** From a choice on a page of its own to the list of marked cards, in which it then stands three times. */
export async function markCards(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Flag' }).click();
  await page.getByRole('radio').first().check();
  await passGuard(page);
  await page.getByRole('button', { name: 'Check answer' }).click();
  await page.getByRole('button', { name: 'Write a note on this card' }).click();
  await page.getByLabel('Your note on this card').fill('A note with **weight**.');
  await page.getByRole('button', { name: 'Save note' }).click();
  await passGuard(page);
  await page.getByRole('button', { name: 'Suspend this card' }).click();
  await page.getByRole('link', { name: 'Done' }).click();
  await page.getByRole('link', { name: 'Your marked cards' }).click();
  await page.getByRole('region', { name: 'With a note of yours' }).getByText('weight').waitFor();
}
