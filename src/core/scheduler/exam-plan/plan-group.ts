import { daysAfterExam, daysOfRow, elapsedRows, rowOfDays } from './elapsed-rows.ts';
import { corners, gridPlaces, gridSize, placeOnGrid } from './memory-grid.ts';

/** A card as the plan sees it. */
export interface PlanCard {
  /** What knowing it in the exam is worth, more than 0; only how cards stand to each other matters. */
  readonly worth: number;
  /** Seconds of a review in which it is remembered, more than 0. */
  readonly seconds: number;
  /** Null for a card that was never seen. */
  readonly memory: AgedMemory | null;
}

export interface AgedMemory {
  readonly stability: number;
  readonly difficulty: number;
  /** Since the last answer; 0 for a card that was answered today. */
  readonly elapsedDays: number;
}

/** Cards of which a unit of worth takes about the same time: one policy holds for all of them. */
export interface PlanGroup {
  /** See `groupOf`. */
  readonly key: number;
  /** Seconds of a remembered review for one unit of worth, on average. */
  readonly secondsPerWorth: number;
  /** Worth of the cards that were seen, by row of elapsed days · 80 + node. */
  readonly seen: Float64Array;
  /** The rows of `seen` that are not empty. */
  readonly rows: readonly number[];
  /** Worth of the cards that were never seen, and how many these are. */
  readonly unseen: number;
  readonly unseenCards: number;
}

/** Cards whose times for a unit of worth differ by less than this are in one group. */
const spread = 2;

/** The group that a card belongs to: a whole number, the higher the more time a unit of its worth takes. */
export function groupOf({ seconds, worth }: Pick<PlanCard, 'seconds' | 'worth'>): number {
  return Math.round(Math.log(seconds / worth) / Math.log(spread));
}

/** Cards put on the grid, in groups; linear in the number of cards. A group takes as much room whether it has ten or a million. */
export function groupCards(cards: Iterable<PlanCard>): readonly PlanGroup[] {
  const groups = new Map<number, Draft>();
  const corner = gridPlaces(1);
  for (const card of cards) {
    const key = groupOf(card);
    const draft = groups.get(key) ?? startGroup();
    groups.set(key, draft);
    addCard(draft, card, corner);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([key, draft]) => finishGroup(key, draft));
}

interface Draft {
  readonly seen: Float64Array;
  readonly rows: Set<number>;
  worth: number;
  seconds: number;
  unseen: number;
  unseenCards: number;
}

function startGroup(): Draft {
  const seen = new Float64Array(elapsedRows * gridSize);
  return { seen, rows: new Set(), worth: 0, seconds: 0, unseen: 0, unseenCards: 0 };
}

function addCard(draft: Draft, { worth, seconds, memory }: PlanCard, corner: ReturnType<typeof gridPlaces>): void {
  draft.worth += worth;
  draft.seconds += seconds;
  if (memory === null) {
    draft.unseen += worth;
    draft.unseenCards += 1;
    return;
  }
  const row = rowOfDays(memory.elapsedDays);
  draft.rows.add(row);
  placeOnGrid(memory.stability, memory.difficulty, worth, corner, 0);
  for (let n = 0; n < corners; n += 1) {
    const place = row * gridSize + (corner.nodes[n] ?? 0);
    draft.seen[place] = (draft.seen[place] ?? 0) + (corner.shares[n] ?? 0);
  }
}

function finishGroup(key: number, { worth, seconds, rows, ...rest }: Draft): PlanGroup {
  return { key, secondsPerWorth: seconds / worth, rows: [...rows], ...rest };
}

export function worthOfGroups(groups: readonly PlanGroup[]): number {
  return groups.reduce((sum, { seen, unseen }) => seen.reduce((worth, some) => worth + some, sum + unseen), 0);
}

/** Days from the oldest answer to the exam so many days ahead, and as long after it as anything is asked of a memory. */
export function farthestDays(groups: readonly PlanGroup[], days: number): number {
  return Math.max(0, ...groups.flatMap(({ rows }) => rows.map(daysOfRow))) + days + daysAfterExam;
}
