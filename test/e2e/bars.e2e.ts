import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { openToday } from './support/open-today.ts';
import { servedApp } from './support/serve-app.ts';

const app = servedApp();

describe('bars that stand still', () => {
  const windows = [
    { width: 640, height: 450 },
    { width: 640, height: 481 },
    { width: 640, height: 530 },
    { width: 360, height: 640 },
    { width: 1280, height: 481 },
  ];

  async function expectLowBars(page: Page, screen: string): Promise<void> {
    for (const size of windows) {
      await page.setViewportSize(size);
      expect(await shareOfBars(page), `${screen}, ${size.width} × ${size.height}`).toBeLessThanOrEqual(0.25);
    }
  }

  it('take a quarter of the window at most, however low it is', async () => {
    const page = await app.open('/');
    await page.getByRole('radio').first().waitFor();
    await expectLowBars(page, 'first visit');
    await page.goto('/settings');
    await openToday(page);
    await expectLowBars(page, 'Today');
    await page.goto('/review');
    await page.locator('#card-heading').waitFor();
    await expectLowBars(page, 'review');
  });
});

/** How much of the window's height is taken by what sticks to an edge of it across the whole width. */
function shareOfBars(page: Page): Promise<number> {
  return page.evaluate(() => {
    const bars = [...document.querySelectorAll('header, .navigation, .action-bar')].filter((bar) => {
      const isStuck = ['fixed', 'sticky'].includes(getComputedStyle(bar).position);
      return isStuck && bar.getBoundingClientRect().width > innerWidth / 2;
    });
    const heights = bars.map((bar) => bar.getBoundingClientRect().height);
    return heights.reduce((sum, height) => sum + height, 0) / innerHeight;
  });
}
