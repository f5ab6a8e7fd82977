import { compilePack } from '../../../src/core/compiler/compile-pack.ts';
import { indexDeck } from '../../../src/core/deck/index-deck.ts';
import type { CardState } from '../../../src/core/model/card-state.ts';
import { cardsOf } from '../../../src/core/model/cards-of.ts';
import type { DeckIndex } from '../../../src/core/model/deck.ts';
import { type CardId, questionOfCard, type StudyDay, type Timestamp } from '../../../src/core/model/id.ts';
import { isStudied } from '../../../src/core/model/question.ts';
import type { KnownPrices } from '../../../src/core/scheduler/exam-plan/known-prices.ts';
import { type Prediction, recalibrate } from '../../../src/core/scheduler/exam-plan/recalibrate.ts';
import { createScheduler } from '../../../src/core/scheduler/memory/fsrs.ts';
import { intervalAfter } from '../../../src/core/scheduler/memory/interval-after.ts';
import { dueDayOf } from '../../../src/core/scheduler/plan/exam-days.ts';
import { findPrices } from '../../../src/core/scheduler/plan/for-exam/find-prices.ts';
import { inLearningOrder } from '../../../src/core/scheduler/plan/learning-order.ts';
import { measurePace } from '../../../src/core/scheduler/plan/pace.ts';
import { planToday } from '../../../src/core/scheduler/plan/study-queue.ts';
import type { TodayRequest } from '../../../src/core/scheduler/plan/today-request.ts';
import { readPackFolder } from '../../../src/tools/read-pack-folder.ts';
import { createLearner } from '../learners/create-learner.ts';
import type { Family } from '../learners/family.ts';

/** How a learner is told to study: without an exam date, with one before its prices are found, and with them. */
export const ways = ['no date', 'without prices', 'plan'] as const;
export type Way = (typeof ways)[number];

/** What became of one learner with the pack that is shipped. */
export interface ShippedOutcome {
  readonly way: Way;
  readonly days: number;
  readonly family: Family;
  readonly seed: number;
  /** Mean true recall on exam day of the cards of each domain, and of all, 0 to 100. */
  readonly recall: ReadonlyMap<string, number>;
  readonly seen: number;
  /** Cards that were to come back after the day of the exam. */
  readonly late: number;
}

const minutesPerDay = 20;
const firstDay = 20_000;
const dayMs = 24 * 60 * 60 * 1000;
const scheduler = createScheduler({ desiredRetention: 0.9 });
/** Nothing is known of the learner's pace, so that each way has the same. */
const pace = measurePace({ recent: [], states: new Map(), kindOf: () => null });

/** The deck as the app has it. */
export function shippedDeck(): DeckIndex {
  const { value } = compilePack(readPackFolder('content/aws-ecs').files);
  if (value === null) throw new Error('The shipped pack does not compile');
  return indexDeck(value);
}

/** Lets a learner do each day's set, as the app makes it, until the exam. */
export function studyShipped(deck: DeckIndex, way: Way, days: number, family: Family, seed: number): ShippedOutcome {
  const questions = inLearningOrder(deck);
  const cards = questions.filter(isStudied).flatMap(cardsOf);
  const places = new Map(cards.map((card, place) => [card, place]));
  const learner = createLearner(family, seed, cards.length);
  const states = new Map<CardId, CardState>();
  const predictions: Prediction[] = [];
  const examDay = (firstDay + days) as StudyDay;
  const examDate = way === 'no date' ? '' : new Date(examDay * dayMs).toISOString().slice(0, 10);
  const { exam } = deck.pack;
  let prices: KnownPrices | null = null;
  const requestOf = (today: number): TodayRequest => ({
    today: today as StudyDay,
    states,
    questions,
    settings: { minutesPerDay, newPerDay: 12, examDate, daysOff: '' },
    scheduler,
    pace,
    knowledge: { exams: new Map(exam === null ? [] : [[deck.pack.id, exam]]), prices },
  });
  for (let today = firstDay; today < examDay; today += 1) {
    const found = way === 'plan' ? planToday(requestOf(today)).exam : null;
    if (found !== null) prices = findPrices({ ...found.days, calibration: recalibrate(predictions) }, prices);
    for (const card of planToday(requestOf(today)).cards) {
      const rating = learner.answer(places.get(card) ?? 0, today);
      states.set(card, answered(card, states.get(card), today as StudyDay, rating, predictions));
    }
  }
  return {
    way,
    days,
    family,
    seed,
    recall: recallOf(cards, deck, (card) => learner.recall(places.get(card) ?? 0, examDay)),
    seen: states.size,
    late: [...states.values()].filter((state) => (dueDayOf(state, examDay, examDay) ?? 0) > examDay).length,
  };
}

/** As the fold has it: after Again the card is asked once more on the same day, and remembered. */
function answered(
  card: CardId,
  before: CardState | undefined,
  today: StudyDay,
  rating: 1 | 2 | 3 | 4,
  predictions: Prediction[],
): CardState {
  const elapsedDays = before?.lastDay == null ? 0 : today - before.lastDay;
  const memory = before?.lastDay == null ? null : { stability: before.stability, difficulty: before.difficulty };
  if (memory !== null) {
    const recall = scheduler.retrievability(memory, elapsedDays);
    predictions.push({ recall, elapsedDays, recalled: Number(rating > 1) });
  }
  const first = scheduler.next(memory, elapsedDays, rating);
  const after = rating === 1 ? scheduler.next(first, 0, 3) : first;
  const interval =
    rating === 1
      ? intervalAfter({ memory: first, elapsedDays: 0 }, 3, scheduler)
      : intervalAfter({ memory, elapsedDays }, rating, scheduler);
  const marks = { card, suspended: false, buriedUntil: null, flagged: false, note: '', voided: 0 };
  const days = { firstDay: before?.firstDay ?? today, lastDay: today, lastAt: (today * dayMs) as Timestamp };
  return {
    ...marks,
    ...days,
    reps: (before?.reps ?? 0) + 1,
    lapses: (before?.lapses ?? 0) + Number(memory !== null && rating === 1),
    ...after,
    lastRating: 3,
    missedDay: rating === 1 ? today : (before?.missedDay ?? null),
    due: (today + interval) as StudyDay,
  };
}

function recallOf(cards: readonly CardId[], deck: DeckIndex, recall: (card: CardId) => number): Map<string, number> {
  const domains = new Map(deck.questions.map(({ id, domain }) => [id, domain ?? 'none']));
  const sums = new Map<string, readonly [sum: number, count: number]>();
  for (const card of cards) {
    for (const name of ['all', domains.get(questionOfCard(card)) ?? 'none']) {
      const [sum, count] = sums.get(name) ?? [0, 0];
      sums.set(name, [sum + 100 * recall(card), count + 1]);
    }
  }
  return new Map([...sums].map(([name, [sum, count]]) => [name, sum / count]));
}
