import type { LogId, StudyDay } from '../id.ts';
import type { LogEntry } from './log-entry.ts';
import type { Snapshot } from './snapshot.ts';

/** Where reading stopped: how many entries of each log have been seen. Opaque to callers. */
export type Cursor = ReadonlyMap<LogId, number>;

/**
 * A place that keeps entries. `append` resolves when they are durable and rejects when they are not;
 * appending an entry that is already there changes nothing. Every adapter passes
 * `test/io/log-store-contract.ts`.
 */
export interface LogStore {
  append(entries: readonly LogEntry[]): Promise<void>;
  /** Entries past the cursor (all for null), in any order; a torn or damaged line is left out. */
  readFrom(cursor: Cursor | null): Promise<{ readonly entries: readonly LogEntry[]; readonly cursor: Cursor }>;
  close(): Promise<void>;
}

/** What start-up found, to be told to the learner where it is not good news. */
export interface StartReport {
  /** Entries that one store had lost and the other gave back. */
  readonly healed: number;
  /**
   * Entries that are in neither store, though a number or a mark says that they were made. `log` is null for
   * whole logs, ended long ago, of which nothing is left.
   */
  readonly missing: readonly { readonly log: LogId | null; readonly count: number; readonly day: StudyDay | null }[];
  /** Why a store cannot be used, in the browser's words; null when it can. */
  readonly indexedDb: string | null;
  readonly opfs: string | null;
  /** Entries that no store could read: torn or damaged lines. */
  readonly damaged: number;
}

/** What the start read of the record. */
export interface RecordStart {
  /** A cache that only the fold can judge: one that it refuses makes `readAll` necessary. */
  readonly snapshot: Snapshot | null;
  /** With a snapshot, what the database has after it; without, every entry of both stores, compared and healed. */
  readonly entries: readonly LogEntry[];
  /** Behind what the start read: where the next reading of the store begins. */
  readonly cursor: Cursor;
}

/** What was found when both stores were compared. */
export interface VerifiedRecord extends StartReport {
  /** Entries of either store that the start had not seen. */
  readonly found: readonly LogEntry[];
  /** False when the stores do not hold what the snapshot stands for: everything is to be read anew. */
  readonly isSnapshotRight: boolean;
}

/** The learner's record once it is open: whatever happened, it can be read and written. */
export interface OpenedRecord {
  readonly store: LogStore;
  readonly start: RecordStart;
  /**
   * Both stores compared, healed and searched for gaps: at once when the start read everything, else in a worker, which
   * is to begin when the first card is on the screen. Never rejects; asked again, it says the same.
   */
  verify(): Promise<VerifiedRecord>;
  /**
   * Has a worker tidy up, and write a new snapshot when one is needed: much has come since the last, or it was folded by
   * something else. `folding` says by what the record is folded, as whoever made the worker understands it. For when
   * nothing else is to be done; resolves at the end and never rejects.
   */
  keepSnapshot(folding: object): Promise<void>;
  /** Every entry of both stores. */
  readAll(): Promise<readonly LogEntry[]>;
  /** What is missing of these logs, of which all entries are given, was told, and is no news at the next start. */
  acceptGaps(restored: readonly LogEntry[]): void;
}
