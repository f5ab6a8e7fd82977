import type { Timestamp } from '../../../src/core/model/id.ts';
import { nextPlace, startLog } from '../../../src/core/model/log/log.ts';
import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { cardId, logId, showingId } from '../../core/ids.ts';
import type { PortOptions } from '../study-builders.tsx';

const dayMs = 24 * 60 * 60 * 1000;
/** When tests open their page. */
export const opened = Date.UTC(2026, 10, 23, 12);

/** So many answers, of which fifty are the first of a card, by somebody who has forgotten nearly everything after a day. */
export function forgetfulLog(answers: number): readonly LogEntry[] {
  let clock = startLog(logId('forgetful'));
  const days = Math.ceil(answers / 50);
  return Array.from({ length: answers }, (_, n): LogEntry => {
    const day = Math.floor(n / 50);
    const place = nextPlace(clock, (opened - (days - day) * dayMs + n) as Timestamp, 0);
    clock = place;
    const r = day > 0 && n % 5 !== 0 ? 1 : 3;
    const card = cardId(`demo/q${n % 50}`);
    return { ...place, t: 'answer', card, rev: 'rev1', r, took: 5000, at: showingId(`f${n}`) };
  });
}

/** A page over the record of such a learner. */
export async function pageAfter(answers: number): Promise<PortOptions> {
  const store = createMemoryStore();
  await store.append(forgetfulLog(answers));
  return { store, marks: { started: '1' }, now: opened };
}
