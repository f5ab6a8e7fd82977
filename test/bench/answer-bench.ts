import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { serveApp } from '../../src/tools/serve.ts';
import { launchPersistent } from '../e2e/support/browser.ts';
import { type Bench, medianOf, moreRow, ratioRow, shareOf } from './bench.ts';
import { type AnswerPage, answerInApp, swapInReact } from './support/answer-page.ts';
import { fillRecord, serveBenchSite } from './support/bench-site.ts';
import { buildReact } from './support/floor-sites.ts';
import { markWhenThere, momentOf, yearsLater } from './support/page-marks.ts';

const [questions, reviews] = [100_000, 1_000_000] as const;
/** Enough for all rounds. */
const forgotten = 600;
const cardsARound = 40;

/**
 * From the press that rates a card to the next card painted, with a large deck and a long record, beside an empty React page
 * that swaps the same elements; and what the thread that draws is busy with from card to card. The deck is put into the
 * built app (`bench-site.ts`); its due cards are of the kind where one option is picked.
 */
export const answerBench: Bench = {
  name: 'answer',
  async run(turns) {
    const folder = mkdtempSync(join(tmpdir(), 'sveska-answer-'));
    const site = await serveBenchSite(folder, questions);
    const css = [...readFileSync(join(folder, 'app/index.html'), 'utf8').matchAll(/<style[^>]*>[\s\S]*?<\/style>/g)];
    await buildReact(join(folder, 'react'), swapInReact, css.join(''));
    const floorSite = await serveApp({ root: join(folder, 'react'), port: 0 });
    const context = await launchPersistent(join(folder, 'profile'), { serviceWorkers: 'block' });
    try {
      await context.addInitScript(yearsLater);
      const history = { entries: reviews, cards: site.cards, forgotten: site.choices.slice(0, forgotten) };
      const filling = await context.newPage();
      await fillRecord(filling, site.origin, history);
      await filling.close();
      const app = await context.newPage();
      await app.addInitScript(answerInApp + markWhenThere('due', 'main form.card:not(.setup) .action-bar button'));
      // More than a day's set: the run must not end before the rounds do.
      await app.goto(`${site.origin}/review?minutes=240`);
      await momentOf(app, 'due', 600_000);
      await app.evaluate(() => answerPage.answer(5));
      const floor = await context.newPage();
      await floor.goto(floorSite.origin);
      const trees = JSON.stringify(await app.evaluate(() => answerPage.trees()));
      await floor.evaluate((given) => void Object.assign(globalThis, { given: JSON.parse(given) }), trees);
      const taken = await turns.take({ floor: () => answers(floor), app: () => answers(app) });
      const painted = (side: 'app' | 'floor') =>
        shareOf(
          taken[side].flatMap(({ paintedMs }) => paintedMs),
          0.99,
        );
      const busy = (side: 'app' | 'floor') => medianOf(taken[side].map(({ busyMs }) => busyMs));
      return [
        moreRow('answer → next card painted, p99', { unit: 'ms', ours: painted('app'), floor: painted('floor') }, 2),
        ratioRow('answer → next card: main thread', { unit: 'ms', ours: busy('app'), floor: busy('floor') }, 1.5),
      ];
    } finally {
      await context.close();
      await Promise.all([site.close(), floorSite.close()]);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  },
};

/** Only ever called inside a page. */
declare const answerPage: AnswerPage;

interface Answers {
  readonly paintedMs: readonly number[];
  /** Of the main thread for each card. */
  readonly busyMs: number;
}

async function answers(page: Page): Promise<Answers> {
  await page.bringToFront();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const before = await taskMs(session);
  const paintedMs = await page.evaluate((count) => answerPage.answer(count), cardsARound);
  const busyMs = ((await taskMs(session)) - before) / paintedMs.length;
  await session.detach();
  if (paintedMs.length < cardsARound) throw new Error(`Inconsistent: only ${paintedMs.length} cards could be answered`);
  return { paintedMs, busyMs };
}

async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}
