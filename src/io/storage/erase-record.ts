import { deleteDB } from 'idb';
import { cacheNameOf, closeRecords, databaseName, logFolder } from './open-record.ts';

/**
 * Closes the record and deletes its snapshot, its line log and its database. Rejects when another tab holds on to one of
 * them; the files go before the database, because they are what another tab may hold, and then nothing is lost yet.
 */
export async function eraseRecord(): Promise<void> {
  await closeRecords();
  await deleteDatabase(cacheNameOf(databaseName));
  await deleteLineLog();
  await deleteDatabase(databaseName);
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
