import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { builtApp } from './support/built-app.ts';
import { passGuard } from './support/journey-clock.ts';
import { servedApp } from './support/serve-app.ts';
import { untilSaved } from './support/until-saved.ts';

const app = servedApp();

/** Counts from the start of every page how far things move that nobody asked to move. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput, sources } = entry as PerformanceEntry & LayoutShift;
        const moved = sources.map(({ node }) => (node instanceof Element ? node.className || node.tagName : ''));
        if (!hadRecentInput && value > 0) shifts.push(`${value.toFixed(4)} ${moved.join(', ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

interface LayoutShift {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

const shifts = (page: Page) =>
  page.evaluate(async () => {
    // What is drawn next is measured after the frame that draws it.
    for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
    return (window as unknown as { readonly shifts: readonly string[] }).shifts;
  });

const hasSerif = (page: Page) => page.evaluate(() => document.documentElement.dataset.serif !== undefined);

describe('what is read', () => {
  it.each([360, 1280])('never moves on a first visit, and the serif comes with the next card: %s px', async (width) => {
    const page = await app.open(undefined, { viewport: { width, height: 800 } });
    await watchShifts(page);
    await page.goto('/');
    await page.getByRole('radio').first().check();
    await page.waitForFunction(() => document.fonts.check('1em "Sveska Serif"'));
    expect([await shifts(page), await hasSerif(page)]).toEqual([[], false]);
    await passGuard(page);
    await page.getByRole('button', { name: 'Check answer' }).click();
    await page.locator('.verdict').waitFor();
    await untilSaved(page);
    expect([await shifts(page), await hasSerif(page)]).toEqual([[], false]);
    await passGuard(page);
    await page.getByRole('button', { name: /^(Continue|Good)/ }).click();
    await page.locator('#card-heading:focus').waitFor();
    expect([await shifts(page), await hasSerif(page)]).toEqual([[], true]);
  });
});

describe('what is read by who was here before', () => {
  it.each(['/', '/notes/aws-ecs/ports', '/settings'])(
    'finds the bar where it was while the serif comes: %s',
    async (path) => {
      const page = await app.open('/notes', { viewport: { width: 1280, height: 800 }, serviceWorkers: 'allow' });
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await watchShifts(page);
      await page.goto(path);
      await page.locator('h1').waitFor();
      await page.waitForFunction(() => document.fonts.check('1em "Sveska Serif"'));
      expect((await shifts(page)).filter((shift) => /brand|navigation|top-/.test(shift))).toEqual([]);
    },
  );
});

describe('a picture of a note', () => {
  it.each([320, 1280])('says its words and moves nothing when it comes: %s px', async (width) => {
    const page = await app.open(undefined, { viewport: { width, height: 700 } });
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/-media-.+\.svg$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/notes/aws-ecs/ports');
    const picture = page.getByRole('img', { name: /32768/ });
    await picture.scrollIntoViewIfNeeded();
    const place = () => picture.boundingBox();
    const drawnWidth = () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
    const [before, drawn] = [await place(), await drawnWidth()];
    release();
    await expect.poll(drawnWidth).toBeGreaterThan(drawn);
    expect([drawn, await place()]).toEqual([0, before]);
    expect(before?.width).toBeGreaterThan(width === 320 ? 300 : 380);
  });
});

describe('what the look costs', () => {
  const sizes = (ending: string, weigh: (file: Buffer) => number) =>
    readdirSync(join(builtApp, 'assets'))
      .filter((name) => name.endsWith(ending))
      .map((name): readonly [name: string, size: number] => [
        name,
        weigh(readFileSync(join(builtApp, 'assets', name))),
      ]);
  const packed = (file: Buffer) => gzipSync(file).length;

  it('is a style sheet of at most 12 kB, packed, and one serif of at most 24 kB', () => {
    const page = sizes('.css', packed).filter(([name]) => name.startsWith('index-'));
    const fonts = sizes('.woff2', (file) => file.length);
    expect([page.length, fonts.length]).toEqual([1, 1]);
    expect(page[0]?.[1]).toBeLessThanOrEqual(12_000);
    expect(fonts[0]?.[1]).toBeLessThanOrEqual(24_000);
  });

  it('is one sheet more of at most 4 kB where a lab is opened, which no page begins with', () => {
    const later = sizes('.css', packed).filter(([name]) => !name.startsWith('index-'));
    expect(later).toHaveLength(1);
    expect(later[0]?.[1]).toBeLessThanOrEqual(4000);
    expect(readFileSync(join(builtApp, 'labs/placement/index.html'), 'utf8')).not.toContain(later[0]?.[0]);
  });
});
