import type { CardState } from '../model/card-state.ts';
import type { CardId, ShowingId, StudyDay, Timestamp } from '../model/id.ts';
import type { AnswerFields, LogEntry, LogPlace, RegisterFields } from '../model/log-entry.ts';
import type { Rating } from '../model/verdict.ts';
import type { Memory, Scheduler } from './fsrs.ts';
import type { VoidAnswers } from './lineage.ts';
import { studyDayOf } from './study-day.ts';

/** A card's state while its entries are folded, in place: a million of them pass through here. */
export interface CardDraft {
  memory: Memory | null;
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

export type CardEntry = LogPlace & (AnswerFields | RegisterFields);

export function startDraft(): CardDraft {
  return {
    memory: null,
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

/** Whether an entry is about a card and well formed; other kinds and newer versions are passed over. */
export function isCardEntry(entry: LogEntry): entry is CardEntry {
  if (entry.v !== 1 || typeof (entry as CardEntry).card !== 'string') return false;
  switch (entry.t) {
    case 'answer':
      return entry.r === 1 || entry.r === 2 || entry.r === 3 || entry.r === 4;
    case 'suspend':
    case 'flag':
      return typeof entry.value === 'boolean';
    case 'bury':
      return Number.isSafeInteger(entry.day);
    case 'note':
      return typeof entry.text === 'string';
    case 'reset':
      return true;
    default:
      return false;
  }
}

/** Adds the next entry of the card, in the order of the fold. `voids` says which answers do not count. */
export function addToDraft(
  draft: CardDraft,
  entry: CardEntry,
  scheduler: Scheduler,
  voids: VoidAnswers | null = null,
): void {
  switch (entry.t) {
    case 'answer':
      if (voids !== null && isVoid(entry, voids)) draft.voided += 1;
      else addAnswer(draft, entry, scheduler);
      return;
    case 'suspend':
      draft.suspended = entry.value;
      return;
    case 'bury':
      draft.buriedUntil = entry.day as StudyDay;
      return;
    case 'flag':
      draft.flagged = entry.value;
      return;
    case 'note':
      draft.note = entry.text;
      return;
    case 'reset':
      forget(draft);
      return;
  }
}

function isVoid({ rev, ms, tz }: LogPlace & AnswerFields, { before, revs, current }: VoidAnswers): boolean {
  return rev !== current && (revs.has(rev) || studyDayOf(ms, tz) < before);
}

function addAnswer(draft: CardDraft, answer: LogPlace & AnswerFields, scheduler: Scheduler): void {
  if (draft.showings.includes(answer.at)) return;
  draft.showings.push(answer.at);
  const day = studyDayOf(answer.ms, answer.tz);
  const previous = draft.lastDay ?? day;
  draft.memory = scheduler.next(draft.memory, Math.max(0, day - previous), answer.r);
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
  draft.reps = 0;
  draft.lapses = 0;
  draft.firstDay = null;
  draft.lastDay = null;
  draft.lastAt = null;
  draft.lastRating = null;
  draft.voided = 0;
}

export function finishDraft(card: CardId, draft: CardDraft, scheduler: Scheduler): CardState {
  return {
    card,
    reps: draft.reps,
    lapses: draft.lapses,
    stability: draft.memory?.stability ?? 0,
    difficulty: draft.memory?.difficulty ?? 0,
    firstDay: draft.firstDay,
    lastDay: draft.lastDay,
    lastAt: draft.lastAt,
    lastRating: draft.lastRating,
    due: dueDay(draft, scheduler),
    suspended: draft.suspended,
    buriedUntil: draft.buriedUntil,
    flagged: draft.flagged,
    note: draft.note,
    voided: draft.voided,
  };
}

/** Again: the same day, the session asks once more; otherwise tomorrow at the earliest. */
export function dueDay(draft: CardDraft, scheduler: Scheduler): StudyDay | null {
  if (draft.lastDay === null || draft.memory === null) return null;
  if (draft.lastRating === 1) return draft.lastDay;
  return (draft.lastDay + scheduler.interval(draft.memory.stability)) as StudyDay;
}
