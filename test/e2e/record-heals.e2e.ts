import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, serveApp } from '../../src/tools/serve.ts';
import { tellFigure } from '../figures.ts';
import { builtApp } from './support/built-app.ts';
import { damages, databaseFolder } from './support/damage-indexed-db.ts';
import {
  copyOf,
  freshProfile,
  lostOf,
  openStudy,
  placesOf,
  readBackup,
  readNotices,
  remove,
  type Study,
  studySome,
} from './support/killable-study.ts';

const answersBeforeDamage = 3;

let site: RunningServer;
beforeAll(async () => {
  site = await serveApp({ root: builtApp, port: 0 });
});
afterAll(() => site.close());

/** A profile in which some answers were shown as saved. */
interface Studied {
  readonly profile: string;
  readonly saved: ReadonlyMap<string, number>;
}

async function studyBefore(hasMirror: boolean): Promise<Studied> {
  const profile = freshProfile();
  const study = await openStudy({ origin: site.origin, profile, hasMirror });
  await studySome(study, answersBeforeDamage);
  await study.browser.close();
  return { profile, saved: study.saved };
}

/** Damage, a start with more answers behind the damage, and what the next start still has and says. */
async function studyOverDamage(before: Studied, damage: (database: string) => void, hasMirror: boolean) {
  const profile = copyOf(before.profile);
  damage(databaseFolder(profile, site.origin));
  const again = await openStudy({ origin: site.origin, profile, hasMirror });
  const lackedBefore = lackedIn(again, before.saved);
  const told = await readNotices(again.page);
  await studySome(again, answersBeforeDamage);
  await again.browser.close();
  const saved = new Map([...before.saved, ...again.saved]);
  const look = await openStudy({ origin: site.origin, profile, hasMirror });
  const lackedInDatabase = lackedBefore + lackedIn(look, saved);
  const { restored, missing } = await readNotices(look.page);
  const lost = lostOf(saved, await readBackup(look.page)).length;
  await look.browser.kill();
  remove(profile);
  return {
    lackedInDatabase,
    lost,
    saved: placesOf(saved).length,
    restored: restored || told.restored,
    missing: missing || told.missing,
  };
}

function lackedIn({ inDatabase }: Study, saved: ReadonlyMap<string, number>): number {
  return placesOf(saved).filter((place) => !inDatabase.has(place)).length;
}

describe('an answer shown as saved', () => {
  it('survives damage to the database with the second store, not without it, and the learner hears of it', async () => {
    const losses: number[] = [];
    let announced = 0;
    const [withMirror, withoutMirror] = await Promise.all([studyBefore(true), studyBefore(false)]);
    for (const [name, damage] of Object.entries(damages)) {
      const [mirrored, alone] = await Promise.all([
        studyOverDamage(withMirror, damage, true),
        studyOverDamage(withoutMirror, damage, false),
      ]);
      expect(mirrored.saved, name).toBe(2 * answersBeforeDamage);
      expect([mirrored.lost, mirrored.missing], name).toEqual([0, false]);
      // Chromium may repair a damage when the database is opened again: then nothing had to be put back.
      const hadToHeal = mirrored.lackedInDatabase > 0 && alone.lost > 0;
      expect(mirrored.restored || !hadToHeal, `${name}: put back and said so`).toBe(true);
      announced += mirrored.restored ? 1 : 0;
      expect(alone.missing, `${name}: missing and said so`).toBe(alone.lost > 0);
      losses.push(alone.lost);
    }
    for (const { profile } of [withMirror, withoutMirror]) remove(profile);
    tellFigure(`${announced} of ${losses.length} damages were healed and announced`);
    tellFigure(`without the second store ${losses.join(', ')} of ${2 * answersBeforeDamage} saved answers are lost`);
    expect(losses.filter((count) => count > 0).length).toBeGreaterThanOrEqual(3);
    expect(announced).toBeGreaterThanOrEqual(3);
  });
});
