import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/core/text/seeded-random.ts';
import { tellFigure } from '../figures.ts';
import { seed } from '../seed.ts';
import { damages, databaseFolder } from './support/damage-indexed-db.ts';
import { copyOf, freshProfile, remove } from './support/killable-study.ts';
import {
  beginAnswers,
  keepSnapshot,
  openStudy,
  type RecordSite,
  readKnown,
  type Study,
  serveRecordPage,
} from './support/record-page.ts';

const kills = Math.ceil(Number(process.env.SVESKA_KILLS ?? 10) / 2);
const tabs = 3;
const answersInTab = 60;

let site: RecordSite;
beforeAll(async () => {
  site = await serveRecordPage();
});
afterAll(async () => {
  await site.close();
  remove(site.folder);
});

const open = (profile: string) => openStudy({ origin: `${site.origin}/?snapshots`, profile });

/** Opens a profile in which so many answers were saved, and expects them all. */
async function openWhole(profile: string, name: string, answers: number): Promise<Study> {
  const study = await open(profile);
  const { places, known, report } = await readKnown(study.page);
  expect(places, name).toHaveLength(answers);
  expect([report.missing, known], name).toEqual([[], answers]);
  return study;
}

/** Six more answers, and a snapshot of all. */
async function answerMore(profile: string, name: string, before: number): Promise<void> {
  const { browser, page } = await openWhole(profile, name, before);
  await beginAnswers(page, 6);
  await keepSnapshot(page);
  await browser.close();
}

// Each kill takes seconds: what is soaked for hours must not end at a time limit.
describe('an answer shown as saved, where starts begin by a snapshot', { timeout: 300_000 + kills * 60_000 }, () => {
  it(`survives ${kills} browsers that are killed between an answer and a snapshot, or in the middle of one`, async () => {
    const draw = seededRandom(seed);
    const profile = freshProfile();
    const saved = new Set<string>();
    let snapshots = 0;
    for (let kill = 0; kill <= kills; kill += 1) {
      const { browser, page } = await open(profile);
      const { places, known, snapshot, report } = await readKnown(page);
      expect(places).toEqual(expect.arrayContaining([...saved]));
      expect([report.missing, report.isSnapshotRight, known]).toEqual([[], true, places.length]);
      if (snapshot > 0) snapshots += 1;
      page.on('console', (message) => {
        const [, place] = /^saved (\S+)$/.exec(message.text()) ?? [];
        if (place !== undefined) saved.add(place);
      });
      if (kill < kills) {
        const studying = beginAnswers(page, Number.MAX_SAFE_INTEGER).catch(() => {});
        for (let answers = 1 + draw(12); answers > 0; answers -= 1) await page.waitForEvent('console');
        for (let journeys = draw(40); journeys > 0; journeys -= 1) await page.evaluate(() => 0);
        await browser.kill();
        await studying;
      } else await browser.kill();
    }
    remove(profile);
    tellFigure(
      `Seed ${seed}: ${kills} kills, ${saved.size} saved answers, none lost, ${snapshots} starts by a snapshot`,
    );
    expect(saved.size).toBeGreaterThanOrEqual(kills);
    expect(snapshots).toBeGreaterThanOrEqual(1);
  });

  it('survives damage to the databases, of the record and of the snapshot', async () => {
    const studied = freshProfile();
    await answerMore(studied, 'study', 0);
    for (const [name, damage] of Object.entries(damages)) {
      const profile = copyOf(studied);
      damage(databaseFolder(profile, site.origin));
      await answerMore(profile, name, 6);
      const { browser } = await openWhole(profile, name, 12);
      await browser.close();
      remove(profile);
    }
    remove(studied);
  });

  it(`is one of ${tabs * answersInTab} when ${tabs} tabs answer, compare and write snapshots at once`, async () => {
    const profile = freshProfile();
    const { browser, page } = await open(profile);
    const pages = [page];
    while (pages.length < tabs) {
      const next = await page.context().newPage();
      await next.goto(`${site.origin}/?snapshots`);
      await next.waitForFunction(() => 'record' in globalThis);
      pages.push(next);
    }
    await Promise.all(pages.map((tab) => beginAnswers(tab, answersInTab)));
    await keepSnapshot(page);
    await browser.kill();
    const reader = await open(profile);
    const { places, known, snapshot, report } = await readKnown(reader.page);
    await reader.browser.kill();
    remove(profile);
    expect([places.length, known, report.missing]).toEqual([tabs * answersInTab, tabs * answersInTab, []]);
    expect(report).toMatchObject({ healed: 0, isSnapshotRight: true });
    expect(snapshot).toBeGreaterThan(0);
  });
});
