import type { Page } from 'playwright';

/** Resolves when the page has shown an answer as saved, and nothing waits to be. */
export async function untilSaved(page: Page): Promise<void> {
  // The mark is there before anything was saved, and empty then.
  await page.locator('.save-mark[data-save=saved][data-saved*=":"]').first().waitFor({ state: 'attached' });
}
