import type { DeckIndex, PackEntry, SearchDocument } from './deck.ts';
import type { NoteId, PackId, QuestionId } from './id.ts';
import type { Note } from './pack.ts';
import type { Question } from './question.ts';

/** Where decks come from. Every source passes `test/core/deck/deck-source-contract.ts`. */
export interface DeckSource {
  /** In the order of the packs. */
  readonly packs: readonly PackEntry[];
  /** Rejects when the deck cannot be read, or is none. */
  open(pack: PackId): Promise<OpenDeck>;
  /** Called with a pack that has changed while the app runs: opened again, it is the new one. */
  subscribe(onChange: (pack: PackId) => void): () => void;
}

/** A deck of which the index was read. Each reading rejects when it fails, and may be tried again. */
export interface OpenDeck {
  readonly index: DeckIndex;
  /** The question and those that came with it, so that the next ones need no waiting; none when it is not in the deck. */
  questionsWith(id: QuestionId): Promise<readonly Question[]>;
  /** Null when the deck has no such note. */
  note(id: NoteId): Promise<Note | null>;
  documents(): Promise<readonly SearchDocument[]>;
}
