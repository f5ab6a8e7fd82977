import type { StudyDay } from '../../model/id.ts';
import type { Scheduler } from '../memory/fsrs.ts';
import { type CardDraft, dueDay, startDraft } from './card-draft.ts';

/** The part of the stability, and so of the interval, that each child of a split question begins with. */
const splitShare = 0.5;

/** A parent's folded history, and whether other questions carry it on as well. */
export interface Inheritance {
  readonly draft: CardDraft;
  readonly isShared: boolean;
}

/**
 * The history that a split or merged question begins with: the schedule of the parent that is due first, its
 * interval halved where it is shared, and what the learner wrote or switched on any of them.
 */
export function inheritDrafts(parents: readonly Inheritance[], scheduler: Scheduler): CardDraft {
  const drafts = parents.map(({ draft, isShared }) => (isShared ? halved(draft) : draft));
  const schedule = drafts.reduce<CardDraft | null>((first, next) => sooner(first, next, scheduler), null);
  return {
    ...(schedule ?? startDraft()),
    reps: drafts.reduce((sum, { reps }) => sum + reps, 0),
    lapses: Math.max(0, ...drafts.map(({ lapses }) => lapses)),
    firstDay: earliest(drafts.flatMap(({ firstDay }) => firstDay ?? [])),
    missedDay: latest(drafts.flatMap(({ missedDay }) => missedDay ?? [])),
    buriedUntil: drafts.every(({ buriedUntil }) => buriedUntil !== null)
      ? earliest(drafts.flatMap(({ buriedUntil }) => buriedUntil ?? []))
      : null,
    suspended: drafts.length > 0 && drafts.every(({ suspended }) => suspended),
    flagged: drafts.some(({ flagged }) => flagged),
    note: [...new Set(drafts.map(({ note }) => note).filter((note) => note !== ''))].join('\n\n'),
    voided: drafts.reduce((sum, { voided }) => sum + voided, 0),
    showings: [],
  };
}

function earliest(days: readonly StudyDay[]): StudyDay | null {
  return days.reduce<StudyDay | null>((first, day) => (first === null || day < first ? day : first), null);
}

function latest(days: readonly StudyDay[]): StudyDay | null {
  return days.reduce<StudyDay | null>((last, day) => (last === null || day > last ? day : last), null);
}

function halved(draft: CardDraft): CardDraft {
  return { ...draft, stability: draft.stability * splitShare, elapsedDays: null };
}

/** The draft that comes due first; one that was never answered has no schedule to give. */
function sooner(first: CardDraft | null, next: CardDraft, scheduler: Scheduler): CardDraft | null {
  const due = dueDay(next, scheduler);
  if (due === null) return first;
  const before = first && dueDay(first, scheduler);
  return before === null || due < before ? next : first;
}
