import { describe, expect, it } from 'vitest';
import type { EntryFields, LogEntry } from '../../src/core/model/log/log-entry.ts';
import type { LogStore } from '../../src/core/model/log/log-store.ts';
import { logId } from '../core/ids.ts';
import { card, writeLog } from '../log-builders.ts';

/** One place that keeps entries, opened as often as a test likes. */
export interface StorePlace {
  open(): Promise<LogStore>;
  /** Whether what was written is there after closing. */
  readonly isLasting: boolean;
}

function sorted(entries: readonly LogEntry[]): LogEntry[] {
  return [...entries].sort((a, b) => (a.log < b.log ? -1 : a.log > b.log ? 1 : a.n - b.n));
}

function answers(log: string, count: number): LogEntry[] {
  const writer = writeLog(log);
  for (let n = 0; n < count; n += 1) writer.answer(`card-${n % 7}`, 3);
  return writer.entries;
}

/** What every store must do. `place` gives a fresh place each time. */
export function describeLogStore(name: string, place: () => StorePlace): void {
  describe(`${name} as a log store`, () => {
    it('gives back what was appended', async () => {
      const store = await place().open();
      const entries = answers('a', 3);
      await store.append(entries);
      expect(sorted((await store.readFrom(null)).entries)).toEqual(entries);
      await store.close();
    });

    it('is empty at first, and an empty append changes nothing', async () => {
      const store = await place().open();
      await store.append([]);
      expect((await store.readFrom(null)).entries).toEqual([]);
      await store.close();
    });

    it('keeps an entry once, however often it is appended', async () => {
      const store = await place().open();
      const entries = answers('a', 2);
      await store.append(entries);
      await store.append(entries);
      await store.append(entries.slice(1));
      expect(sorted((await store.readFrom(null)).entries)).toEqual(entries);
      await store.close();
    });

    it('reads on from a cursor', async () => {
      const store = await place().open();
      const entries = answers('a', 5);
      await store.append(entries.slice(0, 2));
      const { cursor } = await store.readFrom(null);
      expect((await store.readFrom(cursor)).entries).toEqual([]);
      await store.append(entries.slice(2));
      const more = answers('b', 2);
      await store.append(more);
      const later = await store.readFrom(cursor);
      expect(sorted(later.entries)).toEqual([...entries.slice(2), ...more]);
      expect((await store.readFrom(later.cursor)).entries).toEqual([]);
      await store.close();
    });

    it('a cursor does not pass over a number that comes late', async () => {
      const store = await place().open();
      const [first, second, third] = answers('a', 3) as [LogEntry, LogEntry, LogEntry];
      await store.append([first, third]);
      const { cursor } = await store.readFrom(null);
      await store.append([second]);
      expect((await store.readFrom(cursor)).entries).toContainEqual(second);
      await store.close();
    });

    it('takes appends that overlap', async () => {
      const store = await place().open();
      const entries = [...answers('a', 20), ...answers('b', 20)];
      await Promise.all(entries.map((entry) => store.append([entry])));
      expect(sorted((await store.readFrom(null)).entries)).toEqual(entries);
      await store.close();
    });

    it('keeps any text, and kinds and versions that it does not know', async () => {
      const store = await place().open();
      const log = writeLog('a');
      const texts = ['\u2028 line\nfeeds\r\n', '\u0000\uFEFF', 'мачка 🐈 "quoted"', '__proto__'];
      for (const text of texts) log.write({ t: 'note', card: card('one'), text });
      log.write({ t: 'dream', deep: { b: [1, null], a: 'x' } } as unknown as EntryFields);
      const entries = [...log.entries, { ...log.answer('one', 3), v: 2 } as unknown as LogEntry];
      await store.append(entries);
      expect(sorted((await store.readFrom(null)).entries)).toEqual(entries);
      await store.close();
    });

    it('takes a restored history of some thousands at once', async () => {
      const store = await place().open();
      const entries = ['a', 'b', 'c'].flatMap((log) => answers(log, 850));
      await store.append(entries);
      const found = await store.readFrom(null);
      expect(sorted(found.entries)).toEqual(entries);
      expect(found.cursor.get(logId('b'))).toBe(850);
      await store.close();
    });

    if (!place().isLasting) return;
    it('has everything when it is opened again, by two readers at once', async () => {
      const kept = place();
      const entries = answers('a', 4);
      const first = await kept.open();
      await first.append(entries);
      const second = await kept.open();
      await second.append(answers('b', 1));
      expect(sorted((await first.readFrom(null)).entries)).toEqual([...entries, ...answers('b', 1)]);
      await first.close();
      await second.close();
      const third = await kept.open();
      expect(sorted((await third.readFrom(null)).entries)).toEqual([...entries, ...answers('b', 1)]);
      await third.close();
    });
  });
}
