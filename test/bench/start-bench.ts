import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { launchPersistent } from '../e2e/support/browser.ts';
import { type Bench, growthRow, medianOf, moreRow, ratioRow } from './bench.ts';
import { type BenchSite, fillRecord, serveBenchSite, untilSnapshot } from './support/bench-site.ts';
import { markWhenThere, momentInSight, yearsLater } from './support/page-marks.ts';

/** One, then ten years at 200 answers a day. */
const [few, year, decade] = [100, 73_000, 730_000] as const;
const questions = 3_000;
const forgotten = 40;
/** What a start does after its first card (comparing, merging, keeping a snapshot) has time until then. */
const settledMs = 15_000;
/** For a first start, which reads everything. */
const patienceMs = 600_000;
const mb = 1024 * 1024;

/**
 * Starts of the built app at its review, each in a new process of Chromium on a profile that was filled through the real
 * stores, until the first due card can be answered; and what the page holds then, after its garbage is collected.
 */
export const startBench: Bench = {
  name: 'start',
  async run(turns) {
    const folder = mkdtempSync(join(tmpdir(), 'sveska-start-'));
    const site = await serveBenchSite(folder, questions);
    const profileOf = (entries: number) => join(folder, `profile-${entries}`);
    try {
      for (const entries of [few, year, decade]) await fillProfile(profileOf(entries), site, entries);
      const taken = await turns.take({
        few: () => inProfile(profileOf(few), (page) => startMs(page, site)),
        year: () => inProfile(profileOf(year), (page) => startMs(page, site)),
        decade: () => inProfile(profileOf(decade), (page) => startMs(page, site)),
      });
      const held = async (entries: number) => inProfile(profileOf(entries), (page) => heldMb(page, site));
      const [floor, ofYear, ofDecade] = [medianOf(taken.few), medianOf(taken.year), medianOf(taken.decade)];
      return [
        ratioRow('start with 73,000 entries beside 100', { unit: 'ms', ours: ofYear, floor }, 1.5),
        ratioRow('start with 730,000 entries beside 100', { unit: 'ms', ours: ofDecade, floor }, 2),
        growthRow('start', { size: year, ours: ofYear }, { size: decade, ours: ofDecade }),
        moreRow('memory after it', { unit: 'MB', ours: await held(decade), floor: await held(few) }, 60),
      ];
    } finally {
      await site.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  },
};

/** Fills it, and starts the app there twice: every measured start is one of many. The first reads the record whole. */
async function fillProfile(profile: string, site: BenchSite, entries: number): Promise<void> {
  const history = { entries, cards: site.cards, forgotten: site.choices.slice(0, forgotten) };
  await inProfile(profile, (page) => fillRecord(page, site.origin, history));
  await inProfile(profile, async (page) => {
    const firstMs = await startMs(page, site, patienceMs);
    console.error(`${entries} entries: the first start, without a snapshot, took ${Math.round(firstMs)} ms`);
    if (entries > few) await untilSnapshot(page, patienceMs);
  });
  await inProfile(profile, async (page) => {
    await startMs(page, site);
    await page.waitForTimeout(settledMs);
  });
}

async function startMs(page: Page, site: BenchSite, patience?: number): Promise<number> {
  await page.addInitScript(markWhenThere('due', 'main form.card:not(.setup) .action-bar button'));
  await page.goto(`${site.origin}/review`);
  return momentInSight(page, 'due', patience);
}

/** The page's own heap with its array buffers; workers that are still at work are waited for. */
async function heldMb(page: Page, site: BenchSite): Promise<number> {
  await startMs(page, site);
  await page.waitForTimeout(settledMs);
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const usage = await session.send('Runtime.getHeapUsage');
  const { usedSize, backingStorageSize = 0 } = usage as { usedSize: number; backingStorageSize?: number };
  return (usedSize + backingStorageSize) / mb;
}

async function inProfile<T>(profile: string, work: (page: Page) => Promise<T>): Promise<T> {
  const context: BrowserContext = await launchPersistent(profile, { serviceWorkers: 'block' });
  try {
    await context.addInitScript(yearsLater);
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}
