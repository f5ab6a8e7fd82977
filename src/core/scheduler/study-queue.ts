import { noteKey } from '../model/address.ts';
import type { CardState } from '../model/card-state.ts';
import type { QuestionSummary } from '../model/deck.ts';
import { type CardId, cardIdOf, type QuestionId, questionOfCard, type StudyDay } from '../model/id.ts';
import type { Settings } from '../model/settings.ts';
import type { Scheduler } from './fsrs.ts';
import { interleave } from './interleave.ts';
import { keepTogether } from './keep-together.ts';

const fewest = 5;
const most = 40;

export interface TodayRequest {
  readonly today: StudyDay;
  readonly states: ReadonlyMap<CardId, CardState>;
  /** Of all packs that are on, in the order in which new cards are introduced: by note, then as written. */
  readonly questions: readonly QuestionSummary[];
  readonly settings: Pick<Settings, 'minutesPerDay' | 'newPerDay'>;
  readonly scheduler: Scheduler;
  /** The learner's own pace: see `secondsPerCard`. */
  readonly secondsPerCard: number;
  /** How many cards to take at most, in place of what the minutes allow: "10 more". */
  readonly atMost?: number;
}

export interface TodayPlan {
  /** In the order in which they are to be asked. */
  readonly cards: readonly CardId[];
  /** How long they take at the learner's pace, rounded up. */
  readonly minutes: number;
  /** How many of `cards` were seen before. */
  readonly reviews: number;
  /** How many of `cards` are new. */
  readonly fresh: number;
  /** Due cards that did not fit in. */
  readonly waiting: number;
  /** Cards already answered today. */
  readonly doneToday: number;
  /** Cards that come due tomorrow, `waiting` included. */
  readonly tomorrow: number;
  /** The next day after today on which a card comes due, and how many do. */
  readonly nextDay: { readonly day: StudyDay; readonly cards: number } | null;
}

/**
 * Today's set: due cards, those most likely forgotten first, then new ones in the order of the notes as
 * far as the day's allowance goes, as many as the day's minutes hold (5 to 40, less what was done
 * already). Never two cards of one question on one study day; the cards of a case come one after the other.
 */
export function planToday(request: TodayRequest): TodayPlan {
  const open = openQuestions(request);
  const seen = seenToday(request);
  const due = dueCards(request, open, seen);
  const doneToday = countDone(request);
  const size = Math.max(0, request.atMost ?? daySize(request) - doneToday);
  const reviews = due.slice(0, size);
  const fresh = newCards(request, open, seen, due).slice(0, size - reviews.length);
  const topics = new Map(open.map(({ question }) => [question.id, topicOf(question)]));
  const cases = new Map(open.map(({ question }) => [question.id, question.case ?? null]));
  const kinds = new Map(open.map(({ question }) => [question.id, question.kind]));
  const mixed = interleave(
    [...reviews, ...fresh],
    (card) => topics.get(questionOfCard(card)) ?? '',
    (card) => kinds.get(questionOfCard(card)) ?? '',
  );
  const cards = keepTogether(mixed, (card) => cases.get(questionOfCard(card)) ?? null);
  const nextDay = nextDue(request, open);
  const waiting = due.length - reviews.length;
  return {
    cards,
    minutes: Math.ceil((cards.length * request.secondsPerCard) / 60),
    reviews: reviews.length,
    fresh: fresh.length,
    waiting,
    doneToday,
    tomorrow: waiting + (nextDay?.day === request.today + 1 ? nextDay.cards : 0),
    nextDay,
  };
}

/** Cards that the day's minutes hold at the learner's pace. */
function daySize({ settings, secondsPerCard }: TodayRequest): number {
  const fitting = Math.floor((settings.minutesPerDay * 60) / secondsPerCard);
  return Math.min(most, Math.max(fewest, fitting));
}

