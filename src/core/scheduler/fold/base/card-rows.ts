import type { CardId } from '../../../model/id.ts';
import { spreadOf } from '../../memory/spread.ts';

/** A number for each card, from 0 in the order in which they are first asked for. */
export interface CardRows extends Pick<RowIndex, 'find'> {
  readonly ids: readonly CardId[];
  rowOf(card: CardId): number;
}

export function startCardRows(): CardRows {
  const ids: CardId[] = [];
  const { find, addLast } = indexRows(ids);
  return {
    ids,
    find,
    rowOf(card) {
      const row = find(card);
      if (row !== undefined) return row;
      ids.push(card);
      addLast();
      return ids.length - 1;
    },
  };
}

interface RowIndex {
  find(card: CardId): number | undefined;
  /** After the card that was just not found was put behind the others. */
  addLast(): void;
}

/**
 * Where each card stands among `ids`: a table with free places, of a card's 32 bits and its row side by side. A Map of
 * strings takes twice as long: no two entries share their card's string, so that each is hashed for it outside of
 * compiled code.
 */
export function indexRows(ids: readonly CardId[]): RowIndex {
  let table = new Int32Array(0);
  /** Of the card that was last looked for; the place is the free one where it belongs, if it is not there. */
  let [bits, place] = [0, 0];

  function look(card: CardId): void {
    const last = table.length - 2;
    bits = spreadOf(card) | 0;
    place = (2 * bits) & last;
    for (let row = table[place + 1]; row !== 0 && row !== undefined; row = table[place + 1]) {
      if (table[place] === bits && ids[row - 1] === card) return;
      place = (place + 2) & last;
    }
  }
  function put(row: number): void {
    table[place] = bits;
    table[place + 1] = row + 1;
  }
  function build(room: number): void {
    table = new Int32Array(4 * 2 ** Math.ceil(Math.log2(room)));
    for (let row = 0; row < ids.length; row += 1) {
      look(ids[row] as CardId);
      put(row);
    }
  }
  build(Math.max(ids.length, 512));
  return {
    find(card) {
      look(card);
      const known = table[place + 1] ?? 0;
      return known === 0 ? undefined : known - 1;
    },
    addLast() {
      if (4 * ids.length > table.length) build(4 * ids.length);
      else put(ids.length - 1);
    },
  };
}
