import type { CardState } from '../../../src/core/model/card-state.ts';
import type { QuestionSummary } from '../../../src/core/model/deck.ts';
import { type CardId, questionOfCard, type StudyDay, type Timestamp } from '../../../src/core/model/id.ts';
import { nextPlace, startLog } from '../../../src/core/model/log/log.ts';
import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import type { Kind } from '../../../src/core/model/question.ts';
import type { Rating } from '../../../src/core/model/verdict.ts';
import { createScheduler } from '../../../src/core/scheduler/memory/fsrs.ts';
import { measurePace } from '../../../src/core/scheduler/plan/pace.ts';
import { planToday, type TodayPlan } from '../../../src/core/scheduler/plan/study-queue.ts';
import { nothingKnown } from '../../../src/core/scheduler/plan/today-request.ts';
import { startSession } from '../../../src/core/study/session.ts';
import { rateCard } from '../../../src/core/study/session-steps.ts';
import { seededRandom } from '../../../src/core/text/seeded-random.ts';
import { dayMs, noon, noonDay } from '../../log-builders.ts';
import { logId, noteId, packId, questionId, showingId } from '../ids.ts';
import { foldLog } from './fold-log.ts';

/** Somebody who studies: how quick, how good, and how long they read. Nothing here is known to the planner. */
export interface Learner {
  readonly seed: number;
  /** Times the usual seconds of a kind. */
  readonly slowness: number;
  /** How unequal the kinds are for this learner: 1 is as usual. */
  readonly contrast: number;
  readonly readsRightSeconds: number;
  readonly readsWrongSeconds: number;
  /** Chance of knowing a card never seen. */
  readonly guesses: number;
  /** Days after which a card known at first try is forgotten as often as not. */
  readonly halfLife: number;
  readonly cards: number;
  /** What the deck is made of. */
  readonly kinds: readonly Kind[];
  readonly minutesPerDay: number;
  readonly newPerDay: number;
  /** Whether a wrong answer is written when it is checked, or once its explanation was read. */
  readonly writesAtCheck: boolean;
}

export interface SimulatedDay {
  readonly promisedMinutes: number;
  /** Answering and reading, pauses left out, until every card of the set was known or let go. */
  readonly minutes: number;
  readonly cards: number;
}

/** Seconds to answer, for a learner of slowness 1. */
const answerSeconds: Readonly<Record<Kind, number>> = {
  choice: 12,
  recall: 9,
  cloze: 7,
  'typed-cloze': 7,
  multi: 20,
  match: 28,
  order: 25,
  typed: 14,
  command: 40,
  config: 60,
  json: 75,
  lab: 45,
};

const longestRun = 40;
const scheduler = createScheduler({ desiredRetention: 0.9 });

/** Lets the learner study for some days, with two days off in each week, each day in a log of its own. */
export function simulate(learner: Learner, days: number): readonly SimulatedDay[] {
  const draw = seededRandom(learner.seed);
  const chance = () => draw(2 ** 32) / 2 ** 32;
  const deck = deckOf(learner);
  const kindOf = (card: CardId) => deck.find(({ id }) => id === questionOfCard(card))?.kind ?? null;
  const memories = new Map<CardId, TrueMemory>();
  const log: LogEntry[] = [];
  const found: SimulatedDay[] = [];
  for (let day = 0; day < days; day += 1) {
    if (day % 7 > 4) continue;
    const plan = (): TodayPlan => {
      const states: ReadonlyMap<CardId, CardState> = foldLog(log, scheduler);
      return planToday({
        today: (noonDay + day) as StudyDay,
        states,
        questions: deck,
        settings: { minutesPerDay: learner.minutesPerDay, newPerDay: learner.newPerDay, examDate: '', daysOff: '' },
        scheduler,
        pace: measurePace({ recent: log, states, kindOf }),
        knowledge: nothingKnown,
      });
    };
    const set = plan();
    const study = startStudy(learner, chance, { day, memories, kindOf, log });
    // Run after run, as the app offers them; what had to be left for a later set is part of what was promised.
    for (let round = 0; round < 20; round += 1) {
      const open = set.cards.filter((card) => !study.isDone(card));
      if (open.length > 0) study.run(open.slice(0, longestRun), open.slice(longestRun));
    }
    found.push({ promisedMinutes: set.minutes, minutes: study.seconds() / 60, cards: set.cards.length });
  }
  return found;
}

