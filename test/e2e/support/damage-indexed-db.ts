import { appendFileSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What can happen to Chromium's IndexedDB files between two starts. Each is seen in the field or by killing. */
export const damages: Readonly<Record<string, (database: string) => void>> = {
  // A killed browser leaves a record's header without its payload; Chromium appends behind it.
  'a torn record header at the end of the log': (database) => {
    const log = logOf(database);
    appendFileSync(log, readFileSync(log).subarray(0, 7));
  },
  'the last 40 bytes cut off the log': (database) => {
    const log = logOf(database);
    truncateSync(log, Math.max(0, statSync(log).size - 40));
  },
  'the last 4 kB of the log zeroed': (database) => {
    const log = logOf(database);
    const bytes = readFileSync(log);
    writeFileSync(log, bytes.fill(0, Math.max(0, bytes.length - 4096)));
  },
  'a flipped bit in the middle of the log': (database) => {
    const log = logOf(database);
    const bytes = readFileSync(log);
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 16;
    writeFileSync(log, bytes);
  },
  'CURRENT removed': (database) => rmSync(join(database, 'CURRENT')),
  'the log removed': (database) => rmSync(logOf(database)),
};

/** The folder of the origin's database in a profile. */
export function databaseFolder(profile: string, origin: string): string {
  const { protocol, hostname, port } = new URL(origin);
  const name = `${protocol.slice(0, -1)}_${hostname}_${port}.indexeddb.leveldb`;
  return join(profile, 'Default', 'IndexedDB', name);
}

function logOf(database: string): string {
  const logs = readdirSync(database).filter((name) => name.endsWith('.log'));
  const largest = logs.sort((a, b) => statSync(join(database, b)).size - statSync(join(database, a)).size)[0];
  if (largest === undefined) throw new Error(`Inconsistent: no log in ${database}`);
  return join(database, largest);
}
