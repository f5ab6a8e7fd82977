import type { CardId, Timestamp } from '../../../src/core/model/id.ts';
import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import { openIndexedDbStore } from '../../../src/io/storage/indexed-db-store.ts';
import { databaseName, logFolder } from '../../../src/io/storage/open-record.ts';
import { openOpfsStore } from '../../../src/io/storage/opfs-store.ts';
import { joinStores } from '../../../src/io/storage/two-store-log.ts';
import { cardId, logId, showingId } from '../../core/ids.ts';

/** What the bench does in a page of the app's origin: the learner's record is written as the app writes it. */
export interface FillPage {
  /** Puts a history into both stores. */
  fill(history: FilledHistory): Promise<void>;
}

export interface FilledHistory {
  readonly entries: number;
  /** All of them are answered, in turn. */
  readonly cards: readonly FilledCard[];
  /** Forgotten by the last answers, and so long ago that they are due. */
  readonly forgotten: readonly FilledCard[];
}

export interface FilledCard {
  readonly card: CardId;
  readonly rev: string;
}

const answersADay = 200;
const daysAgo = 60;
const logsAtOnce = 20;
/** Few enough that a folder never holds thousands of files. */
const logsUnmerged = 100;
const dayMs = 86_400_000;

/** One log for each day of a history that ended a while ago. */
function answersOfDay(day: number, { entries, cards, forgotten }: FilledHistory): LogEntry[] {
  const days = Math.ceil(entries / answersADay);
  const noon = (Math.floor(Date.now() / dayMs) - daysAgo - days + day) * dayMs + dayMs / 2;
  const log = logId(`log${String(day).padStart(17, '0')}`);
  const count = Math.min(answersADay, entries - day * answersADay);
  return Array.from({ length: count }, (_, index) => {
    const at = day * answersADay + index;
    const last = forgotten[entries - 1 - at];
    const { card, rev } = last ?? cards[at % cards.length] ?? { card: cardId('bench/none'), rev: 'a1b2c3d4' };
    const ms = (noon + index * 20_000) as Timestamp;
    const showing = showingId(Math.imul(at + 1, 0x9e3779b1).toString(36));
    const r = last ? 1 : 3;
    return { v: 1, log, n: index + 1, ms, c: 0, tz: 0, t: 'answer', card, rev, r, took: 4000 + index, at: showing };
  });
}

const page: FillPage = {
  async fill(history) {
    const database = await openIndexedDbStore({ name: databaseName, onBlocked: () => {} });
    const files = await openOpfsStore(logFolder);
    const store = joinStores(database, files);
    const days = Math.ceil(history.entries / answersADay);
    for (let day = 0; day < days; day += logsAtOnce) {
      const logs = Array.from({ length: Math.min(logsAtOnce, days - day) }, (_, n) => answersOfDay(day + n, history));
      await store.append(logs.flat());
      if (day % logsUnmerged === 0) await files.merge(Number.POSITIVE_INFINITY);
    }
    // As the starts of all these days would have left them.
    await files.merge(Number.POSITIVE_INFINITY);
    await store.close();
  },
};
Object.assign(globalThis, { pageOf: () => page });
