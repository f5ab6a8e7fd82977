import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/core/text/seeded-random.ts';
import { type RunningServer, serveApp } from '../../src/tools/serve.ts';
import { tellFigure } from '../figures.ts';
import { seed } from '../seed.ts';
import { builtApp } from './support/built-app.ts';
import {
  beginStudy,
  freshProfile,
  lostOf,
  openStudy,
  placesOf,
  readBackup,
  remove,
  untilPrinted,
} from './support/killable-study.ts';

/** `npm run soak -- --kills 400` asks for more. */
const kills = Number(process.env.SVESKA_KILLS ?? 15);
/** Kills in one profile, one after the other; two profiles go side by side. */
const killsInProfile = Math.min(20, Math.ceil(kills / 2));

let site: RunningServer;
beforeAll(async () => {
  site = await serveApp({ root: builtApp, port: 0 });
});
afterAll(() => site.close());

interface KillResult {
  readonly kills: number;
  /** Answers that were shown as saved. */
  readonly saved: number;
  /** Places of those that were not found again. */
  readonly lost: readonly string[];
}

/**
 * Kills the browser of one profile again and again while it studies; what was saved must be there at the end. The
 * moments are counted in what the page does, not in milliseconds, so that they do not depend on the machine's speed.
 */
async function killAgainAndAgain(wanted: number, draw: (below: number) => number): Promise<KillResult> {
  const profile = freshProfile();
  const saved = new Map<string, number>();
  const lost: string[] = [];
  for (let kill = 0; kill <= wanted; kill += 1) {
    const study = await openStudy({ origin: site.origin, profile, path: '/settings' });
    lost.push(...lostOf(saved, await readBackup(study.page)));
    await study.page.goto(site.origin);
    if (kill < wanted) await studyUntil(study.page, () => untilMoment(study.page, kill, draw));
    await study.browser.kill();
    for (const [log, n] of study.saved) saved.set(log, n);
  }
  remove(profile);
  return { kills: wanted, saved: placesOf(saved).length, lost };
}

/** Studies on and on, and resolves at a moment after the first answer; rejects when the page stops before. */
async function studyUntil(page: Page, moment: () => Promise<void>): Promise<void> {
  const studying = beginStudy(page, Number.POSITIVE_INFINITY);
  // The kill ends it, too.
  studying.catch(() => {});
  await Promise.race([untilPrinted(page, 'saved').then(moment), studying]);
}

/** Half of the kills hit the few milliseconds in which an answer is on its way to the stores, half any moment. */
async function untilMoment(page: Page, kill: number, draw: (below: number) => number): Promise<void> {
  if (kill % 2 === 0) await untilPrinted(page, 'rated');
  else for (let answers = draw(3); answers > 0; answers -= 1) await untilPrinted(page, 'rated');
  // One journey to the page and back takes about half a millisecond.
  for (let journeys = draw(kill % 2 === 0 ? 12 : 200); journeys > 0; journeys -= 1) await page.evaluate(() => 0);
}

/** As many profiles as it takes, two at a time. */
async function killInProfiles(): Promise<readonly KillResult[]> {
  const profiles = Array.from({ length: Math.ceil(kills / killsInProfile) }, (_, profile) => profile);
  const results: KillResult[] = [];
  const work = async () => {
    for (let profile = profiles.shift(); profile !== undefined; profile = profiles.shift()) {
      const wanted = Math.min(killsInProfile, kills - profile * killsInProfile);
      const result = await killAgainAndAgain(wanted, seededRandom(seed + profile));
      results.push(result);
      tellFigure(`profile ${profile}: ${wanted} kills, ${result.saved} saved answers, ${result.lost.length} lost`);
    }
  };
  await Promise.all([work(), work()]);
  return results;
}

function sumOf(results: readonly KillResult[], what: 'kills' | 'saved'): number {
  return results.reduce((sum, result) => sum + result[what], 0);
}

// Each kill takes seconds: what is soaked for hours must not end at a time limit.
describe('an answer shown as saved', { timeout: 300_000 + kills * 60_000 }, () => {
  it(`survives ${kills} killed browsers`, async () => {
    const results = await killInProfiles();
    const saved = sumOf(results, 'saved');
    const lost = results.flatMap((profile) => profile.lost);
    tellFigure(`Seed ${seed}: ${sumOf(results, 'kills')} kills, ${saved} saved answers, ${lost.length} lost`);
    expect(saved).toBeGreaterThanOrEqual(kills);
    expect(lost).toEqual([]);
  });
});
