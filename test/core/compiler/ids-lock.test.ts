import { describe, expect, it } from 'vitest';
import { compilePack } from '../../../src/core/compiler/compile-pack.ts';
import { sealIdsLock, writeIdsLock } from '../../../src/core/compiler/lock/ids-lock.ts';
import type { PackFile } from '../../../src/core/model/pack.ts';
import { complaintsOf, goodChoice, packOf, packWithQuestions, placesOf } from './pack-builder.ts';

/** The lock that the tool writes for a pack, on top of an older one. */
function lockOf(files: readonly PackFile[], old = ''): string {
  const { value, diagnostics } = compilePack(files);
  if (value === null) throw new Error(JSON.stringify(diagnostics));
  return sealIdsLock(writeIdsLock(old, value), value);
}
const withLock = (files: readonly PackFile[], lock: string) => [...files, { path: 'ids.lock', content: lock }];
const cloze = (text: string) => packWithQuestions(`${goodChoice}\n## Cards {#cards}\n\n${text}\n`);
const fixesOf = (files: readonly PackFile[]) => complaintsOf(files).map(({ fix }) => fix);

describe('a lock that is sealed', () => {
  const lock = lockOf(packOf());
  it('names the pack and counts its ids', () =>
    expect(lock).toMatch(/^# pack demo, 1 ids\. .*\ngood-one live [0-9a-z]{10}\n$/));
  it('satisfies the pack that it was written for', () => expect(placesOf(withLock(packOf(), lock))).toEqual([]));
  it('can be written again', () => {
    expect(lockOf(packOf(), lock)).toBe(lock);
  });
  it('[E112] misses a line that was deleted together with its question', () =>
    expect(placesOf(withLock(packOf(), lock.replace('1 ids', '2 ids')))).toEqual(['E112 ids.lock:1:1']));
  it('may have more lines than it counts, as after a merge', () =>
    expect(placesOf(withLock(packOf(), `${lock}old-one retired\n`))).toEqual([]));
  it('[E112] refuses a pack with another id', () =>
    expect(placesOf(withLock(packOf(), lock.replace('pack demo', 'pack other')))).toEqual(['E112 pack.yaml:2:5']));
  it('is read without its seal, as older ones are', () =>
    expect(placesOf(withLock(packOf(), 'good-one live\n'))).toEqual([]));
});

describe('a question under another id', () => {
  const lock = lockOf(packOf());
  const renamed = packWithQuestions(goodChoice.replace('good-one', 'better-one'));
  it('[E112] is named where it stands, with the way to keep its history', () => {
    expect(placesOf(withLock(renamed, lock))).toEqual(['E112 questions/ports.md:8:4']);
    expect(fixesOf(withLock(renamed, lock))).toEqual(['Write {#better-one was=good-one}.']);
  });
  it('[E112] says which former id was meant', () => {
    const misspelt = packWithQuestions(goodChoice.replace('{#good-one}', '{#better-one was=godo-one}'));
    expect(fixesOf(withLock(misspelt, lock))).toEqual(['Did you mean was=good-one?']);
  });
  it('[W217] is warned of a former id that was never published', () => {
    const odd = packWithQuestions(goodChoice.replace('{#good-one}', '{#good-one was=something-else}'));
    expect(placesOf(withLock(odd, lock))).toEqual(['W217 questions/ports.md:8:31']);
  });
});

describe('ids that are not locked', () => {
  const files = withLock(packOf(), 'old-one retired\n');
  const codes = (unlocked?: 'W221' | 'E113') =>
    compilePack(files, unlocked === undefined ? {} : { unlocked }).diagnostics.map(({ code }) => code);
  it('are said as it is asked for', () => {
    expect([codes(), codes('W221'), codes('E113')]).toEqual([[], ['W221'], ['E113']]);
  });
  it('[E113] of a new id nobody says that it was lost', () => {
    const [complaint] = compilePack(files, { unlocked: 'E113' }).diagnostics;
    expect(`${complaint?.message} ${complaint?.why}`).not.toMatch(/have history|is gone/);
    expect(complaint?.fix).toContain('npm run sveska -- lock');
  });
});

describe('cards of a published cloze', () => {
  const two = 'The {{agent}} reads {{the file}}.';
  const lock = lockOf(cloze(two));
  const codes = (text: string) => complaintsOf(withLock(cloze(text), lock)).map(({ code }) => code);
  it.each([
    ['stay as they are', two],
    ['are reworded', 'The {{ECS agent}} reads {{the file}}.'],
    ['get another at the end', 'The {{agent}} reads {{the file}} at its {{start}}.'],
    ['lose the last', 'The {{agent}} reads the file.'],
    ['are numbered by hand when another comes first', 'At its {{3:start}} the {{1:agent}} reads {{2:the file}}.'],
    ['are numbered and reworded', 'At its {{3:start}} the {{1:ECS agent}} reads {{2:the file}}.'],
  ])('may be that %s', (_, text) => expect(codes(text)).toEqual([]));
  it.each([
    ['another comes first', 'At its {{start}} the {{agent}} reads {{the file}}.'],
    ['the first goes', 'It reads {{the file}}.'],
    ['they change places', 'The {{the file}} is read by the {{agent}}.'],
    ['one goes and the other is reworded', 'It reads {{a file}}.'],
    ['they are numbered as others', 'The {{2:agent}} reads {{1:the file}}.'],
  ])('[E112] keep their history when %s', (_, text) => expect(codes(text)).toEqual(['E112']));
});
