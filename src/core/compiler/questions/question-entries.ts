import type { Place } from '../../model/diagnostic-codes.ts';
import type { QuestionStatus } from '../../model/question.ts';

/** What stays of every question when it is read: who has which id. */
export interface QuestionEntries {
  /** By the part of the id that the author wrote. */
  readonly byName: ReadonlyMap<string, QuestionEntry>;
  /** So many names, in the order of files and lines. */
  readonly firstNames: (count: number) => readonly string[];
  /** Names that live on in another question (`was=`), and where that is said. */
  readonly inherited: ReadonlyMap<string, Place>;
  /** Questions that can be used and that the lock does not have, drafts left out. */
  readonly fresh: readonly FreshQuestion[];
}

export interface FreshQuestion {
  readonly name: string;
  readonly rev: string;
  readonly place: Place;
}

export interface QuestionEntry {
  readonly place: Place;
  readonly status: QuestionStatus;
}
