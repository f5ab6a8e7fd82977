import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { passGuard } from './journey-clock.ts';
import { servedApp } from './serve-app.ts';

const app = servedApp();

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
    await passGuard(page);
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

/** A set of forty cards, the most that a day gives. */
async function openFortyCards(page: Page): Promise<void> {
  await page.goto('/settings');
  for (const [label, value] of [
    ['Minutes a day', '240'],
    ['New cards a day', '100'],
  ] as const) {
    await page.getByLabel(label).fill(value);
    await page.getByLabel(label).blur();
  }
  await page.goto('/review');
  await page.locator('#card-heading').waitFor();
}

describe('the progress strip', () => {
  it.each([
    { width: 320, height: 640 },
    { width: 1280, height: 800 },
  ])('is one row of cells at $width px however many cards there are, and widens nothing', async (viewport) => {
    const page = await app.open(undefined, { viewport });
    await openFortyCards(page);
    const cells = await page
      .locator('.progress-strip > .cell')
      .evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect()));
    expect(cells.length).toBeGreaterThanOrEqual(40);
    expect(new Set(cells.map(({ top }) => top)).size).toBe(1);
    expect(Math.min(...cells.map(({ width }) => width))).toBeGreaterThan(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
});

describe('a heading that takes the focus', () => {
  it('has a bar in the margin, inside the page, and no box', async () => {
    const page = await app.open('/notes/ports#dynamic-ports', { viewport: { width: 360, height: 640 } });
    await page.locator('h2:focus').waitFor();
    const look = await page.locator('h2:focus').evaluate((heading) => {
      const { borderInlineStartWidth, insetInlineStart, content } = getComputedStyle(heading, '::before');
      const left = heading.getBoundingClientRect().left + Number.parseFloat(insetInlineStart);
      return [getComputedStyle(heading).outlineStyle, content !== 'none', borderInlineStartWidth, left >= 0];
    });
    expect(look).toEqual(['none', true, '3px', true]);
  });
});

describe('with forced colours', () => {
  it('no text touches the border of its button', async () => {
    const page = await app.open('/q/aws-ecs/second-copy-does-not-start', { forcedColors: 'active' });
    await page.getByRole('radio').first().check();
    await passGuard(page);
    await page.getByRole('button', { name: 'Check answer' }).click();
    await page.locator('.verdict').waitFor();
    const narrow = await page.locator('button').evaluateAll((all) =>
      all.flatMap((button) => {
        const { borderLeftStyle, borderLeftWidth, paddingLeft } = getComputedStyle(button);
        const hasBorder = borderLeftStyle !== 'none' && borderLeftWidth !== '0px';
        return hasBorder && Number.parseFloat(paddingLeft) < 4 ? [button.textContent] : [];
      }),
    );
    expect(narrow).toEqual([]);
  });
});

describe('the page of keys', () => {
  it('keeps its second heading clear of the table above it', async () => {
    const page = await app.open('/help/keyboard');
    await page.locator('h1').waitFor();
    const tableEnds = await page
      .locator('table')
      .evaluateAll((all) => all.map((table) => table.getBoundingClientRect().bottom));
    const tops = await page
      .locator('h2')
      .evaluateAll((all) => all.map((heading) => heading.getBoundingClientRect().top));
    expect((tops[1] ?? 0) - (tableEnds[0] ?? 0)).toBeGreaterThanOrEqual(24);
  });
});

/** Names and descriptions that Chromium gives to assistive technology, with a blank before a sign or twice. */
async function strayBlanks(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const spoken = nodes
    .filter(({ ignored, role }) => !ignored && !['StaticText', 'InlineTextBox', 'LineBreak'].includes(role?.value))
    .flatMap(({ name, description }) => [name?.value, description?.value])
    .filter((text): text is string => typeof text === 'string');
  expect(spoken.length).toBeGreaterThan(5);
  return spoken.filter((text) => / [,.;:!?](\s|$)|\s\s|^\s|\s$/.test(text));
}

describe('what a screen reader is given', () => {
  it.each([360, 1280])('has no stray blanks, asked or answered, at %i px', async (width) => {
    const page = await app.open('/review', { viewport: { width, height: 800 } });
    const kinds = new Set<string>();
    for (let cards = 0; cards < 12 && kinds.size < 3; cards += 1) {
      await page.locator('#card-heading').waitFor();
      await passGuard(page);
      const task = ((await page.locator('#card-heading').textContent()) ?? '').split(' · ').at(-1) ?? '';
      const isNew = !kinds.has(task);
      if (isNew) expect(await strayBlanks(page), `${task}, asked`).toEqual([]);
      if ((await page.getByRole('radio').count()) > 0) await page.getByRole('radio').first().check();
      if ((await page.locator('[type=checkbox][name=option]').count()) > 0)
        await page.locator('[type=checkbox][name=option]').first().check();
      await page
        .getByRole('button', { name: /^(Show|Check) answer$/ })
        .first()
        .click();
      await page.locator('#answer-heading').waitFor();
      if (isNew) expect(await strayBlanks(page), `${task}, answered`).toEqual([]);
      kinds.add(task);
      await passGuard(page);
      await page.getByRole('button', { name: /^(Continue|Good)/ }).click();
    }
    expect(kinds.size).toBe(3);
  });
});
