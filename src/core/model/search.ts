import type { SearchDocument } from './deck.ts';
import type { PackId, QuestionId } from './id.ts';

/** Searches the documents of decks, away from the thread that draws. */
export interface Search {
  /** From now on these are searched, and none before. Rejects when searching is not possible. */
  take(documents: readonly SearchDocument[]): Promise<void>;
  /** Best first; nothing before documents were taken. Rejects when searching is not possible. */
  find(sought: Sought): Promise<readonly SearchDocument[]>;
  /** The questions among all that is found, in no order. Rejects when searching is not possible. */
  findQuestions(sought: Omit<Sought, 'most'>): Promise<readonly QuestionId[]>;
}

/** What a learner looks for. */
export interface Sought {
  readonly words: string;
  /** Only documents of these. */
  readonly packs: readonly PackId[];
  /** How many at most. */
  readonly most: number;
}
