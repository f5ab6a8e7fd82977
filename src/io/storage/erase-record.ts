import { deleteDB } from 'idb';
import { cacheNameOf, closeRecords, databaseName, logFolder } from './open-record.ts';

/**
 * Closes the record and deletes its line log, its database and its snapshot. Rejects when another tab holds on to one of
 * them; the files go before the database, because they are what another tab may hold, and then nothing is lost yet. The
 * snapshot goes last: the worker of another tab that writes one later finds no record, and drops it.
 */
export async function eraseRecord(): Promise<void> {
  await closeRecords();
  await deleteLineLog();
  await deleteDatabase(databaseName);
  await deleteDatabase(cacheNameOf(databaseName));
}

/** A browser without private files has no line log to delete. */
async function deleteLineLog(): Promise<void> {
  const root = await navigator.storage.getDirectory().catch(() => null);
  if (root === null) return;
  await root.removeEntry(logFolder, { recursive: true }).catch((error: DOMException) => {
    if (error.name !== 'NotFoundError') throw error;
  });
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    deleteDB(name, { blocked: () => reject(new Error('Another tab keeps the record open')) }).then(resolve, reject);
  });
}
