import { type CardState, newSchedule, type Schedule } from '../../model/card-state.ts';
import type { CardId, ShowingId, StudyDay, Timestamp } from '../../model/id.ts';
import type { Rating } from '../../model/verdict.ts';
import type { Memory, Scheduler } from '../memory/fsrs.ts';
import { intervalAfter } from '../memory/interval-after.ts';
import { dayOfAnswer } from '../study-day.ts';
import type { CardEntry, EntryOf } from './entry-kinds.ts';
import type { VoidAnswers } from './lineage.ts';

/** A card's state while its entries are folded, in place: a million of them pass through here. */
export interface CardDraft {
  memory: Memory | null;
  /** The memory before the last answer. */
  before: Memory | null;
  /** Days from the answer before the last to the last; null for a schedule that was cut to a part of its own. */
  elapsedDays: number | null;
  reps: number;
  lapses: number;
  firstDay: StudyDay | null;
  lastDay: StudyDay | null;
  lastAt: Timestamp | null;
  lastRating: Rating | null;
  suspended: boolean;
  buriedUntil: StudyDay | null;
  flagged: boolean;
  note: string;
  /** Answers after the last one that counts which do not count, because the key was wrong. */
  voided: number;
  readonly showings: ShowingId[];
}

export function startDraft(): CardDraft {
  return {
    memory: null,
    before: null,
    elapsedDays: 0,
    reps: 0,
    lapses: 0,
    firstDay: null,
    lastDay: null,
    lastAt: null,
    lastRating: null,
    suspended: false,
    buriedUntil: null,
    flagged: false,
    note: '',
    voided: 0,
    showings: [],
  };
}

/** What the fold of a card works with. */
interface CardFold {
  readonly scheduler: Scheduler;
  readonly voids: VoidAnswers | null;
}

type CardReducers = {
  readonly [T in CardEntry['t']]: (draft: CardDraft, entry: EntryOf<T>, fold: CardFold) => void;
};

const cardReducers: CardReducers = {
  answer: addAnswer,
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
  draft: CardDraft,
  entry: CardEntry,
  scheduler: Scheduler,
  voids: VoidAnswers | null = null,
): void {
  reduce(entry.t, draft, entry, { scheduler, voids });
}

function reduce<T extends CardEntry['t']>(t: T, draft: CardDraft, entry: EntryOf<T>, fold: CardFold): void {
  cardReducers[t](draft, entry, fold);
}

function addAnswer(draft: CardDraft, answer: EntryOf<'answer'>, { scheduler, voids }: CardFold): void {
  if (voids !== null && isVoid(answer, voids)) draft.voided += 1;
  else if (counts(draft, answer, scheduler)) addReview(draft, answer, scheduler);
}

function isVoid(answer: EntryOf<'answer'>, { before, revs, current }: VoidAnswers): boolean {
  const { rev } = answer;
  return rev !== current && (revs.has(rev) || dayOfAnswer(answer) < before);
}

/** Practice and exams move a card only when it is due or was missed; what they tell stays in the log. */
function counts(draft: CardDraft, answer: EntryOf<'answer'>, scheduler: Scheduler): boolean {
  if (draft.showings.includes(answer.at)) return false;
  draft.showings.push(answer.at);
  if (answer.r === 1 || (answer.how !== 'practice' && answer.how !== 'exam')) return true;
  const due = dueDay(draft, scheduler);
  return due !== null && due <= dayOfAnswer(answer);
}

function addReview(draft: CardDraft, answer: EntryOf<'answer'>, scheduler: Scheduler): void {
  const day = dayOfAnswer(answer);
  const previous = draft.lastDay ?? day;
  const elapsedDays = Math.max(0, day - previous);
  draft.before = draft.memory;
  draft.elapsedDays = elapsedDays;
  draft.memory = scheduler.next(draft.before, elapsedDays, answer.r);
  draft.reps += 1;
  draft.voided = 0;
  // Relearning on the day of a lapse is part of it, not another one.
  if (answer.r === 1 && day > previous) draft.lapses += 1;
  draft.firstDay ??= day;
  // Whoever flies west answers "yesterday"; the card's day does not go back.
  draft.lastDay = day > previous ? day : previous;
  draft.lastAt = answer.ms;
  draft.lastRating = answer.r;
}

/** A reset card is new again; what the learner wrote or switched on it stays. */
function forget(draft: CardDraft): void {
  draft.memory = null;
  draft.before = null;
  draft.elapsedDays = 0;
  draft.reps = 0;
  draft.lapses = 0;
  draft.firstDay = null;
  draft.lastDay = null;
  draft.lastAt = null;
  draft.lastRating = null;
  draft.voided = 0;
}

export function finishDraft(card: CardId, draft: CardDraft, scheduler: Scheduler): CardState {
  const { suspended, buriedUntil, flagged, note, voided } = draft;
  return { card, suspended, buriedUntil, flagged, note, voided, ...scheduleOf(draft, scheduler) };
}

function scheduleOf(draft: CardDraft, scheduler: Scheduler): Schedule {
  const { memory, reps, lapses, firstDay, lastDay, lastAt, lastRating } = draft;
  const due = dueDay(draft, scheduler);
  if (memory === null || due === null) return newSchedule;
  if (firstDay === null || lastDay === null || lastAt === null || lastRating === null) {
    throw new Error('Inconsistent: a memory without a day');
  }
  const { stability, difficulty } = memory;
  return { reps, lapses, stability, difficulty, firstDay, lastDay, lastAt, lastRating, due };
}

/** Again: the same day, the session asks once more; otherwise tomorrow at the earliest. */
export function dueDay(draft: CardDraft, scheduler: Scheduler): StudyDay | null {
  const { memory, before, elapsedDays, lastDay, lastRating } = draft;
  if (lastDay === null || lastRating === null || memory === null) return null;
  if (lastRating === 1) return lastDay;
  const days =
    elapsedDays === null
      ? scheduler.interval(memory.stability)
      : intervalAfter({ memory: before, elapsedDays }, lastRating, scheduler);
  return (lastDay + days) as StudyDay;
}
