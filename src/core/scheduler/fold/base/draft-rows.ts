import type { StudyDay, Timestamp } from '../../../model/id.ts';
import type { LogEntry } from '../../../model/log/log-entry.ts';
import type { Rating } from '../../../model/verdict.ts';
import type { Scheduler } from '../../memory/fsrs.ts';
import { type AnyDraft, addToDraft } from '../card-draft.ts';
import type { CardEntry } from '../entry-kinds.ts';
import { dayOf, none } from './card-table.ts';
import { type RowShowings, startRowShowings } from './row-showings.ts';

/** The drafts of many cards while all their entries pass in order. */
export interface DraftRows {
  /** Adds the next entry of the row's card; `at` is its place among the entries of `startRows`. */
  add(row: number, entry: CardEntry, at: number): void;
  /** The draft of a row, until the next is asked for. */
  draftOf(row: number): AnyDraft;
  /** As in `RowShowings`. */
  readonly copyShowings: RowShowings['copy'];
}

/**
 * Drafts as rows of plain numbers: entries are read in the order in which they lie in memory, each with two lines of the
 * processor's cache for its card, and no object is kept for the collector to find.
 */
export function startRows(count: number, entries: readonly LogEntry[], scheduler: Scheduler): DraftRows {
  const draft = new RowDraft(count, startRowShowings(count, entries));
  return {
    add(row, entry, at) {
      draft.take(row);
      draft.showings.take(row, at);
      addToDraft(draft, entry, scheduler);
    },
    draftOf(row) {
      draft.take(row);
      return draft;
    },
    copyShowings: draft.showings.copy,
  };
}

/** Floating numbers of a row, and whole ones: 64 bytes each. */
const numbersOfRow = 8;
const countsOfRow = 16;

/** The draft of the row in hand. */
class RowDraft implements AnyDraft {
  readonly showings: RowShowings;
  private readonly numbers: Float64Array;
  private readonly counts: Int32Array;
  private readonly notes = new Map<number, string>();
  private row = 0;
  private at = 0;
  private from = 0;

  constructor(count: number, showings: RowShowings) {
    this.showings = showings;
    this.numbers = new Float64Array(count * numbersOfRow);
    this.counts = new Int32Array(count * countsOfRow);
    for (let row = 0; row < count; row += 1) {
      this.take(row);
      this.firstDay = null;
      this.lastDay = null;
      this.buriedUntil = null;
      this.lastAt = null;
    }
  }

  take(row: number): void {
    this.row = row;
    this.at = row * numbersOfRow;
    this.from = row * countsOfRow;
  }

  get stability(): number {
    return this.numbers[this.at] ?? 0;
  }
  set stability(value: number) {
    this.numbers[this.at] = value;
  }

  get difficulty(): number {
    return this.numbers[this.at + 1] ?? 0;
  }
  set difficulty(value: number) {
    this.numbers[this.at + 1] = value;
  }

  get stabilityBefore(): number {
    return this.numbers[this.at + 2] ?? 0;
  }
  set stabilityBefore(value: number) {
    this.numbers[this.at + 2] = value;
  }

  get difficultyBefore(): number {
    return this.numbers[this.at + 3] ?? 0;
  }
  set difficultyBefore(value: number) {
    this.numbers[this.at + 3] = value;
  }

  get lastAt(): Timestamp | null {
    const value = this.numbers[this.at + 4] ?? Number.NaN;
    return Number.isNaN(value) ? null : (value as Timestamp);
  }
  set lastAt(value: Timestamp | null) {
    this.numbers[this.at + 4] = value ?? Number.NaN;
  }

  get reps(): number {
    return this.counts[this.from] ?? 0;
  }
  set reps(value: number) {
    this.counts[this.from] = value;
  }

  get lapses(): number {
    return this.counts[this.from + 1] ?? 0;
  }
  set lapses(value: number) {
    this.counts[this.from + 1] = value;
  }

  get voided(): number {
    return this.counts[this.from + 2] ?? 0;
  }
  set voided(value: number) {
    this.counts[this.from + 2] = value;
  }

  get firstDay(): StudyDay | null {
    return dayOf(this.counts[this.from + 3]);
  }
  set firstDay(value: StudyDay | null) {
    this.counts[this.from + 3] = value ?? none;
  }

  get lastDay(): StudyDay | null {
    return dayOf(this.counts[this.from + 4]);
  }
  set lastDay(value: StudyDay | null) {
    this.counts[this.from + 4] = value ?? none;
  }

  get buriedUntil(): StudyDay | null {
    return dayOf(this.counts[this.from + 5]);
  }
  set buriedUntil(value: StudyDay | null) {
    this.counts[this.from + 5] = value ?? none;
  }

  get elapsedDays(): number {
    return this.counts[this.from + 6] ?? 0;
  }
  set elapsedDays(value: number) {
    this.counts[this.from + 6] = value;
  }

  get lastRating(): Rating | null {
    return ((this.counts[this.from + 7] ?? 0) || null) as Rating | null;
  }
  set lastRating(value: Rating | null) {
    this.counts[this.from + 7] = value ?? 0;
  }

  get suspended(): boolean {
    return this.counts[this.from + 8] === 1;
  }
  set suspended(value: boolean) {
    this.counts[this.from + 8] = value ? 1 : 0;
  }

  get flagged(): boolean {
    return this.counts[this.from + 9] === 1;
  }
  set flagged(value: boolean) {
    this.counts[this.from + 9] = value ? 1 : 0;
  }

  get note(): string {
    return this.notes.get(this.row) ?? '';
  }
  set note(value: string) {
    this.notes.set(this.row, value);
  }
}
