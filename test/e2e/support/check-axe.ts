import axe from 'axe-core';
import type { Page } from 'playwright';
import { expect } from 'vitest';

/** All that is looked at; and what a theme can change, where the rest was looked at in the other one. */
const rules = {
  all: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  colours: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
} as const;

type Rules = keyof typeof rules;

/** What axe cannot decide by itself, and why that is no fault here. */
const undecided: Readonly<Record<string, string>> = {
  'color-contrast': 'text over a fixed bar or a hatched cell; the token test computes every pair of colours',
  'target-size': 'a link inside a sentence, or one partly behind the fixed bar; the layout journey measures every box',
  'aria-valid-attr-value': 'aria-controls and aria-describedby may name what is not on the page yet',
  'label-content-name-mismatch': 'a sign such as # is no word that anybody would speak',
  'scrollable-region-focusable': 'regions that scroll take the focus; the layout journey checks each',
};

/** A small phone, a tablet, a wide desk and a narrow one. */
const sizes = [
  { width: 360, height: 640 },
  { width: 768, height: 1024 },
  { width: 1920, height: 1080 },
  { width: 1280, height: 800 },
] as const;

/**
 * Fails on what `expectNoViolations` fails on, at each of four widths, in either theme, and on a page that scrolls sideways.
 * `look` is called in each of the eight. Leaves the page 1280 px wide and light.
 */
export async function expectAccessible(page: Page, state: string, look: Look = async () => {}): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const [colorScheme, which] of [
      ['dark', 'colours'],
      ['light', 'all'],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await untilUnmoved(page);
      await look(`${state}-${size.width}-${colorScheme}`);
      await expectNoViolations(page, `${state}, ${size.width} px, ${colorScheme}`, which);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), state).toBe(false);
  }
}

type Look = (name: string) => Promise<void>;

/** A colour on its way to another has a contrast of its own. */
async function untilUnmoved(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
}

/** Fails on any violation, and on anything undecided that is not explained above. */
export async function expectNoViolations(page: Page, state: string, which: Rules = 'all'): Promise<void> {
  // Once for a page: its text takes longer to read than a page takes to check.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations, incomplete } = await page.evaluate(findFaults, rules[which]);
  expect(violations, state).toEqual([]);
  expect(
    incomplete.filter(({ id }) => undecided[id] === undefined),
    state,
  ).toEqual([]);
}

/** Runs inside the page. */
async function findFaults(runOnly: (typeof rules)[Rules]) {
  const { axe } = window as unknown as { readonly axe: typeof import('axe-core') };
  const { violations, incomplete } = await axe.run(document, {
    runOnly: { type: runOnly.type, values: [...runOnly.values] },
    rules: runOnly.type === 'tag' ? { 'label-content-name-mismatch': { enabled: true } } : {},
    resultTypes: ['violations', 'incomplete'],
    // Only experimental rules would read the style sheets and the media that it fetches.
    preload: false,
  });
  const short = (results: typeof violations) =>
    results.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target, html }) => `${target.join(' ')} ${html}`) }));
  return { violations: short(violations), incomplete: short(incomplete) };
}
