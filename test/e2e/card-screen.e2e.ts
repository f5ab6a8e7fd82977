import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { servedApp } from './serve-app.ts';

const app = servedApp();
const guardMs = 220;

/** How far texts of the answer reach beyond the boxes that show them, px; nothing may be cut off or scroll. */
async function hiddenWidths(page: Page): Promise<readonly number[]> {
  return page
    .locator('.code-block pre, .learner-text')
    .evaluateAll((all) => all.map((text) => Math.max(0, text.scrollWidth - text.clientWidth)));
}

describe('a command', () => {
  it.each([
    { width: 360, height: 640 },
    { width: 1280, height: 800 },
  ])('that is the answer can be read whole at $width px, and its lines that go on are set in', async (viewport) => {
    const page = await app.open('/q/aws-ecs/type-run-fargate-task', { viewport });
    await page.locator('#card-heading').waitFor();
    await page.waitForTimeout(guardMs);
    await page.getByRole('button', { name: 'Show answer' }).click();
    await page.locator('.code-block').first().waitFor();
    expect(new Set(await hiddenWidths(page))).toEqual(new Set([0]));
    const starts = await page
      .locator('.code-block code')
      .first()
      .evaluate((code) => [...code.getClientRects()].map(({ left }) => Math.round(left)));
    expect(starts.length).toBeGreaterThan(1);
    expect(starts[1]).toBeGreaterThan(starts[0] ?? 0);
  });
});