interface TrueMemory {
  halfLife: number;
  day: number;
}

interface Desk {
  readonly day: number;
  readonly memories: Map<CardId, TrueMemory>;
  readonly log: LogEntry[];
  kindOf(card: CardId): Kind | null;
}

type Chance = () => number;

/** One day at the desk, in a tab whose log has an id that sorts anywhere. */
function startStudy(learner: Learner, chance: Chance, { day, memories, log, kindOf }: Desk) {
  let clock = startLog(logId(`${Math.floor(chance() * 1e9)}`));
  let now = noon + day * dayMs;
  let studied = 0;
  let showings = 0;
  const done = new Set<CardId>();
  const seenToday = new Set<CardId>();
  const spend = (seconds: number) => {
    studied += seconds;
    now += Math.round(seconds * 1000);
  };
  const write = (card: CardId, r: Rating, took: number) => {
    const place = nextPlace(clock, now as Timestamp, 0);
    clock = place;
    showings += 1;
    const at = showingId(`${place.log}-${showings}`);
    log.push({ ...place, t: 'answer', card, rev: 'r1', r, took: Math.round(took * 1000), at });
  };
  const ask = (card: CardId): Rating => {
    const kind = kindOf(card) ?? 'choice';
    const isRepeat = seenToday.has(card);
    seenToday.add(card);
    const usual = learner.slowness * 12 * (answerSeconds[kind] / 12) ** learner.contrast;
    const took = usual * (isRepeat ? 0.6 : 1) * Math.exp(0.45 * normal(chance));
    // Now and then somebody rings. That is no study time, and the app does not count it in `took`.
    if (chance() < 0.01) now += Math.round((60 + chance() * 1500) * 1000);
    spend(took);
    const isRight = chance() < recallOf(memories.get(card), learner, day, isRepeat);
    remember(memories, card, { learner, day, isRight, isRepeat });
    const rating: Rating = !isRight ? 1 : chance() < 0.12 ? 2 : chance() < 0.1 ? 4 : 3;
    const reading = (isRight ? learner.readsRightSeconds : learner.readsWrongSeconds) * Math.exp(0.4 * normal(chance));
    if (learner.writesAtCheck && !isRight) write(card, rating, took);
    spend(reading);
    if (!learner.writesAtCheck || isRight) write(card, rating, took);
    return rating;
  };
  return {
    isDone: (card: CardId) => done.has(card),
    seconds: () => studied,
    run(cards: readonly CardId[], spare: readonly CardId[]) {
      let session = startSession(cards, spare);
      while (session.current !== null) {
        const card = session.current;
        const rating = ask(card);
        session = rateCard(session, { rating, isMiss: rating === 1 });
        if (rating > 1 || session.left.includes(card)) done.add(card);
      }
    },
  };
}

function recallOf(memory: TrueMemory | undefined, learner: Learner, day: number, isRepeat: boolean): number {
  if (memory === undefined) return learner.guesses;
  if (isRepeat) return 0.85;
  return 0.98 * 2 ** (-(day - memory.day) / memory.halfLife);
}

interface Outcome {
  readonly learner: Learner;
  readonly day: number;
  readonly isRight: boolean;
  readonly isRepeat: boolean;
}

/** A half-life that doubles when a card is known on another day, and falls when it is not: not how FSRS thinks. */
function remember(memories: Map<CardId, TrueMemory>, card: CardId, { learner, day, isRight, isRepeat }: Outcome): void {
  const before = memories.get(card);
  const first = learner.halfLife * (isRight ? 1 : 0.3);
  const later = (before?.halfLife ?? 0) * (isRight ? 2.2 : 0.4);
  const halfLife = before === undefined ? first : isRepeat ? before.halfLife : Math.max(0.7, later);
  memories.set(card, { halfLife, day });
}

export function deckOf({ cards, kinds }: Learner): readonly QuestionSummary[] {
  return Array.from({ length: cards }, (_, n) => ({
    id: questionId(`pack/q${n}`),
    kind: kinds[n % kinds.length] ?? 'choice',
    title: `q${n}`,
    rev: 'r1',
    note: { pack: packId('pack'), note: noteId(`note-${n % 12}`), section: null },
    domain: null,
    status: 'scored',
    difficulty: 2,
    cards: 1,
    was: [],
  }));
}

function normal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}
