import type { Family } from '../learners/family.ts';

/** Which scenarios belong together: what `--only` names. */
export const groups = ['established', 'new', 'weights', 'windows', 'certificate'] as const;
export type Group = (typeof groups)[number];

/** A situation before an exam: the deck, the days and the time. */
export interface Scenario {
  readonly name: string;
  readonly group: Group;
  readonly families: readonly Family[];
  readonly cards: number;
  /** Days until the exam; policies plan them all. */
  readonly days: number;
  /** Of study until the exam, in all. */
  readonly seconds: number;
  /** The time lies in this last part of the days, evenly; 1 for all days. */
  readonly window: number;
  /** Days of study by stock FSRS before the first day of planning; 0 for a new deck. */
  readonly historyDays: number;
  /** What the cards count in the exam: card 0 the first weight, card 1 the second, and so on in turn. */
  readonly weights: readonly number[];
}
