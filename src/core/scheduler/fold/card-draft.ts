import { type CardState, newSchedule } from '../../model/card-state.ts';
import type { CardId, ShowingId, StudyDay, Timestamp } from '../../model/id.ts';
import type { Rating } from '../../model/verdict.ts';
import type { Scheduler } from '../memory/fsrs.ts';
import { daysAfter } from '../memory/interval-after.ts';
import { dayOfAnswer } from '../study-day.ts';
import type { CardEntry, EntryOf } from './entry-kinds.ts';
import type { VoidAnswers } from './lineage.ts';

/** The showings of a card that were answered, in whatever way they are kept. */
export interface Showings {
  includes(showing: ShowingId): boolean;
  /** Called with what is not included. */
  push(showing: ShowingId): void;
}

/** A card's state while its entries are folded, in place: a million of them pass through here. */
export interface CardDraft<Shown extends Showings = ShowingId[]> {
  /** 0 for a card without a memory. */
  stability: number;
  difficulty: number;
  /** The memory before the last answer. */
  stabilityBefore: number;
  difficultyBefore: number;
  /**
   * Days from the answer before the last to the last; null where the card is due by its stability alone: after a right
   * answer that may have been guessed, and for a schedule that was cut to a part of its own.
   */
  elapsedDays: number | null;
  reps: number;
  lapses: number;
  firstDay: StudyDay | null;
  lastDay: StudyDay | null;
  lastAt: Timestamp | null;
  lastRating: Rating | null;
  /** The last day of an Again that counts. */
  missedDay: StudyDay | null;
  suspended: boolean;
  buriedUntil: StudyDay | null;
  flagged: boolean;
  note: string;
  /** Answers after the last one that counts which do not count, because the key was wrong. */
  voided: number;
  readonly showings: Shown;
}

/** However its showings are kept. */
export type AnyDraft = CardDraft<Showings>;

export function startDraft(): CardDraft {
  return draftWith([]);
}

/** The draft of a card without an entry, with showings of any sort. */
export function draftWith<Shown extends Showings>(showings: Shown): CardDraft<Shown> {
  return {
    stability: 0,
    difficulty: 0,
    stabilityBefore: 0,
    difficultyBefore: 0,
    elapsedDays: 0,
    reps: 0,
    lapses: 0,
    firstDay: null,
    lastDay: null,
    lastAt: null,
    lastRating: null,
    missedDay: null,
    suspended: false,
    buriedUntil: null,
    flagged: false,
    note: '',
    voided: 0,
    showings,
  };
}

/** What a kind of entry but an answer changes. */
type CardReducers = {
  readonly [T in Exclude<CardEntry['t'], 'answer'>]: (draft: AnyDraft, entry: EntryOf<T>) => void;
};

const cardReducers: CardReducers = {
  suspend: (draft, { value }) => {
    draft.suspended = value;
  },
  bury: (draft, { day }) => {
    draft.buriedUntil = day as StudyDay;
  },
  flag: (draft, { value }) => {
    draft.flagged = value;
  },
  note: (draft, { text }) => {
    draft.note = text;
  },
  reset: forget,
};

/** Adds the next entry of the card, in the order of the fold. `voids` says which answers do not count. */
export function addToDraft(
  draft: AnyDraft,
  entry: CardEntry,
  scheduler: Scheduler,
  voids: VoidAnswers | null = null,
): void {
  if (entry.t === 'answer') addAnswer(draft, entry, scheduler, voids);
  else reduce(entry.t, draft, entry);
}

function reduce<T extends keyof CardReducers>(t: T, draft: AnyDraft, entry: EntryOf<T>): void {
  cardReducers[t](draft, entry);
}

function addAnswer(draft: AnyDraft, answer: EntryOf<'answer'>, scheduler: Scheduler, voids: VoidAnswers | null): void {
  if (voids !== null && isVoid(answer, voids)) draft.voided += 1;
  else if (counts(draft, answer, scheduler)) {
    const day = dayOfAnswer(answer);
    if (answer.score === 1) addRight(draft, day, answer, scheduler);
    else addReview(draft, day, answer.r, scheduler);
    draft.lastAt = answer.ms;
  }
}

function isVoid(answer: EntryOf<'answer'>, { before, revs, current }: VoidAnswers): boolean {
  const { rev } = answer;
  return rev !== current && (revs.has(rev) || dayOfAnswer(answer) < before);
}

