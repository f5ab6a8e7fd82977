import type { Page } from 'playwright';

/**
 * Goes to an address within the app, by way of its help, and resolves when `shown` is there. To load the app anew for
 * each address takes longer than to look at it; and the server may know no page there.
 */
export async function visit(page: Page, path: string, shown: string): Promise<void> {
  if (page.url() === 'about:blank') await page.goto('/help');
  else await goTo(page, '/help');
  const help = page.locator('.help').first();
  await help.waitFor();
  await goTo(page, path);
  await help.waitFor({ state: 'detached' });
  await page.locator(shown).first().waitFor();
}

function goTo(page: Page, path: string): Promise<void> {
  return page.evaluate((next) => history.pushState(null, '', next), path);
}
