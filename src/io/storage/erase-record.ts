import { deleteDB } from 'idb';
import { closeRecords, databaseName, logFolder } from './open-record.ts';

/**
 * Closes the record and deletes its database and its line log. Rejects when another tab holds on to them; what
 * was deleted by then stays deleted.
 */
export async function eraseRecord(): Promise<void> {
  await closeRecords();
  await deleteDatabase(databaseName);
  const root = await navigator.storage.getDirectory();
  const names: string[] = [];
  for await (const key of root.keys()) names.push(key);
  if (names.includes(logFolder)) await root.removeEntry(logFolder, { recursive: true });
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    deleteDB(name, { blocked: () => reject(new Error('Another tab keeps the record open')) }).then(resolve, reject);
  });
}
