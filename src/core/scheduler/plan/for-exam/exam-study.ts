import type { QuestionSummary } from '../../../model/deck.ts';
import { type CardId, questionOfCard, type StudyDay } from '../../../model/id.ts';
import { type AnswerHabits, type AnswerModel, modelAnswers, usualHabits } from '../../exam-plan/answer-model.ts';
import { worthOfCards } from '../../exam-plan/card-worth.ts';
import { farthestExamDays } from '../../exam-plan/elapsed-rows.ts';
import type { KnownPrices } from '../../exam-plan/known-prices.ts';
import { type ExamPlan, planExam } from '../../exam-plan/plan-exam.ts';
import { farthestDays, groupCards, type PlanCard, type PlanGroup } from '../../exam-plan/plan-group.ts';
import { type Calibration, uncalibrated } from '../../exam-plan/recalibrate.ts';
import type { Kernel } from '../../memory/memory-kernel.ts';
import { isDayOff } from '../days-off.ts';
import { examDayOf } from '../exam-days.ts';
import type { OpenQuestion } from '../open-questions.ts';
import type { TodayRequest } from '../today-request.ts';

/** The days to an exam as data: enough to find prices in another thread. */
export interface ExamDays {
  readonly examDay: StudyDay;
  readonly groups: readonly PlanGroup[];
  /** Seconds of each day, by days left; today's is the last. */
  readonly seconds: readonly number[];
  readonly habits: AnswerHabits;
  readonly calibration: Calibration;
}

/** Studying for an exam that is at most 60 days ahead. */
export interface ExamStudy {
  readonly days: ExamDays;
  readonly plan: ExamPlan;
  /** Null while they are not known. */
  readonly prices: KnownPrices | null;
  /** All that can be asked, those that are not wanted among them. */
  readonly cards: readonly PlanCard[];
  /** Which part of what they are worth is planned. */
  readonly plannedPart: number;
  /** Given to these cards, as far as they count. */
  readonly answers: number;
  cardOf(card: CardId): PlanCard;
}

/** Mean time of a review by that of one that is remembered, when 85 of 100 are. */
const reviewTime = 0.85 + 0.15 * usualHabits.forgottenTime;

/** Null without an exam, once it is past, and while it is farther away. On its day the plan is that of its eve. */
export function studyForExam(request: TodayRequest, open: readonly OpenQuestion[]): ExamStudy | null {
  const { today, states, settings, knowledge, scheduler } = request;
  const examDay = examDayOf(settings.examDate, today);
  if (examDay === null || examDay - today > farthestExamDays || open.length === 0) return null;
  const prices = knowledge.prices?.examDay === examDay ? knowledge.prices : null;
  const cardOf = planCards(request, open);
  const asked = open.flatMap((question) => question.cards);
  const cards = asked.map(cardOf);
  // A learner who wants no new cards never sees those that are left.
  const planned = cards.filter(({ memory }) => settings.newPerDay > 0 || memory !== null);
  const days: ExamDays = {
    examDay,
    groups: groupCards(planned),
    seconds: secondsByDay(request, Math.max(1, examDay - today)),
    habits: habitsOf(request, open),
    calibration: prices?.calibration ?? uncalibrated,
  };
  return {
    days,
    cards,
    plannedPart: worthOf(cards) === 0 ? 0 : worthOf(planned) / worthOf(cards),
    answers: asked.reduce((sum, card) => sum + (states.get(card)?.reps ?? 0), 0),
    prices,
    cardOf,
    plan: planExam({ model: modelOf(days, scheduler), seconds: days.seconds, prices }),
  };
}

/** The tables from which such days are planned. */
export function modelOf({ groups, seconds, habits, calibration }: ExamDays, kernel: Kernel): AnswerModel {
  return modelAnswers({ kernel, habits, calibration }, farthestDays(groups, seconds.length - 1));
}

function worthOf(cards: readonly PlanCard[]): number {
  return cards.reduce((sum, { worth }) => sum + worth, 0);
}

function planCards(
  { states, today, pace, knowledge }: TodayRequest,
  open: readonly OpenQuestion[],
): ExamStudy['cardOf'] {
  const questions = new Map(open.map(({ question }) => [question.id, question]));
  const worthOfCard = worthOfCards([...questions.values()], knowledge.exams);
  return (card) => {
    const question = questions.get(questionOfCard(card));
    if (question === undefined) throw new Error(`Inconsistent: ${card} is not open`);
    const state = states.get(card);
    const memory =
      state === undefined || state.due === null
        ? null
        : { stability: state.stability, difficulty: state.difficulty, elapsedDays: Math.max(0, today - state.lastDay) };
    return { worth: worthOfCard(question), seconds: pace.secondsOf(question.kind, false) / reviewTime, memory };
  };
}

function secondsByDay({ today, settings }: TodayRequest, days: number): readonly number[] {
  const whole = settings.minutesPerDay * 60;
  return Array.from({ length: days + 1 }, (_, left) =>
    left === 0 || isDayOff(settings.daysOff, (today + days - left) as StudyDay) ? 0 : whole,
  );
}

/** Only how much longer new cards take is the learner's own; rounded, so that it stays the same for a while. */
function habitsOf({ pace }: TodayRequest, open: readonly OpenQuestion[]): AnswerHabits {
  const secondsOf = (isNew: boolean) =>
    open.reduce((sum, { question }: { question: QuestionSummary }) => sum + pace.secondsOf(question.kind, isNew), 0);
  const times = (secondsOf(true) / Math.max(1, secondsOf(false))) * reviewTime;
  return { ...usualHabits, newTime: Math.max(0.1, Math.round(times * 10) / 10) };
}
