import type { SearchDocument } from '../../core/model/deck.ts';
import type { Note, NoteSection, PackInfo } from '../../core/model/pack.ts';
import type { Question } from '../../core/model/question.ts';
import type { ShippedIndex } from '../../core/model/shipped-deck.ts';

/**
 * The gates for what is read from a deck's files: null for what cannot be that. What the compiler has checked is not
 * checked again; here a deck is told from anything else, and from a deck of another format.
 */
export function readIndex(value: unknown): ShippedIndex | null {
  return isLike<ShippedIndex>(value, indexShape) ? value : null;
}

export function readQuestions(value: unknown): readonly Question[] | null {
  return isListOf<Question>(value, questionShape) ? value : null;
}

export function readNote(value: unknown): Note | null {
  return isLike<Note>(value, noteShape) ? value : null;
}

export function readDocuments(value: unknown): readonly SearchDocument[] | null {
  return isListOf<SearchDocument>(value, documentShape) ? value : null;
}

type Check = (value: unknown) => boolean;
type Shape<T> = { readonly [Key in keyof T]?: Check };

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number';
const isList: Check = Array.isArray;
const isAddresses: Check = (value) => Array.isArray(value) && value.every(isText);

const packShape: Shape<PackInfo> = { id: isText, title: isText };
const noteInIndex: Shape<ShippedIndex['notes'][number]> = {
  id: isText,
  title: isText,
  sections: isList,
  shard: isText,
};
const questionInIndex: Shape<ShippedIndex['questions'][number]> = {
  id: isText,
  kind: isText,
  rev: isText,
  status: isText,
  cards: isNumber,
  was: isList,
  shard: isNumber,
};
const indexShape: Shape<ShippedIndex> = {
  format: (value) => value === 1,
  pack: (value) => isLike(value, packShape),
  notes: (value) => isListOf(value, noteInIndex),
  questions: (value) => isListOf(value, questionInIndex),
  questionShards: isAddresses,
  searchShard: isText,
};
const questionShape: Shape<Question> = { id: isText, kind: isText, rev: isText, prompt: isList, takeAway: isList };
const sectionShape: Shape<NoteSection> = { id: isText, title: isText, body: isList };
const noteShape: Shape<Note> = {
  id: isText,
  title: isText,
  lead: isList,
  sections: (value) => isListOf(value, sectionShape),
};
const documentShape: Shape<SearchDocument> = { id: isText, type: isText, title: isText, text: isText, path: isText };

function isLike<T>(value: unknown, shape: Shape<T>): value is T {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries<Check | undefined>(shape).every(([key, holds]) => holds?.(Reflect.get(value, key)));
}

function isListOf<T>(value: unknown, shape: Shape<T>): value is readonly T[] {
  return Array.isArray(value) && value.every((item) => isLike(item, shape));
}
