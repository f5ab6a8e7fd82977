import { type LogEntry, placeOf } from '../../../core/model/log/log-entry.ts';
import type { RecordDesk } from './record-desk.ts';
import type { RecordState } from './record-state.ts';

/** Every entry, this tab's unsaved ones included. Rejects when they cannot be read. */
export async function wholeLog(desk: RecordDesk, isAtHand = desk.live.isWhole): Promise<readonly LogEntry[]> {
  const { live, record, queue } = desk;
  if (isAtHand || record === null) return [...live.recent];
  const before = new Set(live.recent);
  const unsaved = queue.waiting();
  const stored = await record.readAll();
  // What others wrote counts as the stores have it: a snapshot may speak of what is no more. But what was taken while
  // they were read may not have been there yet.
  const taken = live.recent.filter((entry) => live.isOwn(entry.log) || !before.has(entry));
  return withEntries(stored, [...taken, ...unsaved, ...queue.waiting()]);
}

/** The stored entries with these in their places, each place once. */
function withEntries(stored: readonly LogEntry[], few: readonly LogEntry[]): readonly LogEntry[] {
  const byPlace = new Map(few.map((entry) => [placeOf(entry), entry]));
  const logs = new Set(few.map(({ log }) => log));
  return [...stored.filter((entry) => !logs.has(entry.log) || !byPlace.has(placeOf(entry))), ...byPlace.values()];
}

/**
 * Until the stores are read, what this tab did is not the whole record: a backup of it would look like one of all.
 * Resolves as well when they cannot be opened; rejects while another tab keeps them closed.
 */
export function whenRead({ store }: Pick<RecordDesk, 'store'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = ({ opening, isBlocked }: RecordState) => {
      if (isBlocked) reject(new Error('Another tab keeps the record closed'));
      else if (opening === 'opening') return;
      else resolve();
      leave();
    };
    const leave = store.subscribe(look);
    look(store.getState());
  });
}
