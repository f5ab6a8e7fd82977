import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'vitest';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe cannot decide by itself, and why that is no fault here. */
const undecided: Readonly<Record<string, string>> = {
  'color-contrast': 'text over a fixed bar or a hatched cell; the token test computes every pair of colours',
  'target-size': 'a link inside a sentence, or one partly behind the fixed bar; the layout journey measures every box',
  'aria-valid-attr-value': 'aria-controls and aria-describedby may name what is not on the page yet',
  'label-content-name-mismatch': 'a sign such as # is no word that anybody would speak',
  'scrollable-region-focusable': 'regions that scroll take the focus; the layout journey checks each',
};

/** All that a theme can change: `styles.css` gives each theme its colours and nothing else. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** A small phone and a desk. */
const sizes = [
  { width: 360, height: 640 },
  { width: 1280, height: 800 },
] as const;

/**
 * Fails on what `expectNoViolations` fails on, narrow or wide, in either theme, and on a page that scrolls sideways.
 * `look` is called in each of the four. Leaves the page wide and light.
 */
export async function expectAccessible(page: Page, state: string, look: Look = async () => {}): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of ['dark', 'light'] as const) {
      const where = `${state}, ${size.width} px, ${colorScheme}`;
      await page.emulateMedia({ colorScheme });
      await untilUnmoved(page);
      await look(`${state}-${size.width}-${colorScheme}`);
      await expectNoViolations(page, where, colorScheme === 'dark' ? rulesOfColour : undefined);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), state).toBe(false);
  }
}

type Look = (name: string) => Promise<void>;

/** A colour on its way to another has a contrast of its own. */
async function untilUnmoved(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
}

/** Fails on any violation, and on anything undecided that is not explained above; of all rules unless some are named. */
export async function expectNoViolations(page: Page, state: string, only?: string[]): Promise<void> {
  // In one page without frames the old way finds the same, without opening another page for every look.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const wanted: Parameters<AxeBuilder['options']>[0] =
    only === undefined
      ? { runOnly: { type: 'tag', values: tags }, rules: { 'label-content-name-mismatch': { enabled: true } } }
      : { runOnly: { type: 'rule', values: only } };
  const { violations, incomplete } = await axe
    .options({ ...wanted, resultTypes: ['violations', 'incomplete'] })
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(found, state).toEqual([]);
  const open = incomplete.filter(({ id }) => undecided[id] === undefined);
  expect(
    open.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`),
    state,
  ).toEqual([]);
}
