import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { build } from 'vite';
import { indexDeck } from '../../../src/core/deck/index-deck.ts';
import type { Deck, QuestionSummary } from '../../../src/core/model/deck.ts';
import { type CardId, cardIdOf } from '../../../src/core/model/id.ts';
import { compileFolder } from '../../../src/tools/compile-folder.ts';
import { type RunningServer, serveApp } from '../../../src/tools/serve.ts';
import { shipDeck } from '../../../src/tools/ship-deck.ts';
import { buildApp } from '../../e2e/support/build-app.ts';
import type { FilledCard, FilledHistory, FillPage } from '../fill-page/fill-page.ts';
import { generatePack } from '../generate-pack.ts';

/** The built app with a generated deck, and a page of its origin that fills the record. */
export interface BenchSite extends RunningServer {
  readonly cards: readonly FilledCard[];
  /** Cards of which one option is picked. */
  readonly choices: readonly FilledCard[];
}

const seedQuestions = 20;
/** `cacheNameOf(databaseName)`, which stand in a file for browsers only. */
const snapshotDatabase = 'sveska-cache';

/**
 * Builds the app into a folder with the first questions of a generated pack, and then puts the deck of the whole pack
 * into the place of theirs: what the screens read is the same, and a build of 100,000 questions need not be waited for.
 * The service worker would refuse files that it was not built with, so it has to be blocked.
 */
export async function serveBenchSite(folder: string, questions: number): Promise<BenchSite> {
  const root = join(folder, 'app');
  generatePack(join(folder, 'seed'), seedQuestions);
  buildApp(root, join(folder, 'seed'));
  await buildFillPage(root);
  generatePack(join(folder, 'pack'), questions);
  const { deck, diagnostics } = await compileFolder(join(folder, 'pack'), '/');
  if (deck === null) throw new Error(`The generated pack does not compile: ${JSON.stringify(diagnostics.slice(0, 3))}`);
  putInPlace(deck, join(root, 'assets'));
  const all = indexDeck(deck).questions;
  const cardsOf = (question: QuestionSummary) => allCards(question).map((card) => ({ card, rev: question.rev }));
  return {
    ...(await serveApp({ root, port: 0 })),
    cards: all.flatMap(cardsOf),
    choices: all.filter(({ kind }) => kind === 'choice').flatMap(cardsOf),
  };
}

/** The index keeps the name that the app was built with. */
function putInPlace(deck: Deck, assets: string): void {
  const shipped = readdirSync(assets).filter((name) => name.startsWith('bench-index-'));
  for (const name of shipped) rmSync(join(assets, name));
  const known = shipped.find((name) => name.endsWith('.json'));
  if (known === undefined) throw new Error('Inconsistent: the app was built without an index');
  const { files, entry } = shipDeck(deck, [], '/assets/');
  for (const { name, content } of files) {
    writeFileSync(join(assets, entry.index.endsWith(`/${name}`) ? known : name), content);
  }
}

function allCards({ id, kind, cards }: QuestionSummary): readonly CardId[] {
  return kind === 'cloze' ? Array.from({ length: cards }, (_, n) => cardIdOf(id, n + 1)) : [cardIdOf(id)];
}

/** Writes a history into the stores of a profile; the page stays open afterwards. */
export async function fillRecord(page: Page, origin: string, history: FilledHistory): Promise<void> {
  await page.goto(`${origin}/fill.html`);
  while (!(await page.evaluate(() => 'pageOf' in globalThis))) await page.waitForTimeout(50);
  await page.evaluate((given) => pageOf().fill(given), history);
}

/** Waits until a page of the app has a snapshot of the record, as a start with a long record leaves one. */
export async function untilSnapshot(page: Page, patienceMs: number): Promise<void> {
  for (const began = performance.now(); performance.now() - began < patienceMs; ) {
    if (await page.evaluate(countSnapshots, snapshotDatabase)) return;
    await page.waitForTimeout(500);
  }
  throw new Error('No snapshot of the record was kept');
}

/** Runs inside the page. Never opens what is not there: that would make it. */
async function countSnapshots(name: string): Promise<number> {
  if (!(await indexedDB.databases()).some((known) => known.name === name)) return 0;
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('snapshots').objectStore('snapshots').count();
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result);
      };
    };
  });
}

/** Only ever called inside the page. */
declare function pageOf(): FillPage;

async function buildFillPage(outDir: string): Promise<void> {
  const entryFileNames = 'workers/[name]-[hash].js';
  await build({
    root: 'test/bench/fill-page',
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: 'test/bench/fill-page/fill.html' },
    },
    worker: { format: 'es', rolldownOptions: { output: { entryFileNames } } },
  });
}
