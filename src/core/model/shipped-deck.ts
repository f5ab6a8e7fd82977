import type { DeckIndex, NoteSummary, PackEntry, QuestionSummary } from './deck.ts';

/**
 * A deck as files: an index that is read whole, and shards that are read when a card or a note is opened. Addresses
 * begin as the app's own do (`/assets/`).
 */
export interface ShippedIndex extends DeckIndex {
  readonly notes: readonly ShippedNote[];
  readonly questions: readonly ShippedQuestion[];
  /** Address of each shard of questions, by number: a list of `Question`. */
  readonly questionShards: readonly string[];
  /** Address of a list of `SearchDocument`. */
  readonly searchShard: string;
}

interface ShippedNote extends NoteSummary {
  /** Address of the note, a `Note`. */
  readonly shard: string;
}

interface ShippedQuestion extends QuestionSummary {
  /** Which of `questionShards` holds the question. */
  readonly shard: number;
}

/** What the app is built with. */
export interface ShippedEntry extends PackEntry {
  /** Address of the `ShippedIndex`. */
  readonly index: string;
}
