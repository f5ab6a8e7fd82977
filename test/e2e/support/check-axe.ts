import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { expect } from 'vitest';

/** Half the size of the readable one: a page takes longer to read the text than to be checked. */
const axeText = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

/**
 * A small phone, a tablet, a wide desk and a narrow one. What the widths between the usual ones arrange anew has the
 * colours that it has there: only the usual ones are looked at in the dark.
 */
const sizes = [
  { width: 360, height: 640, themes: ['dark', 'light'] },
  { width: 768, height: 1024, themes: ['light'] },
  { width: 1920, height: 1080, themes: ['light'] },
  { width: 1280, height: 800, themes: ['dark', 'light'] },
] as const;

/**
 * Fails on what `expectNoViolations` fails on, at each of four widths, at the usual ones in either theme, and on a page
 * that scrolls sideways. Leaves the page 1280 px wide and light.
 */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  for (const { width, height, themes } of sizes) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme });
      await untilUnmoved(page);
      await expectNoViolations(
        page,
        `${state}, ${width} px, ${colorScheme}`,
        colorScheme === 'dark' ? 'colours' : 'all',
      );
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), state).toBe(false);
  }
}

/** A colour on its way to another has a contrast of its own. */
async function untilUnmoved(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
}

/** Fails on any violation, and on anything undecided that is not explained above. */
export async function expectNoViolations(page: Page, state: string, which: Rules = 'all'): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeText);
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
