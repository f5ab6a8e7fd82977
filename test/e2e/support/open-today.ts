import type { Page } from 'playwright';

/** From Settings to Today as it is for who was here before: today's set and the offer to fit the days. */
export async function openToday(page: Page): Promise<void> {
  await page.getByLabel('New cards a day').fill('20');
  await page.getByLabel('New cards a day').blur();
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('form', { name: 'Fit this to your days' }).waitFor();
  await page.getByRole('link', { name: 'Start review' }).waitFor();
}
