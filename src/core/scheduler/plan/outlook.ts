import type { StudyDay } from '../../model/id.ts';
import { isDayOff } from './days-off.ts';
import { examDayOf } from './exam-days.ts';
import { countUnseen, introducedToday } from './new-cards.ts';
import { type OpenQuestion, openQuestions } from './open-questions.ts';
import type { TodayRequest } from './today-request.ts';
import { type WalkEnd, type WalkStart, type Wave, walkDays } from './walk-days.ts';

/** What comes of going on as on today: an estimate. */
export interface Outlook {
  /** Days until no due card waits for another day any more; null when that is more than a year away. */
  readonly backlogDays: number | null;
  /** Null without an exam date, and once it is past. */
  readonly exam: ExamOutlook | null;
  /** What is left of today, and the days after it: two weeks. */
  readonly comingDays: readonly ComingDay[];
  /** What a card takes on average, in seconds. */
  readonly seconds: { readonly review: number; readonly fresh: number };
}

/** A day of study that comes. */
export interface ComingDay {
  readonly day: StudyDay;
  readonly reviews: number;
  readonly fresh: number;
  readonly minutes: number;
}

export interface ExamOutlook {
  /** Cards that can be asked. */
  readonly cards: number;
  /** Those of them that will have been seen before the day of the exam. */
  readonly seen: number;
  /** The least minutes a day, in fives, that show every card in time; null when no day is long enough. */
  readonly minutesForAll: number | null;
}

const farDays = 365;
const longestMinutes = 240;
const comingDays = 14;

export function lookAhead(request: TodayRequest): Outlook {
  const open = openQuestions(request);
  const examDay = examDayOf(request.settings.examDate, request.today);
  const daysToExam = examDay === null ? null : examDay - request.today;
  const start = startOf(request, open, daysToExam);
  const { minutesPerDay } = request.settings;
  const walk = walkDays(start, minutesPerDay, farDays);
  const seconds = { review: start.reviewSeconds, fresh: start.newSeconds };
  const ahead = { backlogDays: walk.caughtUp, comingDays: comingOf(walk, start, request.today), seconds };
  if (daysToExam === null) return { ...ahead, exam: null };
  const unseenAt = (minutes: number) => walkDays(start, minutes, daysToExam).unseen;
  const cards = open.reduce((sum, question) => sum + question.cards.length, 0);
  return { ...ahead, exam: { cards, seen: cards - unseenAt(minutesPerDay), minutesForAll: leastFor(unseenAt) } };
}

function comingOf({ days }: WalkEnd, { reviewSeconds, newSeconds }: WalkStart, today: StudyDay): readonly ComingDay[] {
  return days.slice(0, comingDays).map(({ reviews, fresh }, n) => ({
    day: (today + n) as StudyDay,
    reviews,
    fresh,
    minutes: (reviews * reviewSeconds + fresh * newSeconds) / 60,
  }));
}

function leastFor(unseenAt: (minutes: number) => number): number | null {
  for (let minutes = 5; minutes <= longestMinutes; minutes += 5) if (unseenAt(minutes) <= 0) return minutes;
  return null;
}

function startOf(request: TodayRequest, open: readonly OpenQuestion[], daysToExam: number | null): WalkStart {
  const { today, states, settings, pace } = request;
  const kinds = open.flatMap(({ question, cards }) => cards.map(() => question.kind));
  const meanOf = (isNew: boolean) =>
    kinds.reduce((sum, kind) => sum + pace.secondsOf(kind, isNew), 0) / Math.max(1, kinds.length);
  const newSeconds = Math.max(1, meanOf(true));
  const reviewSeconds = Math.max(1, meanOf(false));
  const introduced = introducedToday(request).length;
  const done = [...states.values()].filter(({ lastDay }) => lastDay === today).length;
  return {
    due: wavesOf(request, open),
    unseen: countUnseen(request, open),
    newPerDay: settings.newPerDay,
    introduced,
    spentSeconds: introduced * newSeconds + (done - introduced) * reviewSeconds,
    reviewSeconds,
    newSeconds,
    daysToExam,
    isOff: (day) => isDayOff(settings.daysOff, (today + day) as StudyDay),
  };
}

function wavesOf({ states, today }: TodayRequest, open: readonly OpenQuestion[]): readonly Wave[] {
  const waves: Map<number, number>[] = [];
  for (const card of open.flatMap(({ cards }) => cards)) {
    const state = states.get(card);
    if (state === undefined || state.due === null) continue;
    const day = Math.max(0, state.due - today);
    if (day > farDays) continue;
    const wave = waves[day] ?? new Map<number, number>();
    const interval = Math.max(1, state.due - state.lastDay);
    waves[day] = wave.set(interval, (wave.get(interval) ?? 0) + 1);
  }
  return Array.from(waves, (wave) => wave ?? new Map());
}
