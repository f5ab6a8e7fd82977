import type { DeckIndex, PackEntry, SearchDocument } from '../core/model/deck.ts';
import type { LogId, PackId, ShowingId, Timestamp } from '../core/model/id.ts';
import type { OpenedRecord } from '../core/model/log-store.ts';
import type { MarkStore } from '../core/model/mark-store.ts';
import type { Note } from '../core/model/pack.ts';
import type { Question } from '../core/model/question.ts';

/** Everything the app needs from outside; `main.tsx` makes the real ones, tests make their own. */
export interface Ports {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly decks: DeckSource;
  /**
   * Opens the learner's record: both stores, joined and healed. `onBlocked` is called when a tab with an older
   * version has kept it closed for a second.
   */
  openRecord(onBlocked: () => void): Promise<OpenedRecord>;
  /** Marks and mirrors that must be readable before anything is opened; a failing storage is silent. */
  readonly marks: MarkStore;
  /** Other tabs of the same browser: tells them that entries were added. */
  readonly tabs: Tabs;
  /** Deletes every trace of the learner on this device; rejects when something is left. */
  erase(): Promise<void>;
  /** Asks the browser not to evict the record; null where it cannot say. */
  persist(): Promise<boolean | null>;
}

export interface Clock {
  now(): Timestamp;
  /** Counts on, ms, whatever is done to the clock. */
  uptimeMs(): number;
  /** What the server's clock says; null when it cannot be asked. */
  serverNow(): Promise<Timestamp | null>;
  /** Minutes east of UTC at that moment. */
  offsetMinutes(at: Timestamp): number;
}

export interface Chance {
  logId(): LogId;
  showingId(): ShowingId;
  /** For shuffles: an integer below 2^31. */
  seed(): number;
}

export interface Tabs {
  announce(): void;
  /** Returns what ends the subscription. */
  subscribe(onChange: () => void): () => void;
}

/** Where compiled packs come from. Each load rejects when the address cannot be read. */
export interface DeckSource {
  readonly packs: readonly PackEntry[];
  loadIndex(pack: PackId): Promise<DeckIndex>;
  loadQuestions(address: string): Promise<readonly Question[]>;
  loadNote(address: string): Promise<Note>;
  loadSearch(address: string): Promise<readonly SearchDocument[]>;
  /** Called with a pack whose files changed while the app runs (development only). */
  subscribe(onChange: (pack: PackId) => void): () => void;
}
