import type { CardId, LogId, ShowingId, Timestamp } from '../../../src/core/model/id.ts';
import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import { studyDayOf } from '../../../src/core/scheduler/study-day.ts';
import { logFolder, openRecord } from '../../../src/io/storage/open-record.ts';
import { openOpfsStore } from '../../../src/io/storage/opfs-store.ts';

/** What the bench does in a page of its own, with nothing but the record. */
export interface ColdStartPage {
  /** Puts a history into both stores, one log a day. */
  fill(days: number, answersADay: number): Promise<void>;
  /** Merges the files as the start of the day after would. */
  merge(): Promise<void>;
  /** Opens the record and reads all of it, as the app does; seconds, and how many entries there are. */
  open(): Promise<{ readonly seconds: number; readonly entries: number }>;
}

const logsAtOnce = 10;
const dayMs = 86_400_000;
const marks = { get: () => null, set: () => {}, remove: () => {}, keys: () => [] };

function answersOf(day: number, count: number): LogEntry[] {
  const log = `log${String(day).padStart(17, '0')}` as LogId;
  return Array.from({ length: count }, (_, index) => ({
    v: 1,
    log,
    n: index + 1,
    ms: (Date.UTC(2016, 0, 1, 12) + day * dayMs + index * 20_000) as Timestamp,
    c: 0,
    tz: 60,
    t: 'answer',
    card: `aws-ecs/card-${(day * 31 + index * 7) % 3000}` as CardId,
    rev: 'a1b2c3d4',
    r: index % 9 === 0 ? 1 : 3,
    took: 4000 + index,
    given: 'a',
    at: Math.imul(day * count + index + 1, 0x9e3779b1).toString(36) as ShowingId,
  }));
}

const page: ColdStartPage = {
  async fill(days, answersADay) {
    const { store } = await openRecord({ marks, dayOf: studyDayOf });
    for (let day = 0; day < days; day += logsAtOnce) {
      const logs = Array.from({ length: Math.min(logsAtOnce, days - day) }, (_, n) => answersOf(day + n, answersADay));
      await store.append(logs.flat());
    }
    await store.close();
  },
  async merge() {
    const files = await openOpfsStore(logFolder);
    await files.merge(Number.MAX_SAFE_INTEGER);
    await files.close();
  },
  async open() {
    const began = performance.now();
    const { start } = await openRecord({ marks, dayOf: studyDayOf });
    const { entries } = start;
    return { seconds: (performance.now() - began) / 1000, entries: entries.length };
  },
};
Object.assign(globalThis, { pageOf: () => page });
