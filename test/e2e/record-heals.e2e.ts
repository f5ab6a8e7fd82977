import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, serveApp } from '../../src/tools/serve.ts';
import { tellFigure } from '../figures.ts';
import { builtApp } from './support/built-app.ts';
import { damages, databaseFolder } from './support/damage-indexed-db.ts';
import {
  freshProfile,
  lostOf,
  openStudy,
  placesOf,
  readBackup,
  readNotices,
  remove,
  studySome,
} from './support/killable-study.ts';

const answersBeforeDamage = 3;

let site: RunningServer;
beforeAll(async () => {
  site = await serveApp({ root: builtApp, port: 0 });
});
afterAll(() => site.close());

/** Answers, damage, a start with more answers behind the damage, and what the next start still has and says. */
async function studyOverDamage(damage: (database: string) => void, hasMirror: boolean) {
  const profile = freshProfile();
  const saved = new Map<string, number>();
  const told = { lackedInDatabase: 0, restored: false, missing: false };
  for (const step of ['study', 'study again', 'look'] as const) {
    if (step === 'study again') damage(databaseFolder(profile, site.origin));
    const study = await openStudy({ origin: site.origin, profile, hasMirror });
    told.lackedInDatabase += placesOf(saved).filter((place) => !study.inDatabase.has(place)).length;
    if (step !== 'study') {
      const { restored, missing } = await readNotices(study.page);
      told.restored ||= restored;
      told.missing ||= missing;
    }
    if (step === 'look') {
      const lost = lostOf(saved, await readBackup(study.page)).length;
      await study.browser.kill();
      remove(profile);
      return { ...told, lost, saved: placesOf(saved).length };
    }
    await studySome(study, answersBeforeDamage);
    for (const [log, n] of study.saved) saved.set(log, n);
    await study.browser.close();
  }
  throw new Error('Inconsistent: no last look');
}

describe('an answer shown as saved', () => {
  it('survives damage to the database with the second store, not without it, and the learner hears of it', async () => {
    const losses: number[] = [];
    let announced = 0;
    for (const [name, damage] of Object.entries(damages)) {
      const [mirrored, alone] = await Promise.all([studyOverDamage(damage, true), studyOverDamage(damage, false)]);
      expect(mirrored.saved, name).toBe(2 * answersBeforeDamage);
      expect([mirrored.lost, mirrored.missing], name).toEqual([0, false]);
      // Chromium may repair a damage when the database is opened again: then nothing had to be put back.
      const hadToHeal = mirrored.lackedInDatabase > 0 && alone.lost > 0;
      expect(mirrored.restored || !hadToHeal, `${name}: put back and said so`).toBe(true);
      announced += mirrored.restored ? 1 : 0;
      expect(alone.missing, `${name}: missing and said so`).toBe(alone.lost > 0);
      losses.push(alone.lost);
    }
    tellFigure(`${announced} of ${losses.length} damages were healed and announced`);
    tellFigure(`without the second store ${losses.join(', ')} of ${2 * answersBeforeDamage} saved answers are lost`);
    expect(losses.filter((count) => count > 0).length).toBeGreaterThanOrEqual(3);
    expect(announced).toBeGreaterThanOrEqual(3);
  });
});
