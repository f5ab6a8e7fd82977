import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CardState, newSchedule } from '../../../src/core/model/card-state.ts';
import type { QuestionSummary } from '../../../src/core/model/deck.ts';
import {
  type CardId,
  cardIdOf,
  type NoteId,
  type PackId,
  type QuestionId,
  questionOfCard,
  type StudyDay,
  type Timestamp,
} from '../../../src/core/model/id.ts';
import { createScheduler } from '../../../src/core/scheduler/fsrs.ts';
import { secondsPerCard } from '../../../src/core/scheduler/pace.ts';
import { planToday, type TodayRequest } from '../../../src/core/scheduler/study-queue.ts';
import { writeLog } from '../../log-builders.ts';

const today = 20_000 as StudyDay;
const scheduler = createScheduler({ desiredRetention: 0.9 });

function question(name: string, more: Partial<QuestionSummary> = {}): QuestionSummary {
  return {
    id: `pack/${name}` as QuestionId,
    kind: 'recall',
    title: name,
    rev: 'r1',
    note: { pack: 'pack' as PackId, note: `note-${name.length % 3}` as NoteId, section: null },
    domain: null,
    status: 'scored',
    difficulty: 2,
    cards: 1,
    was: [],
    shard: 0,
    ...more,
  };
}

function state(card: CardId, more: Partial<CardState> = {}): CardState {
  return {
    card,
    reps: 1,
    lapses: 0,
    stability: 5,
    difficulty: 5,
    firstDay: (today - 9) as StudyDay,
    lastDay: (today - 9) as StudyDay,
    lastAt: 0 as Timestamp,
    lastRating: 3,
    due: (today - 4) as StudyDay,
    suspended: false,
    buriedUntil: null,
    voided: 0,
    flagged: false,
    note: '',
    ...more,
  } as CardState;
}

function plan(questions: readonly QuestionSummary[], states: readonly CardState[], more: Partial<TodayRequest> = {}) {
  return planToday({
    today,
    questions,
    states: new Map(states.map((each) => [each.card, each])),
    settings: { minutesPerDay: 15, newPerDay: 12 },
    scheduler,
    secondsPerCard: 20,
    ...more,
  });
}

const day = (offset: number) => (today + offset) as StudyDay;
const id = (name: string, n = 0) => cardIdOf(`pack/${name}` as QuestionId, n);
const many = (count: number) => Array.from({ length: count }, (_, index) => question(`q${index}`));

