import type { NoteAddress } from './address.ts';
import type { Correction } from './correction.ts';
import type { NoteId, OptionId, PackId, QuestionId } from './id.ts';
import type { Note, PackInfo } from './pack.ts';
import type { Kind, Question, QuestionStatus } from './question.ts';

/** What the compiler makes of a pack. */
export interface Deck {
  readonly pack: PackInfo;
  readonly notes: readonly Note[];
  readonly questions: readonly Question[];
}

/** What lists and plans need of a deck: everything but texts. */
export interface DeckIndex {
  readonly format: 1;
  readonly pack: PackInfo;
  readonly notes: readonly NoteSummary[];
  readonly questions: readonly QuestionSummary[];
}

export interface NoteSummary {
  readonly id: NoteId;
  readonly title: string;
  readonly order: number;
  readonly domain: string | null;
  /** To read it, a whole number from 1. */
  readonly minutes: number;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
}

export interface QuestionSummary {
  readonly id: QuestionId;
  readonly kind: Kind;
  readonly title: string;
  readonly rev: string;
  readonly note: NoteAddress | null;
  readonly domain: string | null;
  readonly status: QuestionStatus;
  readonly difficulty: 1 | 2 | 3;
  /** Marked as one that an exam may draw; absent where it is not. */
  readonly forExam?: true;
  /** Absent where there are none. */
  readonly tags?: readonly string[];
  /** How many cards the question makes. */
  readonly cards: number;
  readonly was: readonly QuestionId[];
  readonly corrected?: Correction;
  /** Wrong options that stand for a belief, and its slug in the pack; absent where there are none. */
  readonly beliefs?: readonly (readonly [OptionId, string])[];
  /** The case that the question belongs to, if it belongs to one. */
  readonly case?: QuestionId | null;
}

/** Something that search can find. */
export interface SearchDocument {
  /** Unique among the documents of all packs. */
  readonly id: string;
  readonly pack: PackId;
  readonly type: 'section' | 'question';
  /** A question is found by its title, but it is not shown: it may give the answer away. */
  readonly title: string;
  /** Plain, and shown in part: of a question only what stands on the card before it is answered. */
  readonly text: string;
  /** Words of blocks of code: matched, never shown, since a file is nothing to read in a line. Absent without any. */
  readonly code?: string;
  /** Words that an author gave a question to be found by; absent where there are none. */
  readonly tags?: string;
  /** Path in the app: `/notes/demo/ports#dynamic-ports`, `/q/demo/cheapest-placement`. */
  readonly path: string;
}

/** What is known of a pack from the start: enough for the first card without reading anything else. */
export interface PackEntry {
  readonly id: PackId;
  readonly title: string;
  /** The exam that the pack prepares for; empty when it names none. */
  readonly exam: string;
  /** How many there are; of the questions those that are asked. */
  readonly notes: number;
  readonly questions: number;
  /** The card of a first visit. */
  readonly first: Question | null;
}
