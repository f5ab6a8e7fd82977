import type { CardId } from '../../model/id.ts';
import { seededRandom } from '../../text/seeded-random.ts';
import { shuffled } from '../../text/shuffled.ts';
import { type QuestionOrder, type ShelfEntry, strengthOf } from './browse-questions.ts';

/** More would be no run that anybody ends. */
export const mostPractised = 500;

export interface PracticeWish {
  /** How many cards at most; null for all, which are `mostPractised` at most. */
  readonly most: number | null;
  readonly order: QuestionOrder;
  /** Draws which cards and in what order; null for the order of the rows. */
  readonly seed: number | null;
}

/**
 * The cards to practise, without those that are suspended. Drawn by chance they are of all rows; but of the weakest
 * always the weakest.
 */
export function choosePractice(rows: readonly ShelfEntry[], { most, order, seed }: PracticeWish): readonly CardId[] {
  const open = rows.flatMap(({ cards }) => cards.filter(({ state }) => !state.includes('suspended')));
  const ordered = order === 'weakest' ? open.toSorted((a, b) => strengthOf(a) - strengthOf(b)) : open;
  const cards = ordered.map(({ card }) => card);
  const count = Math.min(most ?? mostPractised, mostPractised);
  if (seed === null) return cards.slice(0, count);
  const pool = order === 'weakest' ? cards.slice(0, count) : cards;
  return shuffled(pool, seededRandom(seed)).slice(0, count);
}
