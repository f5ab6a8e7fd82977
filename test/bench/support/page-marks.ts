import type { Page } from 'playwright';

/**
 * A script for a page, as a text, because the TypeScript runner puts helpers into functions that the page does not
 * have: marks the moment at which something that matches stands in the page.
 */
export function markWhenThere(mark: string, selector: string): string {
  return `{
    const look = () => {
      if (document.querySelector(${JSON.stringify(selector)}) === null) return false;
      performance.mark(${JSON.stringify(mark)});
      return true;
    };
    new MutationObserver((_, observer) => look() && observer.disconnect())
      .observe(document, { childList: true, subtree: true });
  }`;
}

/**
 * A script for a page (see above): its clock is twenty years ahead, so that a history of many years does not begin before
 * there was an app. What does is taken for the work of a wrong clock, and moved entry by entry.
 */
export const yearsLater = `{
  const RealDate = Date;
  const ahead = 20 * 365 * 86_400_000;
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      super(...(given.length === 0 ? [RealDate.now() + ahead] : given));
    }
    static now() {
      return RealDate.now() + ahead;
    }
  };
}`;

/** When a mark was set, in ms since the navigation; waits for it. */
export async function momentOf(page: Page, mark: string, patienceMs = 120_000): Promise<number> {
  // Without `waitForFunction`, which the served policy forbids: it evaluates a text.
  for (const began = performance.now(); performance.now() - began < patienceMs; ) {
    const moments = await page.evaluate(
      (name) => performance.getEntriesByName(name).map(({ startTime }) => startTime),
      mark,
    );
    if (moments[0] !== undefined) return moments[0];
    await page.waitForTimeout(50);
  }
  throw new Error(`${page.url()} never reached ${mark}: ${await textOf(page)}`);
}

/** When a mark was set or the page first painted, whichever came later: nobody answers what is not painted. */
export async function momentInSight(page: Page, mark: string, patienceMs?: number): Promise<number> {
  return Math.max(await momentOf(page, mark, patienceMs), await momentOf(page, 'first-contentful-paint'));
}

async function textOf(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText.replace(/\s+/g, ' ').slice(0, 200));
}
