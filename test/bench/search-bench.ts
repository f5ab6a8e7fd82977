import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findDocuments } from '../../src/core/deck/find-documents.ts';
import { searchDocuments } from '../../src/core/deck/search-documents.ts';
import { indexDocuments } from '../../src/core/deck/search-index.ts';
import type { SearchDocument } from '../../src/core/model/deck.ts';
import { compileFolder } from '../../src/tools/compile-folder.ts';
import { packId } from '../core/ids.ts';
import { launch } from '../e2e/support/browser.ts';
import { type Bench, boundRow, growthRow, medianOf, msOf, ratioRow, shareOf } from './bench.ts';
import { generatePack } from './generate-pack.ts';
import { serveBenchSite } from './support/bench-site.ts';
import { spentMs, watchMainThread } from './support/main-thread.ts';

const [small, large] = [1_000, 10_000] as const;
const most = 30;
const frameMs = 1000 / 60;
/** What somebody types, letter by letter; a slip and a second word among them. */
const typed = ['container port', 'healthh check', 'registryPort', 'snapshot bucket lease', 'zzzzz'];
const keystrokes = typed.flatMap((words) => Array.from(words, (_, n) => words.slice(0, n + 1)));
const packs = [packId('bench')];

/**
 * What a search takes in the worker, beside looking for the same words as substrings of the same documents in lower case;
 * and what each keystroke costs the thread that draws, in the built app.
 */
export const searchBench: Bench = {
  name: 'search',
  async run(turns) {
    const folder = mkdtempSync(join(tmpdir(), 'sveska-search-'));
    try {
      const [few, many] = [await documentsOf(folder, small), await documentsOf(folder, large)];
      const [fewer, more] = [indexDocuments(few), indexDocuments(many)];
      const taken = await turns.take({
        floor: () => eachMs(scanOf(many)),
        ours: () => eachMs((words) => findDocuments(more, { words, packs, most })),
        smallFloor: () => eachMs(scanOf(few)),
        small: () => eachMs((words) => findDocuments(fewer, { words, packs, most })),
        index: () => msOf(() => indexDocuments(many)),
      });
      const [ours, floor] = [medianOf(taken.ours), medianOf(taken.floor)];
      return [
        ratioRow('search keystroke, 10,000 questions', { unit: 'ms', ours, floor }, 1),
        growthRow(
          'search',
          { size: small, ours: medianOf(taken.small), floor: medianOf(taken.smallFloor) },
          { size: large, ours, floor },
        ),
        ratioRow('search: the index, made once', { unit: 'ms', ours: medianOf(taken.index), floor }),
        boundRow('search: main thread a keystroke, p95', 'ms', await mainThreadMs(folder), frameMs),
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function documentsOf(folder: string, count: number): Promise<readonly SearchDocument[]> {
  const pack = join(folder, `pack-${count}`);
  generatePack(pack, count);
  const { deck } = await compileFolder(pack, '/');
  if (deck === null) throw new Error('The generated pack does not compile');
  return searchDocuments(deck);
}

/** Which documents hold all words: every one is looked at, as whoever wants the best ones has to. */
function scanOf(documents: readonly SearchDocument[]): (words: string) => readonly number[] {
  const texts = documents.map(({ title, text, code = '', tags = '' }) =>
    `${title} ${text} ${code} ${tags}`.toLowerCase(),
  );
  return (sought) => {
    const words = sought.toLowerCase().split(' ');
    const found: number[] = [];
    for (let n = 0; n < texts.length; n += 1) if (words.every((word) => texts[n]?.includes(word))) found.push(n);
    return found;
  };
}

/** The mean of all keystrokes. */
async function eachMs(search: (words: string) => unknown): Promise<number> {
  const all = await msOf(() => {
    for (const words of keystrokes) search(words);
  });
  return all / keystrokes.length;
}

/** Searches for each beginning of what is typed, in the built app, until its results are painted. */
async function mainThreadMs(folder: string): Promise<number> {
  const site = await serveBenchSite(join(folder, 'site'), large);
  const browser = await launch();
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(`${site.origin}/search?q=a`);
    await page.locator('.search-results').waitFor();
    const session = await watchMainThread(page);
    const spent: number[] = [];
    for (const words of keystrokes) {
      await page.getByRole('searchbox').fill(words);
      spent.push(await spentMs(page, session, () => page.getByRole('searchbox').press('Enter')));
    }
    return shareOf(spent, 0.95);
  } finally {
    await browser.close();
    await site.close();
  }
}
