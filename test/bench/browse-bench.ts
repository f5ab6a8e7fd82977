import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cardIdOf } from '../../src/core/model/id.ts';
import { createScheduler } from '../../src/core/scheduler/memory/fsrs.ts';
import { type BrowseFacts, browse, fillShelf } from '../../src/core/study/browse/browse-questions.ts';
import { question, state, today } from '../core/scheduler/plan-builders.ts';
import { launch } from '../e2e/support/browser.ts';
import { type Bench, boundRow, growthRow, medianOf, msOf, ratioRow, shareOf } from './bench.ts';
import { serveBenchSite } from './support/bench-site.ts';
import { spentMs, watchMainThread } from './support/main-thread.ts';

const [small, large] = [1_000, 10_000] as const;
/** A task that is longer is felt (web.dev, "Optimize long tasks"). */
const feltMs = 50;
const filter = { state: ['due'], difficulty: ['2', '3'] };

/**
 * Choosing from all questions: what fits with the counts beside each value, beside a predicate written by hand that
 * counts nothing; and what a changed filter costs the thread that draws, in the built app.
 */
export const browseBench: Bench = {
  name: 'browse',
  async run(turns) {
    const [few, many] = [factsOf(small), factsOf(large)];
    const [fewShelf, manyShelf] = [fillShelf(few), fillShelf(many)];
    const wish = { filter, order: 'weakest', found: null } as const;
    const taken = await turns.take({
      floor: () => msOf(() => scan(many)),
      ours: () => msOf(() => browse(manyShelf, wish)),
      smallFloor: () => msOf(() => scan(few)),
      small: () => msOf(() => browse(fewShelf, wish)),
      shelf: () => msOf(() => fillShelf(many)),
    });
    const [ours, floor] = [medianOf(taken.ours), medianOf(taken.floor)];
    return [
      ratioRow('questions chosen of 10,000, with counts', { unit: 'ms', ours, floor }),
      ratioRow('questions: the shelf, made with each answer', { unit: 'ms', ours: medianOf(taken.shelf), floor }),
      growthRow(
        'questions chosen',
        { size: small, ours: medianOf(taken.small), floor: medianOf(taken.smallFloor) },
        { size: large, ours, floor },
      ),
      boundRow('questions: main thread a changed filter, p95', 'ms', await mainThreadMs(), feltMs),
    ];
  },
};

/** Half of the questions were answered. */
function factsOf(count: number): BrowseFacts {
  const questions = Array.from({ length: count }, (_, n) => question(`q${n}`, { tags: [`tag-${n % 30}`] }));
  const states = questions.filter((_, n) => n % 2 === 0).map(({ id }) => state(cardIdOf(id)));
  return {
    today,
    cards: new Map(states.map((each) => [each.card, each])),
    summaries: new Map(questions.map((each) => [each.id, each])),
    packs: new Map(),
    scheduler: createScheduler({ desiredRetention: 0.9 }),
    examDay: null,
  };
}

function scan({ summaries, cards, today: now }: BrowseFacts): readonly string[] {
  const due = [...summaries.values()].filter(({ id, difficulty }) => {
    const known = cards.get(cardIdOf(id));
    return difficulty > 1 && known !== undefined && known.due !== null && known.due <= now;
  });
  return due.map(({ id }) => id);
}

/** Ticks each box of the screen and clears it again. */
async function mainThreadMs(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'sveska-browse-'));
  const site = await serveBenchSite(join(folder, 'site'), large);
  const browser = await launch();
  try {
    const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${site.origin}/questions`);
    await page.locator('.question-list li').first().waitFor();
    const session = await watchMainThread(page);
    const spent: number[] = [];
    for (const name of [/^New/, /^Learning/, /^Due today/, /^Flagged/]) {
      for (let presses = 0; presses < 4; presses += 1) {
        spent.push(await spentMs(page, session, () => page.getByRole('checkbox', { name }).click()));
      }
    }
    return shareOf(spent, 0.95);
  } finally {
    await browser.close();
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
