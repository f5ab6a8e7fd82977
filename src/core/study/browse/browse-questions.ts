import type { CardState } from '../../model/card-state.ts';
import { cardsOf } from '../../model/cards-of.ts';
import type { QuestionSummary } from '../../model/deck.ts';
import { type CardId, packOf, type QuestionId, type StudyDay } from '../../model/id.ts';
import { isPackOn, type PackSwitches } from '../../model/pack-switches.ts';
import { isStudied } from '../../model/question.ts';
import type { Scheduler } from '../../scheduler/memory/fsrs.ts';
import { type Facet, facets, ofEachFacet, type QuestionFilter, valuesOfCard, valuesOfQuestion } from './facets.ts';

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
}

/** Everything that can be chosen from: each card of each question that is asked, with its values. */
export interface Shelf {
  readonly entries: readonly ShelfEntry[];
}

export interface ShelfEntry {
  readonly question: QuestionSummary;
  readonly cards: readonly ShelfCard[];
}

export interface ShelfCard {
  readonly card: CardId;
  /** 0 to 1, now; null for a card without a memory. */
  readonly recall: number | null;
  readonly values: Readonly<Record<Facet, readonly string[]>>;
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

export function fillShelf({ today, cards, summaries, packs, scheduler }: BrowseFacts): Shelf {
  const entries = [...summaries.values()]
    .filter((question) => isStudied(question) && isPackOn(packs, packOf(question.id)))
    .map((question) => {
      const own = valuesOfQuestion(question);
      const shelved = cardsOf(question).map((card): ShelfCard => {
        const state = cards.get(card);
        const values = { ...noValues, ...own, ...valuesOfCard(state, today) };
        return { card, recall: recallOf(state, today, scheduler), values };
      });
      return { question, cards: shelved };
    });
  return { entries };
}

/** What fits the wish, and what each value of a facet would bring: one walk through all cards. */
export function browse({ entries }: Shelf, { filter, order, found }: Wish): Browsed {
  const rows: ShelfEntry[] = [];
  const counts = ofEachFacet(() => new Map<string, number>());
  const wished = facets.filter((facet) => (filter[facet] ?? []).length > 0);
  for (const { question, cards } of entries) {
    if (found !== null && !found.has(question.id)) continue;
    const looked = cards.map((card) => ({ card, misses: wished.filter((facet) => !fits(card, filter, facet)) }));
    const fitting = looked.filter(({ misses }) => misses.length === 0).map(({ card }) => card);
    if (fitting.length > 0) rows.push({ question, cards: fitting });
    countValues(looked, counts);
  }
  return { rows: order === 'notes' ? rows : byRecall(rows), counts };
}

interface LookedAt {
  readonly card: ShelfCard;
  /** The facets by which it does not fit. */
  readonly misses: readonly Facet[];
}

/** A question counts once for each value of a facet that one of its cards has which fits all other facets. */
function countValues(looked: readonly LookedAt[], counts: Readonly<Record<Facet, Map<string, number>>>): void {
  const counted = looked.length === 1 ? null : new Set<string>();
  for (const { card, misses } of looked) {
    if (misses.length > 1) continue;
    for (const facet of misses.length === 0 ? facets : misses) {
      const values = card.values[facet];
      const fresh = counted === null ? values : values.filter((value) => isFirst(counted, `${facet} ${value}`));
      for (const value of fresh) addOne(counts[facet], value);
    }
  }
}

function isFirst(counted: Set<string>, name: string): boolean {
  const { size } = counted;
  return counted.add(name).size > size;
}

function addOne(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function fits({ values }: ShelfCard, filter: QuestionFilter, facet: Facet): boolean {
  return (filter[facet] ?? []).some((value) => values[facet].includes(value));
}

function byRecall(rows: readonly ShelfEntry[]): readonly ShelfEntry[] {
  const recalls = new Map(rows.map((row) => [row, Math.min(...row.cards.map(strengthOf))]));
  return rows.toSorted((a, b) => (recalls.get(a) ?? 0) - (recalls.get(b) ?? 0));
}

/** From -1 to 0 for cards that were missed last, up to 1 for others, beyond for those that were never seen. */
function strengthOf({ recall, values }: ShelfCard): number {
  if (recall === null) return 2;
  return values.missed.includes('last') ? recall - 1 : recall;
}

/** The lowest chance of recall among the cards; null when none of them has a memory. */
export function lowestRecall({ cards }: ShelfEntry): number | null {
  const known = cards.flatMap(({ recall }) => recall ?? []);
  return known.length === 0 ? null : Math.min(...known);
}

function recallOf(state: CardState | undefined, today: StudyDay, scheduler: Scheduler): number | null {
  if (state === undefined || state.due === null) return null;
  return scheduler.retrievability(state, Math.max(0, today - state.lastDay));
}

const noValues = ofEachFacet((): readonly string[] => []);
