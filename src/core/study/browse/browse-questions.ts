import type { CardState } from '../../model/card-state.ts';
import type { QuestionSummary } from '../../model/deck.ts';
import { type CardId, packOf, type QuestionId, type StudyDay } from '../../model/id.ts';
import { isPackOn, type PackSwitches } from '../../model/pack-switches.ts';
import type { Scheduler } from '../../scheduler/memory/fsrs.ts';
import { bitOf, type Catalogue, catalogueOf } from './catalogue.ts';
import { type CardValues, type Facet, facets, ofEachFacet, type QuestionFilter, valuesOfCard } from './facets.ts';

/**
 * `notes`: as they stand in the notes. `weakest`: first what was wrong the last time, since the model takes it for known
 * on that day; then the lowest chance of recall now; what was never seen last.
 */
export type QuestionOrder = 'notes' | 'weakest';

export interface BrowseFacts {
  readonly today: StudyDay;
  readonly cards: ReadonlyMap<CardId, CardState>;
  /** Every question of all packs, each pack's in learning order. */
  readonly summaries: ReadonlyMap<QuestionId, QuestionSummary>;
  readonly packs: PackSwitches;
  readonly scheduler: Scheduler;
  /** Brings due days forward; null for no exam ahead. */
  readonly examDay: StudyDay | null;
}

/** Everything that can be chosen from: each card of each question that is asked, with its values. */
export interface Shelf {
  readonly catalogue: Catalogue;
  readonly entries: readonly ShelfEntry[];
}

export interface ShelfEntry {
  readonly question: QuestionSummary;
  readonly cards: readonly ShelfCard[];
}

/** Beside a card what the record says of it. */
export interface ShelfCard extends CardValues {
  readonly card: CardId;
  /** 0 to 1, now; null for a card without a memory. */
  readonly recall: number | null;
  /** Of all facets, as the catalogue numbers them. */
  readonly values: readonly number[];
}

/** What is wished of the shelf. */
export interface Wish {
  readonly filter: QuestionFilter;
  readonly order: QuestionOrder;
  /** The questions that a search has found; null where nothing was searched for. */
  readonly found: ReadonlySet<QuestionId> | null;
}

export interface Browsed {
  /** The questions with a card that fits, in order, with the cards that do. */
  readonly rows: readonly ShelfEntry[];
  /** For each value how many questions there would be if it were wished alone of its facet, all else as it is. */
  readonly counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
}

export function fillShelf({ today, cards, summaries, packs, scheduler, examDay }: BrowseFacts): Shelf {
  const catalogue = catalogueOf(summaries);
  const numbersOf = (values: CardValues) => numbersIn(catalogue, values);
  // Most cards of a large pack were never touched.
  const untouched = valuesOfCard(undefined, today, examDay);
  const numbersOfUntouched = numbersOf(untouched);
  const entries = catalogue.entries
    .filter(({ question }) => isPackOn(packs, packOf(question.id)))
    .map(({ question, cards: own, values }) => {
      const shelved = own.map((card): ShelfCard => {
        const state = cards.get(card);
        if (state === undefined) {
          return { card, recall: null, ...untouched, values: values.concat(numbersOfUntouched) };
        }
        const told = valuesOfCard(state, today, examDay);
        return { card, recall: recallOf(state, today, scheduler), ...told, values: values.concat(numbersOf(told)) };
      });
      return { question, cards: shelved };
    });
  return { catalogue, entries };
}

function numbersIn({ numberOf }: Catalogue, { state, missed }: CardValues): readonly number[] {
  return [
    ...state.flatMap((value) => numberOf('state', value) ?? []),
    ...missed.flatMap((value) => numberOf('missed', value) ?? []),
  ];
}

/** What fits the wish, and what each value of a facet would bring: one walk through all cards. */
export function browse({ catalogue, entries }: Shelf, { filter, order, found }: Wish): Browsed {
  const missesOf = readFilter(catalogue, filter);
  const counter = startCounter(catalogue);
  const rows: ShelfEntry[] = [];
  for (const entry of entries) {
    if (found !== null && !found.has(entry.question.id)) continue;
    counter.begin();
    const fitting = entry.cards.filter((card) => {
      const misses = missesOf(card);
      counter.add(card, misses);
      return misses === 0;
    });
    // The same object as before where nothing of it is left out: a row on screen is not drawn anew.
    if (fitting.length === entry.cards.length) rows.push(entry);
    else if (fitting.length > 0) rows.push({ ...entry, cards: fitting });
  }
  return { rows: order === 'notes' ? rows : byRecall(rows), counts: counter.counts() };
}

/** The facets by which a card does not fit, a bit each. */
function readFilter({ values, numberOf }: Catalogue, filter: QuestionFilter): (card: ShelfCard) => number {
  const wished = facets.filter((facet) => (filter[facet] ?? []).length > 0);
  const wishedBits = wished.reduce((bits, facet) => bits | bitOf(facet), 0);
  /** By number: the bit of its facet where the value is wished, else 0. */
  const hits = new Uint8Array(values.length);
  for (const facet of wished) {
    for (const value of filter[facet] ?? []) {
      const number = numberOf(facet, value);
      if (number !== undefined) hits[number] = bitOf(facet);
    }
  }
  return (card) => {
    let hit = 0;
    for (const value of card.values) hit |= hits[value] ?? 0;
    return wishedBits & ~hit;
  };
}

/** Counts a question once for each value of a facet that one of its cards has which fits all other facets. */
function startCounter({ values }: Catalogue) {
  const counts = new Uint32Array(values.length);
  /** By number: the question that was counted last. */
  const lastOf = new Uint32Array(values.length);
  let current = 0;
  return {
    begin(): void {
      current += 1;
    },
    add(card: ShelfCard, misses: number): void {
      for (const value of card.values) {
        const isNear = misses === 0 || misses === values[value]?.bit;
        if (!isNear || lastOf[value] === current) continue;
        lastOf[value] = current;
        counts[value] = (counts[value] ?? 0) + 1;
      }
    },
    counts(): Browsed['counts'] {
      const found = ofEachFacet(() => new Map<string, number>());
      for (const [number, { facet, value }] of values.entries()) {
        const count = counts[number] ?? 0;
        if (count > 0) found[facet].set(value, count);
      }
      return found;
    },
  };
}

function byRecall(rows: readonly ShelfEntry[]): readonly ShelfEntry[] {
  const recalls = new Map(rows.map((row) => [row, Math.min(...row.cards.map(strengthOf))]));
  return rows.toSorted((a, b) => (recalls.get(a) ?? 0) - (recalls.get(b) ?? 0));
}

/** From -1 to 0 for cards that were missed last, up to 1 for others, beyond for those that were never seen. */
export function strengthOf({ recall, missed }: ShelfCard): number {
  if (recall === null) return 2;
  return missed.includes('last') ? recall - 1 : recall;
}

/** The lowest chance of recall among the cards; null when none of them has a memory. */
export function lowestRecall({ cards }: ShelfEntry): number | null {
  const known = cards.flatMap(({ recall }) => recall ?? []);
  return known.length === 0 ? null : Math.min(...known);
}

function recallOf(state: CardState, today: StudyDay, scheduler: Scheduler): number | null {
  if (state.due === null) return null;
  return scheduler.retrievability(state, Math.max(0, today - state.lastDay));
}
