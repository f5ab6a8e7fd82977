import type { CardId, StudyDay } from '../../model/id.ts';
import { type ChosenSet, chooseSet } from './choose-set.ts';
import { isDayOff } from './days-off.ts';
import { nextDue } from './due-cards.ts';
import { type ExamProspect, prospectOf } from './for-exam/exam-prospect.ts';
import { firstRun, orderSet, type QuestionsById } from './order-set.ts';
import type { TodayRequest } from './today-request.ts';

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
  /** Due cards that did not fit in; none where the set is chosen for an exam, which needs not all of them. */
  readonly waiting: number;
  /** Cards already answered today. */
  readonly doneToday: number;
  /** What the set brings for an exam that is ahead, computed when it is asked for; null where it was not chosen for one. */
  readonly exam: ExamProspect | null;
  /**
   * The next day after today that has a set, and how many cards it has, new ones included, if nothing more is answered
   * today; or that come due on it. Computed when it is asked for.
   */
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
  const { forgotten, reviews, fresh } = day;
  const cards = orderSet(day, questions);
  const seconds = cards.reduce((sum, card) => sum + day.secondsOf(card), 0);
  const next = kept(() => nextSet(day, chooseSet(dayAfter(request), questions)));
  const exam = kept(() => day.study && prospectOf(day.study, day.today));
  return {
    cards,
    run: firstRun(cards, questions),
    minutes: cards.length === 0 ? 0 : Math.max(1, Math.round(seconds / 60)),
    reviews: forgotten.length + reviews.length,
    fresh: fresh.length,
    waiting: day.waiting,
    doneToday: day.done.length,
    get exam() {
      return exam();
    },
    get nextDay() {
      return next();
    },
  };
}

/** Computes at the first call. */
function kept<T>(compute: () => T): () => T {
  let computed: { readonly value: T } | null = null;
  return () => {
    computed ??= { value: compute() };
    return computed.value;
  };
}

function nextSet(day: ChosenSet, next: ChosenSet): TodayPlan['nextDay'] {
  const cards = next.forgotten.length + next.reviews.length + next.fresh.length;
  return cards > 0 ? { day: next.today, cards } : nextDue(day, day.open);
}

/** The next day that is not off. */
function dayAfter({ beyond: _, ...request }: TodayRequest): TodayRequest {
  let next = (request.today + 1) as StudyDay;
  while (isDayOff(request.settings.daysOff, next)) next = (next + 1) as StudyDay;
  return { ...request, today: next };
}
