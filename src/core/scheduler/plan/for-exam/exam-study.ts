import type { CardState } from '../../../model/card-state.ts';
import type { QuestionSummary } from '../../../model/deck.ts';
import type { CardId, StudyDay } from '../../../model/id.ts';
import { type AnswerHabits, type AnswerModel, modelAnswers, usualHabits } from '../../exam-plan/answer-model.ts';
import { worthOfCards } from '../../exam-plan/card-worth.ts';
import { farthestExamDays } from '../../exam-plan/elapsed-rows.ts';
import { type KnownPrices, knownGroup, type PlannedExam } from '../../exam-plan/known-prices.ts';
import { type ExamPlan, planExam } from '../../exam-plan/plan-exam.ts';
import { farthestDays, groupCards, groupOf, type PlanCard, type PlanGroup } from '../../exam-plan/plan-group.ts';
import { uncalibrated } from '../../exam-plan/recalibrate.ts';
import type { Kernel } from '../../memory/memory-kernel.ts';
import { isDayOff } from '../days-off.ts';
import { examDayOf } from '../exam-days.ts';
import type { OpenQuestion } from '../open-questions.ts';
import type { TodayRequest } from '../today-request.ts';

/** The days to an exam as data: enough to find prices in another thread. Of today's seconds, by days left, the rest. */
export interface ExamDays extends PlannedExam {
  readonly habits: AnswerHabits;
  /** The memory model's w0 to w20. */
  readonly parameters: readonly number[];
}

/** Studying for an exam that is at most 60 days ahead. */
export interface ExamStudy {
  readonly days: ExamDays;
  readonly plan: ExamPlan;
  /** Null while they are not known. */
  readonly prices: KnownPrices | null;
  /** All that can be asked, those that are not wanted among them. */
  readonly cards: ReadonlyMap<CardId, PlanCard>;
  /** Which part of what they are worth is planned. */
  readonly plannedPart: number;
  /** Given to these cards, as far as they count. */
  readonly answers: number;
  cardOf(card: CardId): PlanCard;
  /** How many of a group's cards are still to be seen for the first time today, not whole; 0 without prices. */
  newLeft(group: PlanGroup): number;
}

/** What of the day is known when an exam is planned. */
export interface DayToPlan {
  readonly open: readonly OpenQuestion[];
  /** Seconds that are left of it. */
  readonly rest: number;
  /** Seen for the first time on it. */
  readonly introduced: readonly CardId[];
}

/** Mean time of a review by that of one that is remembered, when 85 of 100 are. */
const reviewTime = 0.85 + 0.15 * usualHabits.forgottenTime;

/** Null without an exam, once it is past, and while it is farther away. On its day the plan is that of its eve. */
export function studyForExam(request: TodayRequest, { open, rest, introduced }: DayToPlan): ExamStudy | null {
  const { today, states, settings, knowledge, scheduler } = request;
  const examDay = examDayOf(settings.examDate, today);
  if (examDay === null || examDay - today > farthestExamDays || open.length === 0) return null;
  const prices = knowledge.prices?.examDay === examDay ? knowledge.prices : null;
  const cards = planCards(request, open);
  // A learner who wants no new cards never sees those that are left.
  const planned = [...cards.values()].filter(({ memory }) => settings.newPerDay > 0 || memory !== null);
  const cardOf = (card: CardId) => cards.get(card) ?? missing(card);
  const days: ExamDays = {
    day: today,
    examDay,
    groups: groupCards(planned),
    begun: countByGroup(introduced.flatMap((card) => cards.get(card) ?? [])),
    seconds: secondsByDay(request, Math.max(1, examDay - today), rest),
    habits: habitsOf(request, open),
    parameters: scheduler.parameters,
    calibration: prices?.calibration ?? uncalibrated,
  };
  const plan = planExam({ model: modelOf(days, scheduler), seconds: days.seconds, prices });
  const worth = worthOf([...cards.values()]);
  return {
    days,
    plan,
    cards,
    prices,
    plannedPart: worth === 0 ? 0 : worthOf(planned) / worth,
    answers: [...cards.keys()].reduce((sum, card) => sum + (states.get(card)?.reps ?? 0), 0),
    cardOf,
    newLeft: ({ key, unseenCards }) => {
      const before = prices?.day === today ? (knownGroup(prices, key)?.begun ?? 0) : 0;
      const since = Math.max(0, (days.begun[key] ?? 0) - before);
      return Math.max(0, plan.newToday(key) * (unseenCards + since) - since);
    },
  };
}

function missing(card: CardId): never {
  throw new Error(`Inconsistent: ${card} is not open`);
}

function worthOf(cards: readonly PlanCard[]): number {
  return cards.reduce((sum, { worth }) => sum + worth, 0);
}

function countByGroup(cards: readonly PlanCard[]): Readonly<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (const card of cards) counts[groupOf(card)] = (counts[groupOf(card)] ?? 0) + 1;
  return counts;
}

/** The tables from which such days are planned. */
export function modelOf({ groups, seconds, habits, calibration }: ExamDays, kernel: Kernel): AnswerModel {
  return modelAnswers({ kernel, habits, calibration }, farthestDays(groups, seconds.length - 1));
}

/** Every card that can be asked, as the plan sees it. */
function planCards(
  { states, today, pace, knowledge }: TodayRequest,
  open: readonly OpenQuestion[],
): ReadonlyMap<CardId, PlanCard> {
  const worthOfCard = worthOfCards(
    open.map(({ question }) => question),
    knowledge.exams,
  );
  const cards = new Map<CardId, PlanCard>();
  for (const { question, cards: asked } of open) {
    const worth = worthOfCard(question);
    const seconds = pace.secondsOf(question.kind, false) / reviewTime;
    for (const card of asked) cards.set(card, { worth, seconds, memory: memoryOf(states.get(card), today) });
  }
  return cards;
}

function memoryOf(state: CardState | undefined, today: StudyDay): PlanCard['memory'] {
  if (state === undefined || state.due === null) return null;
  const { stability, difficulty, lastDay } = state;
  return { stability, difficulty, elapsedDays: Math.max(0, today - lastDay) };
}

function secondsByDay({ today, settings }: TodayRequest, days: number, rest: number): readonly number[] {
  return Array.from({ length: days + 1 }, (_, left) => {
    if (left === 0 || left === days) return left === 0 ? 0 : Math.max(0, rest);
    return isDayOff(settings.daysOff, (today + days - left) as StudyDay) ? 0 : settings.minutesPerDay * 60;
  });
}

/** Only how much longer new cards take is the learner's own; rounded, so that it stays the same for a while. */
function habitsOf({ pace }: TodayRequest, open: readonly OpenQuestion[]): AnswerHabits {
  const secondsOf = (isNew: boolean) =>
    open.reduce((sum, { question }: { question: QuestionSummary }) => sum + pace.secondsOf(question.kind, isNew), 0);
  const times = (secondsOf(true) / Math.max(1, secondsOf(false))) * reviewTime;
  return { ...usualHabits, newTime: Math.max(0.1, Math.round(times * 10) / 10) };
}
