import type { PackFile, PackInfo } from '../model/pack.ts';
import type { Compilation } from './compilation.ts';
import type { NoteRead } from './notes/read-note.ts';
import type { QuestionsRead } from './questions/read-question-file.ts';
import type { Reading } from './reading.ts';

/**
 * What was read of a pack's files, for the next compilation of the same pack: a file that stayed as it was is not read
 * again. Each compilation that is given it puts its own readings there.
 */
export interface KeptReadings {
  current: Readings | null;
}

interface Readings {
  /** All that the reading of a file depends on beside the file. */
  readonly setting: string;
  readonly notes: ReadonlyMap<string, Known<NoteRead>>;
  readonly questions: ReadonlyMap<string, Known<QuestionsRead>>;
}

interface Known<T> {
  readonly content: PackFile['content'];
  readonly reading: Reading<T>;
}

/** Gives what a file is read as, from an earlier compilation if it can. */
export type Keeper<T> = (file: PackFile, read: () => Reading<T>) => Reading<T>;

export interface Keepers {
  readonly notes: Keeper<NoteRead>;
  readonly questions: Keeper<QuestionsRead>;
  /** What was read now is what the next compilation finds. */
  finish(): void;
}

/** Reads every file, and keeps none: what a pack that is compiled once needs. */
const keepNothing: Keepers = {
  notes: (_file, read) => read(),
  questions: (_file, read) => read(),
  finish: () => {},
};

export function openReadings(kept: KeptReadings | undefined, setting: string): Keepers {
  if (kept === undefined) return keepNothing;
  const known = kept.current?.setting === setting ? kept.current : null;
  const next = {
    setting,
    notes: new Map<string, Known<NoteRead>>(),
    questions: new Map<string, Known<QuestionsRead>>(),
  };
  return {
    notes: keeperOf(known?.notes, next.notes),
    questions: keeperOf(known?.questions, next.questions),
    finish: () => {
      kept.current = next;
    },
  };
}

function keeperOf<T>(known: ReadonlyMap<string, Known<T>> | undefined, next: Map<string, Known<T>>): Keeper<T> {
  return (file, read) => {
    const before = known?.get(file.path);
    const reading = before !== undefined && before.content === file.content ? before.reading : read();
    next.set(file.path, { content: file.content, reading });
    return reading;
  };
}

/** What the reading of a file depends on beside the file: the pack's id, its words, and the day. */
export function settingOf({ pack, today, refused }: Compilation, info: PackInfo | null): string {
  const said = info === null ? null : { domains: info.exam?.domains, beliefs: info.beliefs };
  return JSON.stringify([pack, today, [...refused], said]);
}
