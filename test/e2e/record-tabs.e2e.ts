import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellFigure } from '../figures.ts';
import { freshProfile, remove } from './support/killable-study.ts';
import {
  beginAnswers,
  openStudy,
  type RecordSite,
  readPlaces,
  readReport,
  serveRecordPage,
} from './support/record-page.ts';

const tabs = 3;
const answersInTab = Number(process.env.SVESKA_TAB_ANSWERS ?? 200);

let site: RecordSite;
beforeAll(async () => {
  site = await serveRecordPage();
});
afterAll(async () => {
  await site.close();
  remove(site.folder);
});

/** On a page of its own: it answers as fast as the stores acknowledge, which the screens do not allow. */
describe('an answer shown as saved', () => {
  it(`is one of ${tabs * answersInTab} when ${tabs} tabs answer at once`, async () => {
    const profile = freshProfile();
    const study = await openStudy({ origin: site.origin, profile });
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
    const reader = await openStudy({ origin: site.origin, profile });
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
    tellFigure(`${tabs} tabs at once: ${places.length} answers saved, none lost`);
  });
});
