import { deleteDB } from 'idb';

/**
 * Deletes the database and the line log of the record. Rejects when another tab holds on to them; what
 * was deleted by then stays deleted.
 */
export async function eraseRecord(name = 'sveska'): Promise<void> {
  await deleteDatabase(name);
  const root = await navigator.storage.getDirectory();
  const names: string[] = [];
  for await (const key of root.keys()) names.push(key);
  if (names.includes('log')) await root.removeEntry('log', { recursive: true });
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    deleteDB(name, { blocked: () => reject(new Error('Another tab keeps the record open')) }).then(resolve, reject);
  });
}
