import type { CardState } from '../../model/card-state.ts';
import { type CardId, questionOfCard, type StudyDay } from '../../model/id.ts';
import { isDayOff } from './days-off.ts';
import { dueCards, forgottenToday } from './due-cards.ts';
import { examDayOf } from './exam-days.ts';
import { type FilledDay, fillDay, newShare, newShareBeforeExam } from './fill-day.ts';
import { type ExamStudy, studyForExam } from './for-exam/exam-study.ts';
import { fillByWorth } from './for-exam/fill-by-worth.ts';
import { countUnseen, introducedToday, isUnseen, newAllowance, newCards, withoutQuestionsOf } from './new-cards.ts';
import { type OpenQuestion, openQuestions, type Seen, seenToday } from './open-questions.ts';
import type { QuestionsById } from './order-set.ts';
import type { TodayRequest } from './today-request.ts';

/** What a day holds, in no order yet. */
export interface ChosenSet {
  readonly today: StudyDay;
  readonly states: TodayRequest['states'];
  readonly examDay: StudyDay | null;
  /** Null where the set was not chosen for an exam. */
  readonly study: ExamStudy | null;
  readonly open: readonly OpenQuestion[];
  readonly forgotten: readonly CardId[];
  readonly reviews: readonly CardId[];
  readonly fresh: readonly CardId[];
  readonly waiting: number;
  readonly done: readonly CardId[];
  secondsOf(card: CardId): number;
}

export function chooseSet(request: TodayRequest, questions: QuestionsById): ChosenSet {
  const { today, settings } = request;
  const open = openQuestions(request);
  const seen = seenToday(request);
  const forgotten = forgottenToday(request, open);
  const done = doneToday(request, forgotten);
  const secondsOf = secondsOfCards(request, questions);
  const examDay = examDayOf(settings.examDate, today);
  const parts = { open, seen, forgotten, fresh: newCards(request, open, seen), done, secondsOf, examDay };
  const isAsked = new Set(open.flatMap(({ cards }) => cards));
  const introduced = introducedToday(request).filter((card) => isAsked.has(card));
  const study = studyForExam(request, { open, rest: secondsLeft(request, parts), introduced });
  const filled = study === null ? fillByDue(request, parts) : fillForExam(request, parts, study);
  return { today, states: request.states, examDay, study, open, done, forgotten, secondsOf, ...filled };
}

interface DayParts {
  readonly open: readonly OpenQuestion[];
  readonly seen: Seen;
  readonly forgotten: readonly CardId[];
  readonly fresh: readonly CardId[];
  readonly done: readonly CardId[];
  readonly secondsOf: (card: CardId) => number;
  readonly examDay: StudyDay | null;
}

type Filled = FilledDay & Pick<ChosenSet, 'waiting'>;

function fillByDue(request: TodayRequest, parts: DayParts): Filled {
  const { open, seen, forgotten, secondsOf, examDay } = parts;
  const { beyond, states, today } = request;
  const due = dueCards({ ...request, examDay }, open, seen).filter((card) => states.get(card)?.lastDay !== today);
  const fresh = withoutQuestionsOf(parts.fresh, [...forgotten, ...due]);
  const time = beyond === undefined ? timeOfDay(request, { ...parts, fresh }) : timeBeyond(beyond, fresh, secondsOf);
  const filled = fillDay({ forgotten, due, ...time });
  return { ...filled, waiting: due.length - filled.reviews.length };
}

function fillForExam(request: TodayRequest, parts: DayParts, study: ExamStudy): Filled {
  const { forgotten, secondsOf, open, seen } = parts;
  const { beyond, states, settings } = request;
  const known = open.flatMap(({ question, cards }) =>
    seen.has(question.id) ? [] : cards.filter((card) => !isUnseen(states.get(card))),
  );
  const fresh = settings.newPerDay === 0 ? [] : parts.fresh;
  const day = { forgotten, due: known, fresh, study, secondsOf, seconds: secondsLeft(request, parts), isBeyond: false };
  const set = fillByWorth(day);
  if (beyond === undefined) return { ...set, waiting: 0 };
  const wished = timeBeyond(beyond, parts.fresh, secondsOf);
  const part = wished.seconds / sumOf([...forgotten, ...set.reviews, ...set.fresh], wished.secondsOf);
  // A few minutes of a set have the mixture of the set.
  if (part < 1) return { ...partOf(set, part), waiting: 0 };
  return { ...fillByWorth({ ...day, ...wished, isBeyond: true }), waiting: 0 };
}

function partOf({ reviews, fresh }: FilledDay, part: number): FilledDay {
  const count = Math.max(1, Math.round(part * (reviews.length + fresh.length)));
  const some = Math.min(fresh.length, Math.round(part * fresh.length));
  return { reviews: reviews.slice(0, count - some), fresh: fresh.slice(0, some) };
}

/** A rest smaller than this part of the day's minutes is no set of its own: the day is done. */
const smallestRest = 0.2;

function timeOfDay(request: TodayRequest, { open, fresh, done, secondsOf, examDay }: DayParts) {
  const { settings, today } = request;
  const introduced = introducedToday(request);
  const unseen = examDay === null ? 0 : countUnseen(request, open) + introduced.length;
  const allowed = newAllowance(settings.newPerDay, unseen, examDay && examDay - today) - introduced.length;
  const share = examDay === null ? newShare : newShareBeforeExam;
  return {
    fresh: fresh.slice(0, Math.max(0, allowed)),
    secondsOf,
    seconds: secondsLeft(request, { done, secondsOf }),
    keptForNew: Math.max(0, share * secondsOfDay(request) - sumOf(introduced, secondsOf)),
  };
}

/** None of a day off; and none of a rest that is too small. */
function secondsLeft(request: TodayRequest, { done, secondsOf }: Pick<DayParts, 'done' | 'secondsOf'>): number {
  const all = secondsOfDay(request);
  const rest = all - sumOf(done, secondsOf);
  return done.length > 0 && rest < smallestRest * all ? 0 : rest;
}

function secondsOfDay({ settings, today }: TodayRequest): number {
  return isDayOff(settings.daysOff, today) ? 0 : settings.minutesPerDay * 60;
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