describe("today's set", () => {
  it('[S50] takes the cards first that are most likely forgotten', () => {
    const questions = ['a', 'bb', 'ccc'].map((name) => question(name));
    const stabilities = { a: 9, bb: 1, ccc: 4 };
    const states = Object.entries(stabilities).map(([name, stability]) => state(id(name), { stability }));
    expect(plan(questions, states).cards).toEqual([id('bb'), id('ccc'), id('a')]);
  });

  it('[S51] introduces new cards in the order of the notes, as many as are allowed a day', () => {
    const found = plan(many(30), [], { settings: { minutesPerDay: 60, newPerDay: 4 } });
    expect([...found.cards].sort()).toEqual([0, 1, 2, 3].map((n) => id(`q${n}`)));
    expect([found.fresh, found.reviews]).toEqual([4, 0]);
  });

  it('[S51] counts those that were introduced earlier today', () => {
    const introduced = state(id('q0'), { firstDay: today, lastDay: today, due: day(2) });
    expect(plan(many(30), [introduced], { settings: { minutesPerDay: 60, newPerDay: 4 } }).fresh).toBe(3);
  });

  it('[S52] holds what the minutes hold at the learner’s pace, never under 5 nor over 40', () => {
    const sizes = [1, 10, 240].map(
      (minutesPerDay) => plan(many(100), [], { settings: { minutesPerDay, newPerDay: 100 } }).cards.length,
    );
    expect(sizes).toEqual([5, 30, 40]);
  });

  it('[S52] is smaller by what was done today, and says what waits', () => {
    const done = many(20).map(({ title }) => state(id(title), { lastDay: today, due: day(3) }));
    const due = many(60)
      .slice(20)
      .map(({ title }) => state(id(title)));
    const found = plan(many(60), [...done, ...due]);
    expect([found.cards.length, found.waiting, found.doneToday]).toEqual([20, 20, 20]);
    expect(plan(many(60), [...done, ...due], { atMost: 10 }).cards).toHaveLength(10);
  });

  it('[S53] never asks two deletions of one cloze on one day', () => {
    const cloze = question('cloze', { kind: 'cloze', cards: 3 });
    expect(plan([cloze], []).cards).toEqual([id('cloze', 1)]);
    expect(plan([cloze], [state(id('cloze', 2)), state(id('cloze', 3), { stability: 1 })]).cards).toEqual([
      id('cloze', 3),
    ]);
    expect(plan([cloze], [state(id('cloze', 1), { lastDay: today, due: day(3) })]).cards).toEqual([]);
  });

  it('[S53] a deletion forgotten today may come back today', () => {
    const cloze = question('cloze', { kind: 'cloze', cards: 2 });
    const forgotten = state(id('cloze', 1), { lastDay: today, lastRating: 1, due: today });
    expect(plan([cloze], [forgotten]).cards).toEqual([id('cloze', 1)]);
  });

  it('[S54] leaves out suspended, buried, draft and retired cards', () => {
    const questions = [
      question('a'),
      question('b'),
      question('c', { status: 'draft' }),
      question('d', { status: 'retired' }),
    ];
    const states = [
      state(id('a'), { suspended: true }),
      state(id('b'), { buriedUntil: day(1) }),
      state(id('c')),
      state(id('d')),
    ];
    expect(plan(questions, states).cards).toEqual([]);
    expect(plan(questions, [state(id('b'), { buriedUntil: today })]).cards).toContain(id('b'));
  });

  it('[S55] does not ask two cards of one topic in a row while another is left', () => {
    const topic = (name: string) => ({ pack: 'pack' as PackId, note: name as NoteId, section: null });
    const questions = ['a1', 'a2', 'b1', 'b2'].map((name) => question(name, { note: topic(name[0]!) }));
    expect(plan(questions, []).cards.map((each) => each.split('/')[1]?.[0])).toEqual(['a', 'b', 'a', 'b']);
  });

  it('[S59] asks the questions of one case one after the other, where the first of them stands', () => {
    const shop = 'pack/shop' as QuestionId;
    const questions = ['a', 'bb', 'ccc', 'dddd'].map((name, index) =>
      question(name, index % 2 === 1 ? { case: shop } : {}),
    );
    expect(plan(questions, []).cards).toEqual([id('a'), id('bb'), id('dddd'), id('ccc')]);
  });

  it('[S56] says how many come due next, and when', () => {
    const states = [
      state(id('q0'), { due: day(1) }),
      state(id('q1'), { due: day(1) }),
      state(id('q2'), { due: day(5) }),
    ];
    const found = plan(many(3), states);
    expect([found.nextDay, found.tomorrow]).toEqual([{ day: day(1), cards: 2 }, 2]);
  });

  it('[S57] is the same for the same arguments, within its limits, for any record', () => {
    const anyState = fc.record({
      n: fc.integer({ min: 0, max: 59 }),
      deletion: fc.integer({ min: 1, max: 3 }),
      last: fc.integer({ min: -60, max: 0 }),
      due: fc.integer({ min: -30, max: 30 }),
      stability: fc.double({ min: 0.1, max: 100, noNaN: true }),
      suspended: fc.boolean(),
      reps: fc.integer({ min: 0, max: 3 }),
    });
    const questions = many(60).map((each, index) => (index % 2 ? each : { ...each, kind: 'cloze' as const, cards: 3 }));
    fc.assert(
      fc.property(
        fc.uniqueArray(anyState, {
          maxLength: 150,
          size: 'max',
          selector: ({ n, deletion }) => (n % 2 ? `${n}` : `${n}/${deletion}`),
        }),
        fc.integer({ min: 0, max: 30 }),
        (rows, newPerDay) => {
          const states = rows.map(({ n, deletion, last, due, stability, suspended, reps }) => {
            const known = { lastDay: day(last), firstDay: day(last), due: day(Math.max(due, last)), stability };

            return state(id(`q${n}`, n % 2 ? 0 : deletion), {
              suspended,
              ...(reps > 0 ? { reps, ...known } : newSchedule),
            });
          });
          const settings = { minutesPerDay: 10, newPerDay };
          const found = plan(questions, states, { settings });
          expect(plan(questions, [...states].reverse(), { settings })).toEqual(found);
          const byId = new Map(states.map((each) => [each.card, each]));
          expect(found.cards.length).toBeLessThanOrEqual(30);
          expect(found.fresh).toBeLessThanOrEqual(newPerDay);
          expect(new Set(found.cards.map(questionOfCard)).size).toBe(found.cards.length);
          for (const each of found.cards) {
            expect(byId.get(each)?.suspended ?? false).toBe(false);
            expect(byId.get(each)?.due ?? today).toBeLessThanOrEqual(today);
            const seenSiblings = states.filter(
              (other) =>
                other.lastDay === today && other.card !== each && questionOfCard(other.card) === questionOfCard(each),
            );
            if (byId.get(each)?.lastDay !== today)
              expect(seenSiblings.filter((other) => byId.get(other.card) === other)).toEqual([]);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("the learner's pace", () => {
  it('[S58] is 20 seconds until there are 20 answers, then the median of the last 200', () => {
    const log = writeLog();
    for (let n = 0; n < 19; n += 1) log.answer('one', 3, undefined, { took: 9000 });
    expect(secondsPerCard(log.entries)).toBe(20);
    log.answer('one', 3, undefined, { took: 500_000 });
    expect(secondsPerCard(log.entries)).toBe(9);
    for (let n = 0; n < 200; n += 1) log.answer('one', 3, undefined, { took: 4000 });
    expect(secondsPerCard(log.entries)).toBe(4);
  });
});
