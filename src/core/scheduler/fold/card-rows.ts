import type { CardId } from '../../model/id.ts';
import { spreadOf } from '../memory/spread.ts';

/** A number for each card, from 0 in the order in which they are first asked for. */
export interface CardRows {
  readonly ids: readonly CardId[];
  rowOf(card: CardId): number;
}

/**
 * A table with free places, of a card's 32 bits and its row side by side. A Map of strings takes twice as long: no two
 * entries share their card's string, so that each is hashed for it outside of compiled code.
 */
export function startCardRows(): CardRows {
  const ids: CardId[] = [];
  let table = new Int32Array(2 * 1024);

  /** Where the card stands, or the free place where it belongs. */
  function placeOf(card: CardId, bits: number): number {
    const last = table.length - 2;
    let place = (2 * bits) & last;
    for (let row = table[place + 1]; row !== 0 && row !== undefined; row = table[place + 1]) {
      if (table[place] === bits && ids[row - 1] === card) return place;
      place = (place + 2) & last;
    }
    return place;
  }
  function grow(): void {
    table = new Int32Array(4 * table.length);
    ids.forEach((card, row) => {
      const bits = spreadOf(card) | 0;
      table.set([bits, row + 1], placeOf(card, bits));
    });
  }
  return {
    ids,
    rowOf(card) {
      const bits = spreadOf(card) | 0;
      const place = placeOf(card, bits);
      const known = table[place + 1] ?? 0;
      if (known !== 0) return known - 1;
      table[place] = bits;
      table[place + 1] = ids.push(card);
      if (4 * ids.length > table.length) grow();
      return ids.length - 1;
    },
  };
}
