import type { Timestamp } from '../../../src/core/model/id.ts';
import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import type { Rating } from '../../../src/core/model/verdict.ts';
import { cardId, logId, showingId } from '../../core/ids.ts';

const dayMs = 86_400_000;
const start = Date.UTC(2024, 0, 1, 12);

/** The same history twice: as the log has it, and as the columns that a floor would like to have. */
export interface BenchHistory {
  readonly entries: readonly LogEntry[];
  /** Index of the card, study day and rating of each review. */
  readonly cards: Uint32Array;
  readonly days: Int32Array;
  readonly ratings: Uint8Array;
}

/**
 * Reviews of all cards in turn, `roundDays` apart at first and further with every round; one log for a
 * thousand reviews. The entries come from text, as they do from a store, so no two share a string.
 */
export function makeHistory(reviews: number, cardCount: number): BenchHistory {
  const cards = new Uint32Array(reviews);
  const days = new Int32Array(reviews);
  const ratings = new Uint8Array(reviews);
  const entries: LogEntry[] = [];
  for (let index = 0; index < reviews; index += 1) {
    const card = Math.imul(index, 7919) % cardCount;
    const round = Math.floor(index / cardCount);
    const mixed = Math.imul(index ^ 0x5bd1e995, 0x27d4eb2d) >>> 8;
    cards[index] = card < 0 ? card + cardCount : card;
    days[index] = round * (round + 3);
    ratings[index] = mixed % 10 === 0 ? 1 : 2 + (mixed % 3);
    entries.push(entryOf(index, cards[index] ?? 0, days[index] ?? 0, (ratings[index] ?? 3) as Rating));
  }
  return { entries: JSON.parse(JSON.stringify(entries)) as LogEntry[], cards, days, ratings };
}

function entryOf(index: number, card: number, day: number, r: Rating): LogEntry {
  return {
    v: 1,
    log: logId(`log${String(Math.floor(index / 1000)).padStart(17, '0')}`),
    n: (index % 1000) + 1,
    ms: (start + day * dayMs + (index % 100_000)) as Timestamp,
    c: 0,
    tz: 0,
    t: 'answer',
    card: cardId(`aws-ecs/card-${card}`),
    rev: 'r1',
    r,
    took: 5000,
    at: showingId(Math.imul(index + 1, 0x9e3779b1).toString(36)),
  };
}
