import type { CardState } from '../../../model/card-state.ts';
import type { CardId, ShowingId, StudyDay, Timestamp } from '../../../model/id.ts';
import type { Rating } from '../../../model/verdict.ts';
import type { Scheduler } from '../../memory/fsrs.ts';
import { spreadOf } from '../../memory/spread.ts';
import { type AnyDraft, type CardDraft, dueDay } from '../card-draft.ts';

/** Drafts of many cards, a row each: 100,000 objects would be ten times as large and as slow to read. */
export interface CardTable {
  readonly ids: readonly CardId[];
  readonly columns: CardColumns;
  /** By row, where there is one. */
  readonly notes: ReadonlyMap<number, string>;
}

/** The fields of `CardDraft`, and `due` that follows from them. `none` stands for null among days. */
export interface CardColumns {
  /** 0 for a card without a memory. */
  readonly stability: Float64Array;
  readonly difficulty: Float64Array;
  readonly stabilityBefore: Float64Array;
  readonly difficultyBefore: Float64Array;
  /** NaN for none. */
  readonly lastAt: Float64Array;
  readonly elapsedDays: Int32Array;
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  readonly missedDay: Int32Array;
  readonly due: Int32Array;
  readonly buriedUntil: Int32Array;
  readonly reps: Uint32Array;
  readonly lapses: Uint32Array;
  readonly voided: Uint32Array;
  /** 0 for none. */
  readonly lastRating: Uint8Array;
  /** `suspendedMark` and `flaggedMark`. */
  readonly marks: Uint8Array;
  /** The showings that counted, as 32 bits of each; those of a row end at `showingEnds` and begin where the last ended. */
  readonly showings: Uint32Array;
  readonly showingEnds: Uint32Array;
}

/** No day of a Date, which reaches to 1e8 to both sides. */
export const none = -(2 ** 31);
export const suspendedMark = 1;
export const flaggedMark = 2;

/** Room for so many rows and showings. */
export function emptyColumns(rows: number, showings: number): CardColumns {
  return {
    stability: new Float64Array(rows),
    difficulty: new Float64Array(rows),
    stabilityBefore: new Float64Array(rows),
    difficultyBefore: new Float64Array(rows),
    lastAt: new Float64Array(rows),
    elapsedDays: new Int32Array(rows),
    firstDay: new Int32Array(rows),
    lastDay: new Int32Array(rows),
    missedDay: new Int32Array(rows),
    due: new Int32Array(rows),
    buriedUntil: new Int32Array(rows),
    reps: new Uint32Array(rows),
    lapses: new Uint32Array(rows),
    voided: new Uint32Array(rows),
    lastRating: new Uint8Array(rows),
    marks: new Uint8Array(rows),
    showings: new Uint32Array(showings),
    showingEnds: new Uint32Array(rows),
  };
}

/** Writes a draft, all but its note and showings, into a row. `scheduler` says when the card is due. */
export function writeRow(columns: CardColumns, row: number, draft: AnyDraft, scheduler: Scheduler): void {
  columns.stability[row] = draft.stability;
  columns.difficulty[row] = draft.difficulty;
  columns.stabilityBefore[row] = draft.stabilityBefore;
  columns.difficultyBefore[row] = draft.difficultyBefore;
  columns.lastAt[row] = draft.lastAt ?? Number.NaN;
  columns.elapsedDays[row] = draft.elapsedDays ?? none;
  columns.firstDay[row] = draft.firstDay ?? none;
  columns.lastDay[row] = draft.lastDay ?? none;
  columns.missedDay[row] = draft.missedDay ?? none;
  columns.due[row] = dueDay(draft, scheduler) ?? none;
  columns.buriedUntil[row] = draft.buriedUntil ?? none;
  columns.reps[row] = draft.reps;
  columns.lapses[row] = draft.lapses;
  columns.voided[row] = draft.voided;
  columns.lastRating[row] = draft.lastRating ?? 0;
  columns.marks[row] = (draft.suspended ? suspendedMark : 0) + (draft.flagged ? flaggedMark : 0);
}

/** The draft of a row, to go on from; its showings are not known by name (`mayHaveShown`). */
export function readDraft({ columns, notes }: CardTable, row: number): CardDraft {
  const marks = columns.marks[row] ?? 0;
  const rating = columns.lastRating[row] ?? 0;
  const lastAt = columns.lastAt[row] ?? Number.NaN;
  return {
    stability: columns.stability[row] ?? 0,
    difficulty: columns.difficulty[row] ?? 0,
    stabilityBefore: columns.stabilityBefore[row] ?? 0,
    difficultyBefore: columns.difficultyBefore[row] ?? 0,
    elapsedDays: numberOf(columns.elapsedDays[row]),
    reps: columns.reps[row] ?? 0,
    lapses: columns.lapses[row] ?? 0,
    firstDay: dayOf(columns.firstDay[row]),
    lastDay: dayOf(columns.lastDay[row]),
    lastAt: Number.isNaN(lastAt) ? null : (lastAt as Timestamp),
    lastRating: rating === 0 ? null : (rating as Rating),
    missedDay: dayOf(columns.missedDay[row]),
    suspended: (marks & suspendedMark) !== 0,
    buriedUntil: dayOf(columns.buriedUntil[row]),
    flagged: (marks & flaggedMark) !== 0,
    note: notes.get(row) ?? '',
    voided: columns.voided[row] ?? 0,
    showings: [],
  };
}

/** The state of a row; equals that of its draft. Written out: objects made of parts are ten times as slow and large. */
export function readState({ ids, columns, notes }: CardTable, row: number): CardState {
  const isNew = columns.due[row] === none;
  const marks = columns.marks[row] as number;
  const state = {
    card: ids[row] as CardId,
    suspended: (marks & suspendedMark) !== 0,
    buriedUntil: dayOf(columns.buriedUntil[row]),
    flagged: (marks & flaggedMark) !== 0,
    note: notes.get(row) ?? '',
    voided: columns.voided[row] as number,
    reps: isNew ? 0 : columns.reps[row],
    lapses: isNew ? 0 : columns.lapses[row],
    stability: isNew ? 0 : columns.stability[row],
    difficulty: isNew ? 0 : columns.difficulty[row],
    firstDay: isNew ? null : columns.firstDay[row],
    lastDay: isNew ? null : columns.lastDay[row],
    lastAt: isNew ? null : columns.lastAt[row],
    lastRating: isNew ? null : columns.lastRating[row],
    missedDay: isNew ? null : dayOf(columns.missedDay[row]),
    due: isNew ? null : columns.due[row],
  };
  return state as CardState;
}

/** Whether a showing may be one that the row has counted: false is certain, true once in a billion by chance. */
export function mayHaveShown({ columns }: CardTable, row: number, showing: ShowingId): boolean {
  const sought = spreadOf(showing);
  const end = columns.showingEnds[row] ?? 0;
  for (let index = showingsBegin(columns, row); index < end; index += 1) {
    if (columns.showings[index] === sought) return true;
  }
  return false;
}

function showingsBegin({ showingEnds }: CardColumns, row: number): number {
  return row === 0 ? 0 : (showingEnds[row - 1] ?? 0);
}

function numberOf(value: number | undefined): number | null {
  return value === undefined || value === none ? null : value;
}

/** A day as a column holds it. */
export function dayOf(value: number | undefined): StudyDay | null {
  return numberOf(value) as StudyDay | null;
}
