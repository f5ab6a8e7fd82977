import { newShare, newShareBeforeExam } from './fill-day.ts';
import { newAllowance } from './new-cards.ts';

/** Where a walk through the coming days begins. */
export interface WalkStart {
  /** By day from today on: how many cards come due, by their last interval in days. Day 0 has all that is due now. */
  readonly due: readonly Wave[];
  readonly unseen: number;
  readonly newPerDay: number;
  /** What today has already: cards introduced, and seconds studied. */
  readonly introduced: number;
  readonly spentSeconds: number;
  readonly reviewSeconds: number;
  readonly newSeconds: number;
  readonly daysToExam: number | null;
  /** Whether nothing is studied so many days from today. */
  isOff(day: number): boolean;
}

/** Cards by the days that they went since the time before. */
export type Wave = ReadonlyMap<number, number>;

export interface WalkEnd {
  /** The first day after which no due card waits; null when none of the days is such. */
  readonly caughtUp: number | null;
  readonly unseen: number;
  /** Each day that was walked. */
  readonly days: readonly WalkedDay[];
}

/** Numbers of cards. */
export interface WalkedDay {
  readonly reviews: number;
  readonly fresh: number;
}

/** How much longer a card goes after Good. */
const growth = 2.5;
const firstInterval = 2;

/** Goes on as on today for some days of so many minutes, as if every answer were Good. Cards are counted, not told apart. */
export function walkDays(start: WalkStart, minutes: number, days: number): WalkEnd {
  const coming = start.due.map((wave) => new Map(wave));
  const waiting = new Map<number, number>();
  let { unseen } = start;
  let caughtUp: number | null = null;
  const walked: WalkedDay[] = [];
  for (let day = 0; day < days; day += 1) {
    add(waiting, coming[day] ?? new Map());
    const due = count(waiting);
    const { reviews, fresh } = dayOf({ ...start, unseen, due, day, minutes: start.isOff(day) ? 0 : minutes });
    for (const [interval, cards] of take(waiting, reviews)) {
      later(coming, day, Math.max(firstInterval, Math.round(interval * growth)), cards);
    }
    if (fresh > 0) later(coming, day, firstInterval, fresh);
    unseen -= fresh;
    walked.push({ reviews, fresh });
    if (due === reviews) caughtUp ??= day;
  }
  return { caughtUp, unseen, days: walked };
}

interface Day extends WalkStart {
  readonly day: number;
  readonly minutes: number;
}

/** What one day holds, by the rules of `fillDay`. */
function dayOf(day: Omit<Day, 'due'> & { readonly due: number }): WalkedDay {
  const { unseen, due, reviewSeconds, newSeconds } = day;
  const isToday = day.day === 0;
  const introduced = isToday ? day.introduced : 0;
  const daysToExam = day.daysToExam === null ? null : day.daysToExam - day.day;
  const allowed = Math.max(0, newAllowance(day.newPerDay, unseen + introduced, daysToExam) - introduced);
  const wanted = Math.min(unseen, allowed);
  const all = day.minutes * 60;
  const seconds = Math.max(0, all - (isToday ? day.spentSeconds : 0));
  const kept = Math.min((daysToExam === null ? newShare : newShareBeforeExam) * all, wanted * newSeconds, seconds);
  const first = Math.min(due, Math.round((seconds - kept) / reviewSeconds));
  const fresh = Math.min(wanted, Math.max(0, Math.round((seconds - first * reviewSeconds) / newSeconds)));
  const rest = Math.round((seconds - first * reviewSeconds - fresh * newSeconds) / reviewSeconds);
  return { reviews: Math.min(due, first + Math.max(0, rest)), fresh };
}

/** Takes so many cards out of a wave, those of the shortest intervals first. */
function take(wave: Map<number, number>, cards: number): readonly (readonly [interval: number, cards: number])[] {
  let left = cards;
  const taken: (readonly [number, number])[] = [];
  for (const interval of [...wave.keys()].sort((a, b) => a - b)) {
    const some = Math.min(left, wave.get(interval) ?? 0);
    if (some === 0) break;
    taken.push([interval, some]);
    left -= some;
    add(wave, new Map([[interval, -some]]));
  }
  return taken;
}

function later(coming: Map<number, number>[], day: number, interval: number, cards: number): void {
  coming[day + interval] ??= new Map();
  add(coming[day + interval] ?? new Map(), new Map([[interval, cards]]));
}

function add(wave: Map<number, number>, other: Wave): void {
  for (const [interval, cards] of other) {
    const sum = (wave.get(interval) ?? 0) + cards;
    if (sum === 0) wave.delete(interval);
    else wave.set(interval, sum);
  }
}

function count(wave: Wave): number {
  return [...wave.values()].reduce((sum, cards) => sum + cards, 0);
}
