import type { EntryId, Timestamp } from '../../../model/id.ts';
import type { LogEntry, LogPlace } from '../../../model/log/log-entry.ts';
import type { SnapshotPosition } from '../../../model/log/snapshot.ts';
import type { ClockFix } from '../entry-kinds.ts';
import type { Registers } from '../fold-registers.ts';
import type { Lineage } from '../lineage.ts';
import type { LogTimes } from '../times/log-times.ts';
import type { CardTable } from './card-table.ts';

/** A log in two parts. */
export interface CutLog {
  readonly base: Base;
  /** The entries after the base, each place once. */
  readonly tail: readonly LogEntry[];
}

/**
 * What all but the latest entries of a log fold to: enough to go on from, without the entries. It knows of the tail
 * with which it was cut, and of nothing later.
 */
export interface Base {
  readonly folding: Folding;
  /** Its entries: how many, and how many of them are answers to a card. */
  readonly count: number;
  readonly answers: number;
  /** The same log by log. */
  readonly position: SnapshotPosition;
  /** Where its last entry stands, corrections applied: what comes later sorts behind it. Null when it has none. */
  readonly end: LogPlace | null;
  /** The cards that go on from where their entries of the base have led. */
  readonly cards: CardTable;
  /** Entries with corrected times, in order, of cards that cannot be told from a row: they are folded anew. */
  readonly held: readonly LogEntry[];
  readonly registers: Registers;
  /** Of the base; the corrections are those of base and tail, with all that they move. */
  readonly times: LogTimes;
  /** The earliest time of the base, corrections applied; null when it is empty. */
  readonly oldest: Timestamp | null;
  /** The clock corrections of base and tail that hold. */
  readonly fixes: readonly ClockFix[];
  /** What undos of the base point at and nobody has seen. */
  readonly awaited: ReadonlySet<EntryId>;
  /** Places (`log:n`) of entries of the tail that undos of the base take back. */
  readonly undone: ReadonlySet<string>;
}

/** By what a log is folded. */
export interface Folding {
  /** As in `SchedulerOptions`. */
  readonly desiredRetention: number;
  /** The learner's own 21; left out for FSRS-6's, as in what was written before there were others. */
  readonly parameters?: readonly number[] | undefined;
  readonly lineage: Lineage;
}
