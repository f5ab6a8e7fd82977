import type { ShowingId } from '../../../model/id.ts';
import type { LogEntry } from '../../../model/log/log-entry.ts';
import { spreadOf } from '../../memory/spread.ts';
import type { Showings } from '../card-draft.ts';

/** The showings of many cards, asked for one card at a time. */
export interface RowShowings extends Showings {
  /** Puts a card in hand, and the entry (by its place among the entries) that is about it. */
  take(row: number, entry: number): void;
  /** Writes 32 bits of each showing of a card into `hashes`, from that index on, and gives the index after them. */
  copy(row: number, hashes: Uint32Array, index: number): number;
}

/** Numbers of a row: the last answer that was pushed, and the bits by which nearly every new showing is told as new. */
const numbersOfRow = 8;
const bitsOfRow = 32 * (numbersOfRow - 1);

/**
 * A list for each card would be most of a fold's memory. Here each showing sets one bit of its card; only where that was
 * set already are the card's answers compared, which are chained, each with the hash of its showing beside it.
 */
export function startRowShowings(count: number, entries: readonly LogEntry[]): RowShowings {
  const rows = new Int32Array(count * numbersOfRow);
  const chain = new Int32Array(2 * entries.length);
  let [from, at, hash, place, bit] = [0, 0, 0, 0, 0];

  function isInChain(showing: ShowingId): boolean {
    for (let next = rows[from] ?? 0; next > 0; next = chain[2 * next - 2] ?? 0) {
      if (chain[2 * next - 1] !== hash) continue;
      const entry = entries[next - 1];
      if (entry?.t === 'answer' && entry.at === showing) return true;
    }
    return false;
  }
  return {
    take(row, entry) {
      from = row * numbersOfRow;
      at = entry;
    },
    includes(showing) {
      hash = spreadOf(showing) | 0;
      const which = (hash >>> 1) % bitsOfRow;
      place = from + 1 + (which >>> 5);
      bit = 1 << (which & 31);
      return ((rows[place] ?? 0) & bit) !== 0 && isInChain(showing);
    },
    copy(row, hashes, index) {
      let end = index;
      for (let next = rows[row * numbersOfRow] ?? 0; next > 0; next = chain[2 * next - 2] ?? 0) {
        hashes[end] = chain[2 * next - 1] ?? 0;
        end += 1;
      }
      return end;
    },
    push() {
      rows[place] = (rows[place] ?? 0) | bit;
      chain[2 * at] = rows[from] ?? 0;
      chain[2 * at + 1] = hash;
      rows[from] = at + 1;
    },
  };
}
