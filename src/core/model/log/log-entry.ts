import type { CardId, EntryId, LogId, ShowingId, StudyDay, Timestamp } from '../id.ts';
import type { Rating } from '../verdict.ts';

/**
 * The review log: the only truth about a learner. Entries are never changed or removed. Field names are
 * short because each of them is stored a million times; the format is described in `ARCHITECTURE.md`.
 */
export type LogEntry = Stamped<EntryFields>;

export type Stamped<Fields> = LogPlace & Fields;

/** Where an entry stands. Together `log` and `n` are unique; `n` counts 1, 2, 3 without gaps. */
export interface LogPlace {
  readonly v: 1;
  readonly log: LogId;
  readonly n: number;
  /**
   * Hybrid logical clock: never less than any earlier entry's that this tab had seen, but for an answer that is written
   * afterwards, alone in its log.
   */
  readonly ms: Timestamp;
  /** Counter within the same `ms`. */
  readonly c: number;
  /** Minutes east of UTC when the entry was made. */
  readonly tz: number;
}

export type EntryFields = AnswerFields | UndoFields | RegisterFields | SettingFields | PackFields | ClockFixFields;

/** A rated showing of a card. */
export interface AnswerFields {
  readonly t: 'answer';
  readonly card: CardId;
  /** The question's `rev` when it was answered. */
  readonly rev: string;
  readonly r: Rating;
  /** Milliseconds from the showing to the answer, idle time over 60 s taken out. */
  readonly took: number;
  /** What was given: option ids joined by a space, or the typed text. Absent for self-graded kinds. */
  readonly given?: string;
  /** Answers with the same showing count once. */
  readonly at: ShowingId;
  /** The learner said that it was a guess. */
  readonly guess?: true;
  /** Where it was given; absent for a review, and in entries from before there was anything else. */
  readonly how?: Exclude<AnswerHow, 'review'>;
  /** What the grader gave, 0 to 1; absent for self-graded kinds and in older entries. */
  readonly score?: number;
  /**
   * Chance, 0 to 1, that a right answer was recalled and not guessed, where it counts by that; absent where the learner
   * chose another rating, from 0.95 on of what was not called a guess, and in older entries.
   */
  readonly p?: number;
  /** The learner said that an answer which the grader refused is right. */
  readonly overruled?: true;
  /** The study day that it counts for, where that is not the day of `ms` and `tz`: a run goes on past 04:00. */
  readonly day?: StudyDay;
}

/** A review rates the card; the others tell for ever that it was met in another way. */
export type AnswerHow = 'review' | 'reading' | 'practice' | 'exam';

/** Takes an entry back; an undo of an undo brings it back. */
export interface UndoFields {
  readonly t: 'undo';
  readonly ref: EntryId;
}

/** The last one in order wins, for each card and field. */
export type RegisterFields =
  | { readonly t: 'suspend'; readonly card: CardId; readonly value: boolean }
  | { readonly t: 'bury'; readonly card: CardId; readonly day: number }
  | { readonly t: 'flag'; readonly card: CardId; readonly value: boolean }
  | { readonly t: 'note'; readonly card: CardId; readonly text: string }
  | { readonly t: 'reset'; readonly card: CardId };

/** The last one in order wins, for each key. */
export interface SettingFields {
  readonly t: 'setting';
  readonly key: string;
  readonly value: string | number | boolean | null;
}

/** The last one in order wins, for each pack. */
export type PackFields =
  | { readonly t: 'pack-on'; readonly pack: string }
  | { readonly t: 'pack-off'; readonly pack: string };

/** Corrects a wrong device clock afterwards: shifts entries `from`..`to` of the log `ref` by `delta` ms. */
export interface ClockFixFields {
  readonly t: 'clock-fix';
  readonly ref: LogId;
  readonly from: number;
  readonly to: number;
  readonly delta: number;
  /** Only entries that still stand later than this are shifted, so that two tabs may correct the same ones. */
  readonly above?: Timestamp;
  /** Only entries that still stand earlier than this are shifted; such fixes come before those with `above`. */
  readonly below?: Timestamp;
  /** Made on the learner's word: it holds although what tabs did to the same entries by themselves was taken back. */
  readonly asked?: true;
}

/** Order of the fold: (ms, c, log, n). */
export function compareEntries(a: LogPlace, b: LogPlace): number {
  return a.ms - b.ms || a.c - b.c || (a.log < b.log ? -1 : a.log > b.log ? 1 : a.n - b.n);
}

/** Names an entry's place: `log:n`. */
export function placeOf({ log, n }: LogPlace): string {
  return `${log}:${n}`;
}
