import type { PackFile, PackInfo } from '../model/pack.ts';
import type { Compilation } from './compilation.ts';
import { type IdsLock, readIdsLock } from './lock/ids-lock.ts';
import type { NoteRead } from './notes/read-note.ts';
import { createPackTables, type PackTables } from './pack/pack-tables.ts';
import type { QuestionsRead } from './questions/read-question-file.ts';
import type { Reading } from './reading.ts';

/**
 * What was read of a pack's files, for the next compilation of the same pack: a file that stayed as it was is not read
 * again, nor a question that stands as it was and where it was. Each compilation that is given it puts its own readings
 * there.
 */
export interface KeptReadings {
  current: Readings | null;
}

/** What the reading of a file depends on beside the file. */
export interface Setting {
  /** The pack's id, its words, and the day. */
  readonly said: string;
  /** The text of `ids.lock`. */
  readonly lock: string;
}

interface Readings {
  readonly setting: Setting;
  readonly lock: IdsLock;
  readonly notes: ReadonlyMap<string, Known<NoteRead>>;
  readonly questions: ReadonlyMap<string, Known<QuestionsRead>>;
  readonly tables: PackTables;
}

interface Known<T> {
  readonly content: PackFile['content'];
  readonly reading: Reading<T>;
}

/**
 * Gives what a file is read as, from an earlier compilation if it can. `read` is given what an earlier text of the file
 * was read as, by the same setting; null when that is not known.
 */
export type Keeper<T> = (file: PackFile, read: (before: T | null) => Reading<T>) => Reading<T>;

export interface Keepers {
  readonly lock: IdsLock;
  readonly notes: Keeper<NoteRead>;
  readonly questions: Keeper<QuestionsRead>;
  readonly tables: PackTables;
  /** What was read now is what the next compilation finds. */
  finish(): void;
}

/** Without anything to keep it in, every file is read, and none is kept: what a pack that is compiled once needs. */
export function openReadings(kept: KeptReadings | undefined, setting: Setting): Keepers {
  const before = kept?.current ?? null;
  // Tables that a compilation left half done are of no use.
  if (kept !== undefined) kept.current = null;
  const known = before !== null && isSame(before.setting, setting) ? before : null;
  const lock = known?.lock ?? readIdsLock(setting.lock);
  const tables = known?.tables ?? createPackTables();
  if (kept === undefined) return { lock, tables, notes: readAnew, questions: readAnew, finish: () => {} };
  const notes = new Map<string, Known<NoteRead>>();
  const questions = new Map<string, Known<QuestionsRead>>();
  return {
    lock,
    tables,
    notes: keeperOf(known?.notes, notes),
    questions: keeperOf(known?.questions, questions),
    finish: () => {
      kept.current = { setting, lock, tables, notes, questions };
    },
  };
}

function readAnew<T>(_file: PackFile, read: (before: null) => Reading<T>): Reading<T> {
  return read(null);
}

function isSame(a: Setting, b: Setting): boolean {
  return a.said === b.said && a.lock === b.lock;
}

function keeperOf<T>(known: ReadonlyMap<string, Known<T>> | undefined, next: Map<string, Known<T>>): Keeper<T> {
  return (file, read) => {
    const before = known?.get(file.path);
    const isAsBefore = before?.content === file.content;
    const now = isAsBefore ? before : { content: file.content, reading: read(before?.reading.value ?? null) };
    next.set(file.path, now);
    return now.reading;
  };
}

/** What the reading of a file depends on beside the file; `lock` is the text of `ids.lock`. */
export function settingOf({ pack, today, refused }: Compilation, info: PackInfo | null, lock: string): Setting {
  const words = info === null ? null : { domains: info.exam?.domains, beliefs: info.beliefs, first: info.first };
  return { said: JSON.stringify([pack, today, [...refused], words]), lock };
}
