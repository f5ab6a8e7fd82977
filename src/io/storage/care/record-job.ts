import type { LogId } from '../../../core/model/id.ts';
import type { LogEntry } from '../../../core/model/log/log-entry.ts';
import type { Cursor } from '../../../core/model/log/log-store.ts';
import type { Snapshot, SnapshotPosition } from '../../../core/model/log/snapshot.ts';
import type { LogLength } from '../find-gaps.ts';

/** What the page asks of a worker that cares for the record after the first card is on the screen. */
export interface RecordJob<Folding extends object = object> {
  /** Of the record's database, of the database of snapshots, and of the folder of files. */
  readonly name: string;
  readonly cache: string;
  readonly folder: string;
  /** What the start had seen of the stores and believed; null when it read and compared everything itself. */
  readonly start: SeenByStart | null;
  /** By what the record is folded, for the one who folds; null when no snapshot is to be made. */
  readonly folding: Folding | null;
  /** Snapshots are made of so many entries or more, and anew when so many have been added. */
  readonly snapshotFrom: number;
  readonly snapshotEvery: number;
  /** Files of logs last written before that moment, ms since the epoch, are merged. */
  readonly endedBefore: number;
}

export interface SeenByStart {
  readonly position: SnapshotPosition;
  /** How far each log was read. */
  readonly cursor: Cursor;
}

export type RecordJobReply =
  | { readonly compared: Comparison }
  /** Nothing is left to do. `error`: why something was left out. */
  | { readonly done: true; readonly error: string | null };

/** What two stores hold together, after each was given what it lacked. */
export interface Comparison {
  readonly lengths: ReadonlyMap<LogId, LogLength>;
  readonly healed: number;
  /** False when a store could not be made whole. */
  readonly isWhole: boolean;
  /** Lines and segments that could not be read, of both stores. */
  readonly damaged: number;
  /** Entries past what the start had seen, perhaps twice. */
  readonly found: readonly LogEntry[];
  /** Whether the stores hold what the start believed, and no more of it. */
  readonly isSnapshotRight: boolean;
  /** Why a store cannot be used, in the browser's words. */
  readonly indexedDb: string | null;
  readonly opfs: string | null;
}

/** Who folds: `core/scheduler`, given by the worker's file. */
export interface SnapshotFold<Folding extends object> {
  /** Whether a snapshot is of this version, whole, and folded as it would be now. */
  isUsable(snapshot: Snapshot, folding: Folding): boolean;
  fold(entries: readonly LogEntry[], folding: Folding): Snapshot;
}
