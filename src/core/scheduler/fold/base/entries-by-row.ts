import type { CardId } from '../../../model/id.ts';
import type { LogEntry } from '../../../model/log/log-entry.ts';
import { spreadOf } from '../../memory/spread.ts';
import { dayOfAnswer } from '../../study-day.ts';
import { type EntryOf, isCardEntry } from '../entry-kinds.ts';
import { startCardRows } from './card-rows.ts';

/** Entries by the card that they speak of, in plain numbers: a row for each card, as they first came. */
export interface EntriesByRow {
  readonly ids: readonly CardId[];
  find(card: CardId): number | undefined;
  /** By entry: the row of its card, or `noRow`. */
  readonly rowOfEntry: Int32Array;
  /** Numbers of each entry (`place` and what follows), row after row, those of a row in order. */
  readonly sorted: Int32Array;
  /** By row: how many entries there are up to its end. */
  readonly ends: Int32Array;
}

/** Stands for the row of an entry that is about no card. */
export const noRow = -1;

/** Which entry it is; 8 × the study day of an answer + its rating, if it is a plain review; 32 bits of its showing. */
export const [place, rated, shown, width] = [0, 1, 2, 3] as const;

/**
 * Entries are read in the order in which they lie in memory; what is folded then card by card lies side by side, and no
 * entry need be looked at again.
 */
export function readByRow(entries: readonly LogEntry[]): EntriesByRow {
  const { ids, find, rowOfEntry } = findCards(entries);
  const ends = countRows(ids.length, rowOfEntry);
  const sorted = new Int32Array(width * (ends.at(-1) ?? 0));
  ends.copyWithin(1, 0);
  ends[0] = 0;
  for (let at = 0; at < entries.length; at += 1) {
    const row = rowOfEntry[at] as number;
    if (row === noRow) continue;
    // Where the next entry of the row goes; in the end that is where the row ends.
    const to = ends[row] as number;
    ends[row] = to + 1;
    sorted[width * to + place] = at;
    const entry = entries[at] as LogEntry;
    if (entry.t !== 'answer') continue;
    sorted[width * to + rated] = 8 * dayOfAnswer(entry) + (isPlain(entry) ? entry.r : 0);
    sorted[width * to + shown] = spreadOf(entry.at);
  }
  return { ids, find, rowOfEntry, sorted, ends };
}

/** Whether the rating says all that the fold has to know. */
function isPlain({ how, r, p, score }: EntryOf<'answer'>): boolean {
  return how === undefined && p === undefined && (r !== 1 || score !== 1);
}

/** Apart from all else: so short a loop finds the next strings while it still waits for the last ones. */
function findCards(entries: readonly LogEntry[]): Pick<EntriesByRow, 'ids' | 'find' | 'rowOfEntry'> {
  const { ids, rowOf, find } = startCardRows();
  const rowOfEntry = new Int32Array(entries.length);
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at];
    rowOfEntry[at] = entry !== undefined && isCardEntry(entry) ? rowOf(entry.card) : noRow;
  }
  return { ids, find, rowOfEntry };
}

/** How many entries there are up to the end of each row. */
function countRows(rows: number, rowOfEntry: Int32Array): Int32Array {
  const ends = new Int32Array(rows);
  for (let at = 0; at < rowOfEntry.length; at += 1) {
    const row = rowOfEntry[at] as number;
    if (row !== noRow) ends[row] = (ends[row] as number) + 1;
  }
  for (let row = 1; row < rows; row += 1) ends[row] = (ends[row] as number) + (ends[row - 1] as number);
  return ends;
}
