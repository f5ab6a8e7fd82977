import type { Page } from 'playwright';

/** Presses Tab until the focus stands on what the selector matches; rejects when it is not there after so many. */
export async function tabWithin(page: Page, selector: string, most: number): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${selector}`);
}
