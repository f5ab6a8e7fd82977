import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { markWhenThere, momentOf } from './page-marks.ts';

/** Picks the first option and presses "Check answer" as soon as they stand in the page, until there is a verdict. */
export const answerFirstCard = `
  ${markWhenThere('graded', '#answer-heading')}
  {
    const press = setInterval(() => {
      const option = document.querySelector('main input[name=option]');
      if (document.querySelector('#answer-heading') !== null) return clearInterval(press);
      if (option === null) return;
      if (document.querySelector('main input[name=option]:checked') === null) option.click();
      const check = [...document.querySelectorAll('main button')].find((one) => one.textContent.startsWith('Check answer'));
      check?.click();
    }, 30);
  }
`;

const impatienceMs = 20_000;

/**
 * The scripts without which a first card is not graded, as files: what the page names, and what that imports, when
 * the card can be graded while every other script is held back; else whatever is asked for until it is.
 */
export async function scriptsUntilGraded(browser: Browser, origin: string, root: string): Promise<readonly string[]> {
  const named = scriptsOf(root);
  const isEnough = await gradeWith(browser, origin, (path) => named.includes(join(root, path))).then(
    () => true,
    () => false,
  );
  if (isEnough) return named;
  return (await gradeWith(browser, origin, () => true)).map((path) => join(root, path));
}

/** Grades the first card with some scripts only; the paths of those that came. */
async function gradeWith(
  browser: Browser,
  origin: string,
  isLet: (path: string) => boolean,
): Promise<readonly string[]> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const came = new Set<string>();
  try {
    await context.route(/\.js$/, (route) => {
      const { pathname } = new URL(route.request().url());
      if (!isLet(pathname)) return route.abort();
      came.add(pathname);
      return route.continue();
    });
    const page = await context.newPage();
    await page.addInitScript(answerFirstCard);
    await page.goto(origin);
    await momentOf(page, 'graded', impatienceMs);
    return [...came];
  } finally {
    await context.close();
  }
}

/** The scripts that a built page names, and those that they import at once. */
export function scriptsOf(root: string): readonly string[] {
  const html = readFileSync(join(root, 'index.html'), 'utf8');
  const found = new Set(
    [...html.matchAll(/(?:src|href)="\.?\/([^"]+\.js)"/g)].map(([, name]) => join(root, name ?? '')),
  );
  for (const file of found) {
    const code = readFileSync(file, 'utf8');
    for (const [, name = ''] of code.matchAll(/(?:^|[;}\s])(?:import|from)\s*["'](\.[^"']+\.js)["']/g)) {
      found.add(join(file, '..', name));
    }
  }
  return [...found];
}
