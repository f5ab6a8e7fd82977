import type { CardState } from '../../model/card-state.ts';
import type { CardId, StudyDay } from '../../model/id.ts';
import type { Scheduler } from '../memory/fsrs.ts';
import { spreadOf } from '../memory/spread.ts';
import { dueDayOf } from './exam-days.ts';
import type { OpenQuestion, Seen } from './open-questions.ts';

interface DueRequest {
  readonly today: StudyDay;
  readonly states: ReadonlyMap<CardId, CardState>;
  readonly scheduler: Scheduler;
  readonly examDay: StudyDay | null;
}

interface Candidate {
  readonly card: CardId;
  readonly recall: number;
  readonly spread: number;
}

/**
 * The cards to be asked today, one a question, least chance of recall first; where that is the same, in an order that
 * is fixed but has nothing to do with their names, so that a part of them is of all chapters.
 */
export function dueCards(request: DueRequest, open: readonly OpenQuestion[], seen: Seen): readonly CardId[] {
  const candidates: Candidate[] = [];
  for (const { question, cards } of open) {
    const answered = seen.get(question.id);
    let best: Candidate | null = null;
    for (const card of cards) {
      const candidate = answered?.has(card) === false ? null : dueCandidate(request, card);
      if (candidate !== null && (best === null || byRecall(candidate, best) < 0)) best = candidate;
    }
    if (best !== null) candidates.push(best);
  }
  return candidates.sort(byRecall).map(({ card }) => card);
}

/** Cards that were forgotten today and may be asked again, one a question, least chance of recall first. */
export function forgottenToday(request: Omit<DueRequest, 'examDay'>, open: readonly OpenQuestion[]): readonly CardId[] {
  const { states, today } = request;
  const missed = open.flatMap(({ question, cards }) => {
    const some = cards.filter((card) => isMissedToday(states.get(card), today));
    return some.length === 0 ? [] : [{ question, cards: some }];
  });
  return dueCards({ ...request, examDay: null }, missed, new Map());
}

function isMissedToday(state: CardState | undefined, today: StudyDay): boolean {
  return state !== undefined && state.lastDay === today && state.lastRating === 1;
}

function dueCandidate({ states, today, scheduler, examDay }: DueRequest, card: CardId): Candidate | null {
  const state = states.get(card);
  if (state === undefined || state.due === null) return null;
  if ((dueDayOf(state, today, examDay) ?? today) > today) return null;
  const recall = scheduler.retrievability(state, Math.max(0, today - state.lastDay));
  return { card, recall, spread: spreadOf(card) };
}

function byRecall(a: Candidate, b: Candidate): number {
  return a.recall - b.recall || a.spread - b.spread || (a.card < b.card ? -1 : 1);
}

/** The next day after today on which cards that were seen before come due, and how many. */
export function nextDue(
  { states, today, examDay }: Omit<DueRequest, 'scheduler'>,
  open: readonly OpenQuestion[],
): { readonly day: StudyDay; readonly cards: number } | null {
  let day = Number.POSITIVE_INFINITY;
  let count = 0;
  for (const card of open.flatMap(({ cards }) => cards)) {
    const state = states.get(card);
    const due = (state && dueDayOf(state, today, examDay)) ?? today;
    if (due <= today || due > day) continue;
    count = due === day ? count + 1 : 1;
    day = due;
  }
  return count === 0 ? null : { day: day as StudyDay, cards: count };
}
