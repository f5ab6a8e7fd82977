import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import type { MarkStore } from '../../../src/core/model/mark-store.ts';
import { studyDayOf } from '../../../src/core/scheduler/study-day.ts';
import { openIndexedDbStore } from '../../../src/io/storage/indexed-db-store.ts';
import { cacheNameOf, openRecord, type RecordOptions } from '../../../src/io/storage/open-record.ts';
import { createSnapshotStore } from '../../../src/io/storage/snapshot-store.ts';
import { writeLog } from '../../log-builders.ts';
import workerUrl from './plain-worker.ts?worker&url';

export const folding = { desiredRetention: 0.9 };

export const noMarks: MarkStore = { get: () => null, set: () => {}, remove: () => {}, keys: () => [] };

export function open(name: string, options: Partial<RecordOptions> = {}) {
  return openRecord({
    name,
    folder: `${name}-log`,
    marks: noMarks,
    dayOf: studyDayOf,
    workerUrl,
    snapshotFrom: 5,
    snapshotEvery: 5,
    ...options,
  });
}

export function answers(log: string, count: number): LogEntry[] {
  const writer = writeLog(log);
  for (let n = 0; n < count; n += 1) writer.answer(`card-${n % 7}`, 3);
  return writer.entries;
}

export async function study(name: string, entries: readonly LogEntry[]): Promise<void> {
  const { store } = await open(name);
  await store.append(entries);
  await store.close();
}

export function cacheOf(name: string) {
  return createSnapshotStore(cacheNameOf(name));
}

export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

export async function fillDatabase(name: string, entries: readonly LogEntry[]): Promise<void> {
  const database = await openIndexedDbStore({ name, onBlocked: () => {} });
  await database.append(entries);
  await database.close();
}
