import type { LogEntry } from '../../../model/log/log-entry.ts';
import type { Showings } from '../card-draft.ts';
import { place, shown, width } from './entries-by-row.ts';

/** The showings of the row in hand: those of its answers that came before the one in hand. */
export interface RowShowings extends Showings {
  /** Puts a row in hand, by the first of its sorted entries; its showings are kept from `index` on. */
  begin(first: number, index: number): void;
  /** Puts one of its entries in hand. */
  take(entry: number): void;
  /** Whether the showing of the entry in hand has come before. */
  isKnown(): boolean;
  /** Keeps it; where it was not known. */
  keep(): void;
  /** Where the next one will be kept. */
  end(): number;
}

/** The bits by which nearly every new showing is told as new. */
const filterWords = 8;

/**
 * A list for each card would be most of a fold's memory. Here each showing sets one bit; only where that was set already
 * is it compared with those of the row's entries before, and as a text only where its 32 bits are the same.
 */
export function startRowShowings(entries: readonly LogEntry[], sorted: Int32Array, room: Uint32Array): RowShowings {
  const filter = new Int32Array(filterWords);
  let [from, at, to] = [0, 0, 0];

  function isKnown(): boolean {
    const hash = sorted[width * at + shown] as number;
    return ((filter[wordOf(hash)] as number) & (1 << (hash & 31))) !== 0 && isAmongEarlier(hash);
  }
  function isAmongEarlier(hash: number): boolean {
    const showing = showingOf(at);
    for (let other = from; other < at; other += 1) {
      if (sorted[width * other + shown] === hash && showingOf(other) === showing) return true;
    }
    return false;
  }
  function showingOf(index: number): string | null {
    const entry = entries[sorted[width * index + place] as number];
    return entry?.t === 'answer' ? entry.at : null;
  }
  function keep(): void {
    const hash = sorted[width * at + shown] as number;
    const word = wordOf(hash);
    filter[word] = (filter[word] as number) | (1 << (hash & 31));
    room[to] = hash;
    to += 1;
  }
  return {
    begin(first, index) {
      filter.fill(0);
      from = first;
      to = index;
    },
    take(entry) {
      at = entry;
    },
    isKnown,
    keep,
    end: () => to,
    includes: isKnown,
    push: keep,
  };
}

function wordOf(hash: number): number {
  return (hash >>> 5) & (filterWords - 1);
}
