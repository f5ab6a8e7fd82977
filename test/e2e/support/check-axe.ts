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

/** Fails on any violation, and on anything undecided that is not explained above. */
export async function expectNoViolations(page: Page, state: string): Promise<void> {
  // In one page without frames the old way finds the same, without opening another page for every look.
  const axe = new AxeBuilder({ page }).setLegacyMode().withTags(tags);
  const rules = { 'label-content-name-mismatch': { enabled: true } };
  const { violations, incomplete } = await axe.options({ rules, resultTypes: ['violations', 'incomplete'] }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(found, state).toEqual([]);
  const open = incomplete.filter(({ id }) => undecided[id] === undefined);
  expect(
    open.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`),
    state,
  ).toEqual([]);
}
