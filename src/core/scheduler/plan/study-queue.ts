import type { CardState } from '../../model/card-state.ts';
import { type CardId, questionOfCard, type StudyDay } from '../../model/id.ts';
import type { Settings } from '../../model/settings.ts';
import type { Scheduler } from '../memory/fsrs.ts';
import { dueCards, nextDue } from './due-cards.ts';
import { examDayOf } from './exam-days.ts';
import { fillDay, newShare, newShareBeforeExam } from './fill-day.ts';
import { countUnseen, introducedToday, newAllowance, newCards, withoutQuestionsOf } from './new-cards.ts';
import { type OpenQuestion, type OpenRequest, openQuestions, seenToday } from './open-questions.ts';
import { firstRun, orderSet, type QuestionsById } from './order-set.ts';
import type { Pace } from './pace.ts';

export interface TodayRequest extends OpenRequest {
  readonly settings: Pick<Settings, 'minutesPerDay' | 'newPerDay' | 'examDate'>;
  readonly scheduler: Scheduler;
  /** The learner's own: see `measurePace`. */
  readonly pace: Pace;
  /** So many cards or minutes beyond today's set, new cards beyond the day's allowance included: "10 more". */
  readonly beyond?: { readonly cards: number } | { readonly minutes: number };
}

export interface TodayPlan {
  /** The whole set, in the order in which it is to be asked. */
  readonly cards: readonly CardId[];
  /** The part of it that is asked in one go: at most 40. */
  readonly run: readonly CardId[];
  /** How long the whole set takes at the learner's pace, feedback and repeats included; at least 1 if there is a card. */
  readonly minutes: number;
  /** How many of `cards` were seen before. */
  readonly reviews: number;
  /** How many of `cards` are new. */
  readonly fresh: number;
  /** Due cards that did not fit in. */
  readonly waiting: number;
  /** Cards already answered today. */
  readonly doneToday: number;
  /** Cards of tomorrow's set, new ones included, if nothing more is answered today. */
  readonly tomorrow: number;
  /** The next day after today that has a set, and how many cards it has or come due on it. */
  readonly nextDay: { readonly day: StudyDay; readonly cards: number } | null;
}

/**
 * Today's set: due cards, those most likely forgotten first, and new ones in the order of learning as far as the day's
 * allowance goes, as many as come nearest to the day's minutes, less what was done already. Never two cards of one
 * question on one study day. Near-linear in the number of cards.
 */
export function planToday(request: TodayRequest): TodayPlan {
  const questions: QuestionsById = new Map(request.questions.map((question) => [question.id, question]));
  const day = chooseSet(request, questions);
  const next = chooseSet(dayAfter(request), questions);
  const { forgotten, reviews, fresh } = day;
  const cards = orderSet(day, questions);
  const seconds = cards.reduce((sum, card) => sum + day.secondsOf(card), 0);
  const tomorrow = next.forgotten.length + next.reviews.length + next.fresh.length;
  return {
    cards,
    run: firstRun(cards, questions),
    minutes: cards.length === 0 ? 0 : Math.max(1, Math.round(seconds / 60)),
    reviews: forgotten.length + reviews.length,
    fresh: fresh.length,
    waiting: day.waiting,
    doneToday: day.done.length,
    tomorrow,
    nextDay: tomorrow > 0 ? { day: next.today, cards: tomorrow } : nextDue(day, day.open),
  };
}

interface ChosenSet {
  readonly today: StudyDay;
  readonly states: TodayRequest['states'];
  readonly examDay: StudyDay | null;
  readonly open: readonly OpenQuestion[];
  readonly forgotten: readonly CardId[];
  readonly reviews: readonly CardId[];
  readonly fresh: readonly CardId[];
  readonly waiting: number;
  readonly done: readonly CardId[];
  secondsOf(card: CardId): number;
}

function dayAfter({ beyond: _, ...request }: TodayRequest): TodayRequest {
  return { ...request, today: (request.today + 1) as StudyDay };
}

function chooseSet(request: TodayRequest, questions: QuestionsById): ChosenSet {
  const { today, states, settings } = request;
  const examDay = examDayOf(settings.examDate, today);
  const open = openQuestions(request);
  const seen = seenToday(request);
  const due = dueCards({ ...request, examDay }, open, seen);
  const forgotten = due.filter((card) => states.get(card)?.lastDay === today);
  const waiting = due.filter((card) => states.get(card)?.lastDay !== today);
  const fresh = withoutQuestionsOf(newCards(request, open, seen), due);
  const done = doneToday(request, forgotten);
  const secondsOf = secondsOfCards(request, questions);
  const filled = fillDay({
    forgotten,
    due: waiting,
    ...(request.beyond === undefined
      ? timeOfDay(request, { open, fresh, done, secondsOf, examDay })
      : timeBeyond(request.beyond, fresh, secondsOf)),
  });
  return {
    today,
    states,
    examDay,
    open,
    done,
    forgotten,
    secondsOf,
    ...filled,
    waiting: waiting.length - filled.reviews.length,
  };
}

interface DayParts {
  readonly open: readonly OpenQuestion[];
  readonly fresh: readonly CardId[];
  readonly done: readonly CardId[];
  readonly secondsOf: (card: CardId) => number;
  readonly examDay: StudyDay | null;
}

/** A rest smaller than this part of the day's minutes is no set of its own: the day is done. */
const smallestRest = 0.2;

function timeOfDay(request: TodayRequest, { open, fresh, done, secondsOf, examDay }: DayParts) {
  const { settings, today } = request;
  const all = settings.minutesPerDay * 60;
  const introduced = introducedToday(request);
  const unseen = examDay === null ? 0 : countUnseen(request, open) + introduced.length;
  const allowed = newAllowance(settings.newPerDay, unseen, examDay && examDay - today) - introduced.length;
  const share = examDay === null ? newShare : newShareBeforeExam;
  const rest = all - sumOf(done, secondsOf);
  return {
    fresh: fresh.slice(0, Math.max(0, allowed)),
    secondsOf,
    seconds: done.length > 0 && rest < smallestRest * all ? 0 : rest,
    keptForNew: Math.max(0, share * all - sumOf(introduced, secondsOf)),
  };
}

function timeBeyond(
  beyond: NonNullable<TodayRequest['beyond']>,
  fresh: readonly CardId[],
  secondsOf: DayParts['secondsOf'],
) {
  return 'cards' in beyond
    ? { fresh, secondsOf: () => 1, seconds: beyond.cards, keptForNew: 0 }
    : { fresh, secondsOf, seconds: beyond.minutes * 60, keptForNew: 0 };
}

function sumOf(cards: readonly CardId[], secondsOf: (card: CardId) => number): number {
  return cards.reduce((sum, card) => sum + secondsOf(card), 0);
}

/** A forgotten card is not done while it may be asked again today. */
function doneToday({ states, today }: TodayRequest, forgotten: readonly CardId[]): readonly CardId[] {
  const open = new Set(forgotten);
  return [...states.values()]
    .filter(({ card, lastDay }) => lastDay === today && !open.has(card))
    .map(({ card }) => card);
}

/** A card seen for the first time on the day counts as new for all of it. */
function secondsOfCards({ states, today, pace }: TodayRequest, questions: QuestionsById): (card: CardId) => number {
  return (card) => {
    const state: CardState | undefined = states.get(card);
    const isNew = state === undefined || state.due === null || state.firstDay === today;
    const kind = questions.get(questionOfCard(card))?.kind ?? 'choice';
    return pace.secondsOf(kind, isNew);
  };
}