/** Practice and exams move a card only when it is due or was missed; what they tell stays in the log. */
function counts(draft: AnyDraft, answer: EntryOf<'answer'>, scheduler: Scheduler): boolean {
  if (draft.showings.includes(answer.at)) return false;
  draft.showings.push(answer.at);
  const isMiss = answer.r === 1 && answer.score !== 1;
  if (isMiss || (answer.how !== 'practice' && answer.how !== 'exam')) return true;
  const due = dueDay(draft, scheduler);
  return due !== null && due <= dayOfAnswer(answer);
}

/** Adds an answer that counts; but for its moment, `lastAt`, which only the last one's draft must know. */
export function addReview(draft: AnyDraft, day: StudyDay, rating: Rating, scheduler: Scheduler): void {
  const previous = draft.lastDay ?? day;
  scheduler.remember(draft, setBefore(draft, day, previous), rating);
  // Relearning on the day of a lapse is part of it, not another one.
  if (rating === 1 && day > previous) draft.lapses += 1;
  setLast(draft, day, previous, rating);
  if (rating === 1) draft.missedDay = draft.lastDay;
}

/** The same for an answer that is right: Again is no miss then, but a guess, and the memory what its posterior makes it. */
function addRight(draft: AnyDraft, day: StudyDay, { r, p }: EntryOf<'answer'>, scheduler: Scheduler): void {
  const previous = draft.lastDay ?? day;
  const elapsedDays = setBefore(draft, day, previous);
  if (p === undefined) scheduler.remember(draft, elapsedDays, r);
  else {
    scheduler.rememberPerhaps(draft, elapsedDays, p);
    draft.elapsedDays = null;
  }
  setLast(draft, day, previous, r);
}

/** Keeps the memory before an answer, and gives the days since the last one. */
function setBefore(draft: AnyDraft, day: StudyDay, previous: StudyDay): number {
  const elapsedDays = Math.max(0, day - previous);
  draft.stabilityBefore = draft.stability;
  draft.difficultyBefore = draft.difficulty;
  draft.elapsedDays = elapsedDays;
  return elapsedDays;
}

function setLast(draft: AnyDraft, day: StudyDay, previous: StudyDay, rating: Rating): void {
  draft.reps += 1;
  draft.voided = 0;
  draft.firstDay ??= day;
  // Whoever flies west answers "yesterday"; the card's day does not go back.
  draft.lastDay = day > previous ? day : previous;
  draft.lastRating = rating;
}

/** A reset card is new again; what the learner wrote or switched on it stays. */
function forget(draft: AnyDraft): void {
  draft.stability = 0;
  draft.difficulty = 0;
  draft.stabilityBefore = 0;
  draft.difficultyBefore = 0;
  draft.elapsedDays = 0;
  draft.reps = 0;
  draft.lapses = 0;
  draft.firstDay = null;
  draft.lastDay = null;
  draft.lastAt = null;
  draft.lastRating = null;
  draft.missedDay = null;
  draft.voided = 0;
}

/** Written out rather than put together: a hundred thousand are made at once. */
export function finishDraft(card: CardId, draft: AnyDraft, scheduler: Scheduler): CardState {
  const { suspended, buriedUntil, flagged, note, voided } = draft;
  const due = dueDay(draft, scheduler);
  if (due === null) return { card, suspended, buriedUntil, flagged, note, voided, ...newSchedule };
  const { reps, lapses, stability, difficulty, firstDay, lastDay, lastAt, lastRating, missedDay } = draft;
  if (firstDay === null || lastDay === null || lastAt === null || lastRating === null) {
    throw new Error('Inconsistent: a memory without a day');
  }
  return {
    card,
    suspended,
    buriedUntil,
    flagged,
    note,
    voided,
    reps,
    lapses,
    stability,
    difficulty,
    firstDay,
    lastDay,
    lastAt,
    lastRating,
    missedDay,
    due,
  };
}

/** Again: the same day, the session asks once more; otherwise tomorrow at the earliest. */
export function dueDay(draft: AnyDraft, scheduler: Scheduler): StudyDay | null {
  const { stability, stabilityBefore, difficultyBefore, elapsedDays, lastDay, lastRating } = draft;
  if (lastDay === null || lastRating === null || stability === 0) return null;
  if (lastRating === 1) return lastDay;
  const days =
    elapsedDays === null
      ? scheduler.interval(stability)
      : daysAfter(stabilityBefore, difficultyBefore, elapsedDays, lastRating, scheduler, stability);
  return (lastDay + days) as StudyDay;
}
