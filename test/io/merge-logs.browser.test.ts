import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../src/core/model/log/log-entry.ts';
import { writeLine } from '../../src/core/model/log/log-lines.ts';
import { sealLines } from '../../src/io/storage/month-file.ts';
import { openOpfsStore } from '../../src/io/storage/opfs-store.ts';
import { writeLog } from '../log-builders.ts';
import { freshName } from './browser-places.ts';
import { describeLogStore } from './log-store-contract.ts';

/** Every file counts as old. */
const always = Number.MAX_SAFE_INTEGER;

function answers(log: string, count: number): LogEntry[] {
  const writer = writeLog(log);
  for (let n = 0; n < count; n += 1) writer.answer(`card-${n}`, 3);
  return writer.entries;
}

/** A session that has ended. */
async function study(folder: string, entries: readonly LogEntry[]): Promise<void> {
  const store = await openOpfsStore(folder);
  await store.append(entries);
  await store.close();
}

async function merge(folder: string, before = always): Promise<number> {
  const store = await openOpfsStore(folder);
  const merged = await store.merge(before);
  await store.close();
  return merged;
}

async function readAll(folder: string): Promise<{ readonly entries: readonly LogEntry[]; readonly damaged: number }> {
  const store = await openOpfsStore(folder);
  const { entries } = await store.readFrom(null);
  const { damaged } = store;
  await store.close();
  return { entries: [...entries].sort((a, b) => (a.log < b.log ? -1 : a.log > b.log ? 1 : a.n - b.n)), damaged };
}

async function filesOf(folder: string): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(folder);
}

async function namesIn(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const name of (await filesOf(folder)).keys()) names.push(name);
  return names.sort();
}

async function rewrite(folder: string, name: string, change: (text: string) => string): Promise<void> {
  const file = await (await filesOf(folder)).getFileHandle(name, { create: true });
  const text = await (await file.getFile()).text();
  const writable = await file.createWritable();
  await writable.write(change(text));
  await writable.close();
}

/** The browser dates files by its own clock, so a run may meet the end of a month. */
const monthName = /^\d{4}-\d\d\.month\.jsonl$/;
const aMonth: unknown = expect.stringMatching(monthName);

async function nameOfMonth(folder: string): Promise<string> {
  return (await namesIn(folder)).find((name) => monthName.test(name)) ?? '';
}

describe('merging the files of ended logs', () => {
  it('makes one file of a month, with every entry, and goes on in it', async () => {
    const folder = freshName();
    const logs = ['a', 'b', 'c'].map((log) => answers(log, 5));
    for (const entries of logs) await study(folder, entries);
    expect(await merge(folder)).toBe(3);
    expect(await namesIn(folder)).toEqual([aMonth]);
    expect(await readAll(folder)).toEqual({ entries: logs.flat(), damaged: 0 });
    expect(await merge(folder)).toBe(0);
    const more = answers('d', 2);
    await study(folder, more);
    expect(await merge(folder)).toBe(2);
    expect(await namesIn(folder)).toHaveLength(1);
    expect(await readAll(folder)).toEqual({ entries: [...logs.flat(), ...more], damaged: 0 });
  });

  it('leaves fewer than 200 files of ten years in which a tab was opened every day', async () => {
    const folder = freshName();
    const months = Array.from(
      { length: 119 },
      (_, n) => `${2016 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
    );
    await study(folder, answers('today', 1));
    const old = months.map((month, n) => ({ month, entries: answers(`old-${n + 100}`, 3) }));
    for (const { month, entries } of old)
      await rewrite(folder, `${month}.month.jsonl`, () => sealLines(entries.map(writeLine)));
    const days = Array.from({ length: 31 }, (_, n) => answers(`day-${n + 10}`, 2));
    for (const entries of days) await study(folder, entries);
    await merge(folder);
    expect((await namesIn(folder)).length).toBeLessThanOrEqual(120);
    const { entries, damaged } = await readAll(folder);
    expect([entries.length, damaged]).toEqual([119 * 3 + 31 * 2 + 1, 0]);
  });

  it('leaves alone what was written a moment ago and what a living tab holds', async () => {
    const folder = freshName();
    await study(folder, answers('a', 2));
    const { lastModified } = await (await (await filesOf(folder)).getFileHandle('a.jsonl')).getFile();
    expect(await merge(folder, lastModified)).toBe(0);
    const living = await openOpfsStore(folder);
    const [first, second] = answers('b', 2) as [LogEntry, LogEntry];
    await living.append([first]);
    expect(await merge(folder)).toBe(1);
    await living.append([second]);
    await living.close();
    expect(await namesIn(folder)).toEqual([aMonth, 'b.jsonl']);
    expect((await readAll(folder)).entries).toEqual([...answers('a', 2), first, second]);
  });

  it('takes entries once when the browser was killed before the old files were deleted', async () => {
    const folder = freshName();
    await study(folder, answers('a', 3));
    await merge(folder);
    await study(folder, answers('a', 3));
    expect(await readAll(folder)).toEqual({ entries: answers('a', 3), damaged: 0 });
    await merge(folder);
    expect(await readAll(folder)).toEqual({ entries: answers('a', 3), damaged: 0 });
    expect(await namesIn(folder)).toHaveLength(1);
  });

  it('keeps a file with an unreadable line, and forgets a torn end', async () => {
    const folder = freshName();
    for (const log of ['a', 'b', 'c']) await study(folder, answers(log, 2));
    await rewrite(folder, 'a.jsonl', (text) => text.replace('"r":3', '"r":4'));
    await rewrite(folder, 'b.jsonl', (text) => `${text}{"h":"abc`);
    await merge(folder);
    expect(await namesIn(folder)).toEqual([aMonth, 'a.jsonl']);
    const { entries, damaged } = await readAll(folder);
    expect([entries.length, damaged]).toEqual([5, 1]);
  });

  it('notices a damaged month by its seal and reads what is whole of it', async () => {
    const folder = freshName();
    await study(folder, answers('a', 4));
    await merge(folder);
    await rewrite(folder, await nameOfMonth(folder), (text) => text.replace('"r":3', '"r":4'));
    const { entries, damaged } = await readAll(folder);
    expect([entries.length, damaged]).toEqual([3, 1]);
  });

  it('does not disturb tabs that read, merge and write at the same time', async () => {
    const folder = freshName();
    const logs = Array.from({ length: 12 }, (_, n) => answers(`log-${n + 10}`, 3));
    for (const entries of logs) await study(folder, entries);
    const tabs = await Promise.all(Array.from({ length: 4 }, () => openOpfsStore(folder)));
    const live = tabs.map((_, n) => answers(`tab-${n}`, 5));
    const found = await Promise.all(
      tabs.map(async (tab, n) => {
        const merging = tab.merge(always);
        for (const entry of live[n] ?? []) await tab.append([entry]);
        const { entries } = await tab.readFrom(null);
        await merging;
        return entries.filter(({ log }) => log.startsWith('log-')).length;
      }),
    );
    for (const tab of tabs) await tab.close();
    expect(found).toEqual([36, 36, 36, 36]);
    expect((await readAll(folder)).entries).toEqual([...logs.flat(), ...live.flat()]);
  });
});

describeLogStore('OPFS that merges after every append', () => {
  const folder = freshName();
  return {
    open: async () => {
      const store = await openOpfsStore(folder);
      return {
        append: async (entries) => {
          await store.append(entries);
          await store.merge(always);
        },
        readFrom: (cursor) => store.readFrom(cursor),
        close: () => store.close(),
      };
    },
    isLasting: true,
  };
});