/** A forgotten card is not done: the session asks it again today. */
function countDone({ states, today }: TodayRequest): number {
  let done = 0;
  for (const state of states.values()) if (state.lastDay === today && state.lastRating !== 1) done += 1;
  return done;
}

/** A question that may be asked, with those of its cards that are neither suspended nor buried. */
interface OpenQuestion {
  readonly question: QuestionSummary;
  readonly cards: readonly CardId[];
}

function openQuestions({ questions, states, today }: TodayRequest): OpenQuestion[] {
  const live = questions.filter(({ status }) => status !== 'draft' && status !== 'retired');
  return live.map((question) => ({
    question,
    cards: cardsOf(question).filter((card) => isOpen(states.get(card), today)),
  }));
}

function cardsOf({ id, kind, cards }: QuestionSummary): CardId[] {
  if (kind !== 'cloze') return [cardIdOf(id)];
  return Array.from({ length: cards }, (_, index) => cardIdOf(id, index + 1));
}

function isOpen(state: CardState | undefined, today: StudyDay): boolean {
  return !state?.suspended && (state?.buriedUntil ?? today) <= today;
}

/** The cards answered today, by question: their siblings wait for another day. */
function seenToday({ states, today }: TodayRequest): ReadonlyMap<QuestionId, ReadonlySet<CardId>> {
  const seen = new Map<QuestionId, Set<CardId>>();
  for (const { card, lastDay } of states.values()) {
    if (lastDay !== today) continue;
    const question = questionOfCard(card);
    seen.set(question, (seen.get(question) ?? new Set()).add(card));
  }
  return seen;
}

type Seen = ReturnType<typeof seenToday>;

interface Candidate {
  readonly card: CardId;
  readonly recall: number;
}

/** One card a question, least recall first. */
function dueCards(request: TodayRequest, open: readonly OpenQuestion[], seen: Seen): CardId[] {
  const candidates = open.flatMap(({ question, cards }) => {
    const today = seen.get(question.id);
    const allowed = today ? cards.filter((card) => today.has(card)) : cards;
    return allowed
      .flatMap((card) => dueCandidate(request, card))
      .sort(byRecall)
      .slice(0, 1);
  });
  return candidates.sort(byRecall).map(({ card }) => card);
}

function dueCandidate({ states, today, scheduler }: TodayRequest, card: CardId): Candidate[] {
  const state = states.get(card);
  if (state === undefined || state.due === null || state.lastDay === null || state.due > today) return [];
  return [{ card, recall: scheduler.retrievability(state, Math.max(0, today - state.lastDay)) }];
}

function byRecall(a: Candidate, b: Candidate): number {
  return a.recall - b.recall || (a.card < b.card ? -1 : 1);
}

function newCards(
  { states, today, settings }: TodayRequest,
  open: readonly OpenQuestion[],
  seen: Seen,
  due: readonly CardId[],
): CardId[] {
  const taken = new Set(due.map((card) => questionOfCard(card)));
  const fresh = open.flatMap(({ question, cards }) => {
    if (taken.has(question.id) || seen.has(question.id)) return [];
    return cards.filter((card) => (states.get(card)?.reps ?? 0) === 0).slice(0, 1);
  });
  let introduced = 0;
  for (const state of states.values()) if (state.firstDay === today) introduced += 1;
  return fresh.slice(0, Math.max(0, settings.newPerDay - introduced));
}

function topicOf({ id, note }: QuestionSummary): string {
  return note === null ? id : noteKey(note);
}

function nextDue({ states, today }: TodayRequest, open: readonly OpenQuestion[]): TodayPlan['nextDay'] {
  let day = Number.POSITIVE_INFINITY;
  let count = 0;
  for (const { cards } of open) {
    for (const card of cards) {
      const due = states.get(card)?.due ?? today;
      if (due <= today || due > day) continue;
      count = due === day ? count + 1 : 1;
      day = due;
    }
  }
  return count === 0 ? null : { day: day as StudyDay, cards: count };
}
