import type { CardState } from '../../model/card-state.ts';
import type { CardId } from '../../model/id.ts';
import type { LogEntry } from '../../model/log/log-entry.ts';
import type { Kind } from '../../model/question.ts';
import { latestAnswers } from '../fold/latest-answers.ts';
import { dayOfAnswer } from '../study-day.ts';
import { kindFigures } from './kind-figures.ts';
import { showingSeconds } from './showing-seconds.ts';

/** How long cards take a learner. */
export interface Pace {
  /** Seconds until a card is done for the day: answering, reading what is shown then, and repeats if forgotten. */
  secondsOf(kind: Kind, isNew: boolean): number;
}

export interface PaceRequest {
  /** The latest entries of the log in any order; those before its latest 300 answers change nothing. */
  readonly recent: readonly LogEntry[];
  readonly states: ReadonlyMap<CardId, CardState>;
  /** Null for a card that no pack has any more. */
  kindOf(card: CardId): Kind | null;
}

/** Later answers speak for today's pace better than those of last year. */
const recentAnswers = 300;
/** So many cards of one's own weigh as much as what is usual. */
const doubt = 4;

/** A card is read slowly the first time, and forgotten more often. */
const usualOfNew = 1.5;

/** Every card takes the same time. */
export function evenPace(seconds: number): Pace {
  return { secondsOf: () => seconds };
}

/**
 * The learner's own pace, from the latest answers by time: what is usual, times the learner's own ratio to it for new
 * cards and for reviews, times that for the kind. Each ratio starts at the one before it and moves with every card.
 */
export function measurePace(request: PaceRequest): Pace {
  const visits = visitsOf(request);
  const all = ratioOf(visits, usual, 1);
  const ofNew = ratioOf(visits.filter(isNew), usual, all);
  const ofReviews = ratioOf(
    visits.filter((visit) => !isNew(visit)),
    usual,
    all,
  );
  const own = (visit: Visit) => usual(visit) * (visit.isNew ? ofNew : ofReviews);
  const kinds = new Map<Kind, number>();
  for (const { kind } of visits) {
    if (!kinds.has(kind)) kinds.set(kind, ratioOf(visits.filter(isOf(kind)), own, 1));
  }
  return {
    secondsOf: (kind, isNew) => own({ kind, isNew, seconds: 0 }) * (kinds.get(kind) ?? 1),
  };
}

/** One card on one day, with all its showings. */
interface Visit {
  readonly kind: Kind;
  readonly isNew: boolean;
  seconds: number;
}

function visitsOf({ recent, states, kindOf }: PaceRequest): readonly Visit[] {
  const visits = new Map<string, Visit>();
  for (const [answer, seconds] of showingSeconds(latestAnswers(recent, recentAnswers))) {
    const kind = kindOf(answer.card);
    if (kind === null) continue;
    const day = dayOfAnswer(answer);
    const known = visits.get(`${answer.card} ${day}`);
    if (known !== undefined) known.seconds += seconds;
    else visits.set(`${answer.card} ${day}`, { kind, isNew: states.get(answer.card)?.firstDay === day, seconds });
  }
  return [...visits.values()];
}

function usual({ kind, isNew }: Visit): number {
  return kindFigures[kind].seconds * (isNew ? usualOfNew : 1);
}

function isNew(visit: Visit): boolean {
  return visit.isNew;
}

function isOf(kind: Kind): (visit: Visit) => boolean {
  return (visit) => visit.kind === kind;
}

/** How many times as long as expected the visits took; `believed` while there are few. */
function ratioOf(visits: readonly Visit[], expected: (visit: Visit) => number, believed: number): number {
  const doubted = doubt * kindFigures.choice.seconds;
  const took = visits.reduce((sum, { seconds }) => sum + seconds, doubted * believed);
  return took / visits.reduce((sum, visit) => sum + expected(visit), doubted);
}
