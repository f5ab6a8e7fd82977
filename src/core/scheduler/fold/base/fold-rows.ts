import type { StudyDay } from '../../../model/id.ts';
import type { LogEntry } from '../../../model/log/log-entry.ts';
import type { Rating } from '../../../model/verdict.ts';
import type { Scheduler } from '../../memory/fsrs.ts';
import { type AnyDraft, addReview, addToDraft, draftWith } from '../card-draft.ts';
import type { CardEntry } from '../entry-kinds.ts';
import { type EntriesByRow, place, rated, width } from './entries-by-row.ts';
import { startRowShowings } from './row-showings.ts';

/** The fold of one row after another. */
export interface RowFold {
  /** The draft of a row after all its entries. Its showings are written into the room for them, from there on. */
  fold(row: number, showingsFrom: number): AnyDraft;
  /** Where the showings of that row end. */
  showingsEnd(): number;
}

/**
 * Folds the entries of a row by what was read of them; only one that is no plain review is looked at again. `room` is
 * for 32 bits of each showing.
 */
export function startRowFold(
  entries: readonly LogEntry[],
  rows: EntriesByRow,
  room: Uint32Array,
  scheduler: Scheduler,
): RowFold {
  const { sorted, ends } = rows;
  const showings = startRowShowings(entries, sorted, room);
  return {
    fold(row, showingsFrom) {
      const draft = draftWith(showings);
      const begin = row === 0 ? 0 : (ends[row - 1] as number);
      const end = ends[row] as number;
      /** The last answer that counts, while the draft has not been told when it was: one of each card is asked. */
      let last = none;
      showings.begin(begin, showingsFrom);
      for (let at = begin; at < end; at += 1) {
        showings.take(at);
        const word = sorted[width * at + rated] as number;
        const rating = (word & 7) as Rating | 0;
        if (rating === 0) {
          date(draft, entries, last);
          last = none;
          addToDraft(draft, entries[sorted[width * at + place] as number] as CardEntry, scheduler);
        } else if (!showings.isKnown()) {
          showings.keep();
          addReview(draft, (word >> 3) as StudyDay, rating, scheduler);
          last = sorted[width * at + place] as number;
        }
      }
      date(draft, entries, last);
      return draft;
    },
    showingsEnd: showings.end,
  };
}

const none = -1;

function date(draft: AnyDraft, entries: readonly LogEntry[], last: number): void {
  if (last !== none) draft.lastAt = (entries[last] as LogEntry).ms;
}
