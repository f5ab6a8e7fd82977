import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { damages, databaseFolder } from './damage-indexed-db.ts';
import {
  beginAnswers,
  freshProfile,
  openStudy,
  type RecordSite,
  readPlaces,
  readReport,
  remove,
  serveRecordPage,
} from './record-page.ts';

const kills = 40;
/** Every fourth kill goes on in the profile of the one before. */
const killsInProfile = 4;
const tabs = 3;
const answersInTab = 200;

let site: RecordSite;
beforeAll(async () => {
  site = await serveRecordPage();
});
afterAll(async () => {
  await site.close();
  remove(site.folder);
});

/** Mulberry32: the run can be repeated from the seed that it prints. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function lostOf(saved: ReadonlySet<string>, places: readonly string[]): string[] {
  const found = new Set(places);
  return [...saved].filter((place) => !found.has(place));
}

describe('an answer shown as saved', () => {
  it(`survives ${kills} killed browsers`, { timeout: 300_000 }, async () => {
    const seed = Number(process.env.KILL_SEED ?? Date.now() % 100_000);
    const next = random(seed);
    const profile = { path: '', saved: new Set<string>() };
    let answers = 0;
    const lost: string[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      if (kill % killsInProfile === 0) Object.assign(profile, { path: freshProfile(), saved: new Set<string>() });
      const study = await openStudy({ origin: site.origin, profile: profile.path, hasMirror: true });
      lost.push(...lostOf(profile.saved, await readPlaces(study.page)));
      const answering = beginAnswers(study.page, 1_000_000).catch(() => {});
      await sleep(50 + next() * 1200);
      await study.browser.kill();
      await answering;
      for (const place of study.saved) profile.saved.add(place);
      answers += study.saved.size;
      if (kill % killsInProfile === killsInProfile - 1) {
        const last = await openStudy({ origin: site.origin, profile: profile.path, hasMirror: true });
        lost.push(...lostOf(profile.saved, await readPlaces(last.page)));
        await last.browser.kill();
        remove(profile.path);
      }
    }
    console.log(`kill seed ${seed}: ${kills} kills, ${answers} saved answers, ${lost.length} lost`);
    expect(answers).toBeGreaterThan(kills);
    expect(lost).toEqual([]);
  });

  /** Answers, damage, a start with more answers behind the damage, and what the next start still has. */
  async function lostAfter(damage: (database: string) => void, hasMirror: boolean): Promise<number> {
    const profile = freshProfile();
    const options = { origin: site.origin, profile, hasMirror };
    const saved = new Set<string>();
    for (const step of ['study', 'damage', 'study again']) {
      if (step === 'damage') {
        damage(databaseFolder(profile, site.origin));
        continue;
      }
      const study = await openStudy(options);
      await beginAnswers(study.page, 30);
      for (const place of study.saved) saved.add(place);
      await study.browser.close();
    }
    const last = await openStudy(options);
    const lost = lostOf(saved, await readPlaces(last.page));
    const { missing } = await readReport(last.page);
    await last.browser.kill();
    remove(profile);
    expect(saved.size).toBe(60);
    if (hasMirror) expect(missing).toEqual([]);
    return lost.length;
  }

  it.each(Object.entries(damages))('survives %s', async (_name, damage) => {
    expect(await lostAfter(damage, true)).toBe(0);
  });

  it('does not survive them without the second store, so these tests can fail', { timeout: 300_000 }, async () => {
    const lost: number[] = [];
    for (const damage of Object.values(damages)) lost.push(await lostAfter(damage, false));
    console.log(`without the mirror ${lost.join(', ')} of 60 saved answers are lost`);
    expect(lost.filter((count) => count > 0).length).toBeGreaterThanOrEqual(3);
  });

  it(`is one of ${tabs * answersInTab} when ${tabs} tabs answer at once`, async () => {
    const profile = freshProfile();
    const study = await openStudy({ origin: site.origin, profile, hasMirror: true });
    const context = study.page.context();
    const pages = [study.page];
    while (pages.length < tabs) {
      const page = await context.newPage();
      await page.goto(site.origin);
      await page.waitForFunction(() => 'record' in globalThis);
      pages.push(page);
    }
    await Promise.all(pages.map((page) => beginAnswers(page, answersInTab)));
    await study.browser.kill();
    const reader = await openStudy({ origin: site.origin, profile, hasMirror: true });
    const places = await readPlaces(reader.page);
    const report = await readReport(reader.page);
    await reader.browser.kill();
    remove(profile);
    const logs = new Map<string, number[]>();
    for (const [log = '', n] of places.map((place) => place.split(':'))) {
      logs.set(
        log,
        [...(logs.get(log) ?? []), Number(n)].sort((a, b) => a - b),
      );
    }
    expect([...logs.values()]).toEqual(
      Array.from({ length: tabs }, () => Array.from({ length: answersInTab }, (_, n) => n + 1)),
    );
    expect(report.missing).toEqual([]);
  });
});
