import type { LogEntry } from '../../../core/model/log/log-entry.ts';
import type { IndexedDbStore } from '../indexed-db-store.ts';

/** A store that can be read without holding all of it in memory. */
export interface PartedStore {
  /** Hands over every entry, part by part; how many could not be read. */
  readEach(visit: (entries: readonly LogEntry[]) => void): Promise<number>;
  append(entries: readonly LogEntry[]): Promise<void>;
}

/** A store that cannot be opened holds nothing, and takes nothing. */
export const noStore: PartedStore = {
  readEach: async () => 0,
  append: async () => {
    throw new Error('There is no such store');
  },
};

export function partedDatabase(database: IndexedDbStore): PartedStore {
  return {
    readEach: async (visit) => (await database.readEach(visit)).damaged,
    append: database.append,
  };
}
