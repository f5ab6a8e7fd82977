import type { CardState } from '../../../model/card-state.ts';
import type { CardId } from '../../../model/id.ts';
import { indexRows } from './card-rows.ts';
import { type CardTable, readState } from './card-table.ts';

/** The states of a table's cards, made when they are asked for, with those that were folded since in their place. */
export interface StatesOver extends ReadonlyMap<CardId, CardState> {
  rowOf(card: CardId): number | undefined;
  set(card: CardId, state: CardState): void;
  /** Back to the row's; a card without one is known no more. */
  unset(card: CardId): void;
}

export function statesOver(table: CardTable): StatesOver {
  const { ids } = table;
  const { find } = indexRows(ids);
  /** By row. */
  const made: (CardState | undefined)[] = [];
  const fresh = new Map<CardId, CardState>();

  function stateAt(row: number): CardState {
    const known = made[row];
    if (known !== undefined) return known;
    const state = readState(table, row);
    made[row] = state;
    return state;
  }
  function get(card: CardId): CardState | undefined {
    const row = find(card);
    return row === undefined ? fresh.get(card) : stateAt(row);
  }
  function* values(): MapIterator<CardState> {
    for (let row = 0; row < ids.length; row += 1) yield stateAt(row);
    yield* fresh.values();
  }
  function* entries(): MapIterator<[CardId, CardState]> {
    for (const state of values()) yield [state.card, state];
  }
  function* keys(): MapIterator<CardId> {
    yield* ids;
    yield* fresh.keys();
  }
  function put(card: CardId, state: CardState | undefined): void {
    const row = find(card);
    if (row !== undefined) made[row] = state;
    else if (state === undefined) fresh.delete(card);
    else fresh.set(card, state);
  }
  const states: StatesOver = {
    rowOf: find,
    set: put,
    unset: (card) => put(card, undefined),
    get size() {
      return ids.length + fresh.size;
    },
    get,
    has: (card) => find(card) !== undefined || fresh.has(card),
    keys,
    values,
    entries,
    forEach(visit) {
      for (const state of values()) visit(state, state.card, states);
    },
    [Symbol.iterator]: entries,
  };
  return states;
}
