import type { Chance } from '../core/model/chance.ts';
import type { Clock } from '../core/model/clock.ts';
import type { DeckSource } from '../core/model/deck-source.ts';
import type { OpenedRecord } from '../core/model/log/log-store.ts';
import type { MarkStore } from '../core/model/mark-store.ts';
import type { Search } from '../core/model/search.ts';
import type { Tabs } from '../core/model/tabs.ts';
import type { MemoryMeter } from '../core/scheduler/fit/memory-meter.ts';
import type { PriceFinder } from '../core/scheduler/plan/for-exam/find-prices.ts';
import type { Later } from './later.ts';

/** Everything the app needs from outside; `main.tsx` makes the real ones, tests make their own. */
export interface Ports {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly decks: DeckSource;
  /** Rejects when the code for it cannot be loaded. */
  openSearch(): Promise<Search>;
  /** Rejects when the code for it cannot be loaded. */
  openPriceFinder(): Promise<PriceFinder>;
  /** Rejects when the code for it cannot be loaded. */
  openMemoryMeter(): Promise<MemoryMeter>;
  /** What the first card does not wait for. Rejects when it cannot be loaded. */
  loadLater(): Promise<Later>;
  /**
   * Opens the learner's record: both stores, joined and healed. `onBlocked` is called when a tab with an older
   * version has kept it closed for a second.
   */
  openRecord(onBlocked: () => void): Promise<OpenedRecord>;
  /** Does work once the page has been drawn and nobody waits for it. */
  whenIdle(work: () => Promise<void>): void;
  /** Marks and mirrors that must be readable before anything is opened; a failing storage is silent. */
  readonly marks: MarkStore;
  readonly tabs: Tabs;
  /** Deletes every trace of the learner on this device; rejects when something is left. */
  erase(): Promise<void>;
  /** Asks the browser not to evict the record; null where it cannot say. */
  persist(): Promise<boolean | null>;
}
