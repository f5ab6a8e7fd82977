import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardState } from '../../../src/core/model/card-state.ts';
import type { QuestionSummary } from '../../../src/core/model/deck.ts';
import { calibrationOf } from '../../../src/core/scheduler/exam-plan/recalibrate.ts';
import { createScheduler } from '../../../src/core/scheduler/memory/fsrs.ts';
import { comingLoad } from '../../../src/core/stats/coming-load.ts';
import { type ReadinessRequest, readinessOf } from '../../../src/core/stats/readiness.ts';
import { noteId, packId } from '../ids.ts';
import { day, id, many, question, state, today } from '../scheduler/plan-builders.ts';

const scheduler = createScheduler({ desiredRetention: 0.9 });

function readiness(
  questions: readonly QuestionSummary[],
  states: readonly CardState[],
  more: Partial<ReadinessRequest> = {},
) {
  return readinessOf({
    today,
    questions,
    states: new Map(states.map((each) => [each.card, each])),
    exams: new Map(),
    scheduler,
    calibration: calibrationOf([]),
    prior: 0,
    day: day(10),
    scored: 50,
    prospect: null,
    ...more,
  });
}

const inSection = (name: string, note: string, section: string | null = null) =>
  question(name, { note: { pack: packId('pack'), note: noteId(note), section } });
const named = (prefix: string, count: number, domain: string) =>
  Array.from({ length: count }, (_, n) => question(`${prefix}${n}`, { domain }));
const seen = (name: string, more: Partial<CardState> = {}) =>
  state(id(name), { lastDay: today, ...more } as Partial<CardState>);

describe('readiness', () => {
  it('lacks answers until there are fifty, and cards until six in ten were seen', () => {
    const questions = many(10);
    const states = questions.slice(0, 4).map(({ title }) => seen(title, { reps: 5 }));
    expect(readiness(questions, states).lacking).toEqual({ answers: 30, cards: 2 });
    const enough = questions.slice(0, 6).map(({ title }) => seen(title, { reps: 9 }));
    expect(readiness(questions, enough).lacking).toBeNull();
  });

  it('expects less of a later day, and more of what lasts longer', () => {
    const questions = many(20);
    const states = (stability: number) => questions.map(({ title }) => seen(title, { stability }));
    const mean = (stability: number, days: number) =>
      readiness(questions, states(stability), { day: day(days) }).ifStopped.mean;
    expect(mean(5, 10)).toBeGreaterThan(mean(5, 30));
    expect(mean(50, 10)).toBeGreaterThan(mean(5, 10));
  });

  it('loses in the sections what the score lacks, in questions of the exam', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 90 })), { minLength: 1, maxLength: 30 }), (days) => {
        const questions = days.map((_, n) => inSection(`q${n}`, `n${n % 3}`, `s${n % 2}`));
        const states = days.flatMap((stability, n) => (stability === null ? [] : [seen(`q${n}`, { stability })]));
        const { sections, ifStopped, cards, seen: count } = readiness(questions, states);
        const lost = sections.reduce((sum, each) => sum + each.lost, 0);
        // The mean goes over how unsure the learner's recall is, the sections go by the most likely one.
        expect(Math.abs(lost - 50 * (1 - ifStopped.mean))).toBeLessThan(3);
        expect([cards, count]).toEqual([days.length, states.length]);
        expect(sections.map((each) => each.lost)).toEqual(sections.map((each) => each.lost).toSorted((a, b) => b - a));
      }),
    );
  });

  it('counts a question by its domain, and what nobody has seen as a guess', () => {
    const exam = { domains: { wide: { title: 'Wide', weight: 80 }, narrow: { title: 'Narrow', weight: 20 } } };
    const questions = [
      ...many(5).map((each) => ({ ...each, domain: 'wide', kind: 'choice' as const })),
      ...Array.from({ length: 5 }, (_, n) => question(`n${n}`, { domain: 'narrow', kind: 'choice' })),
    ];
    const known = (prefix: string) =>
      Array.from({ length: 5 }, (_, n) => seen(`${prefix}${n}`, { stability: 5000, lastDay: today }));
    const mean = (states: readonly CardState[]) =>
      readiness(questions, states, { exams: new Map([[packId('pack'), exam]]) }).ifStopped.mean;
    expect(mean([])).toBeCloseTo(0.25, 5);
    expect(mean(known('q')) - mean([])).toBeGreaterThan(3.5 * (mean(known('n')) - mean([])));
  });

  it('is better by as much as the plan adds, and never worse', () => {
    const questions = many(40);
    const states = questions.slice(0, 30).map(({ title }) => seen(title));
    const { ifStopped, ifKept } = readiness(questions, states, { prospect: { ifStopped: 0.5, ifKept: 0.75 } });
    expect((1 - (ifKept?.remembered ?? 0)) / (1 - ifStopped.remembered)).toBeCloseTo(0.5, 1);
    const same = readiness(questions, states, { prospect: { ifStopped: 0.5, ifKept: 0.5 } });
    expect(same.ifKept?.mean).toBe(same.ifStopped.mean);
    expect(readiness(questions, states, { prospect: { ifStopped: 0.5, ifKept: null } }).ifKept).toBeNull();
  });

  it('is no worse for those who keep to the plan, however much was known beforehand', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (prior, gain) => {
          const states = many(12).map(({ title }) => seen(title));
          const plan = { prospect: { ifStopped: 0.4, ifKept: 0.4 + gain }, prior };
          const { ifStopped, ifKept } = readiness(many(20), states, plan);
          expect(ifKept?.mean).toBeGreaterThanOrEqual(ifStopped.mean);
        },
      ),
    );
  });

  it('weighs the questions of a domain by those that are asked, whatever was retired from it', () => {
    const exam = { domains: { a: { title: 'A', weight: 50 }, b: { title: 'B', weight: 50 } } };
    const asked = [...many(10).map((each) => ({ ...each, domain: 'a' })), ...named('b', 10, 'b')];
    const retired = named('old', 30, 'a').map((each) => ({ ...each, status: 'retired' as const }));
    const states = many(10).map(({ title }) => seen(title));
    const exams = new Map([[packId('pack'), exam]]);
    const [both, asks] = [readiness([...asked, ...retired], states, { exams }), readiness(asked, states, { exams })];
    expect(both.ifStopped.mean).toBe(asks.ifStopped.mean);
  });

  it('asks for cards that are left out today', () => {
    const states = many(10).map(({ title }, n) => seen(title, n < 4 ? { buriedUntil: day(1) } : {}));
    expect(readiness(many(10), states).cards).toBe(10);
  });

  it('of nothing is nothing', () => {
    expect(readiness([], [])).toMatchObject({ cards: 0, seen: 0, sections: [], ifStopped: { mean: 0 } });
  });
});

describe('the coming load', () => {
  const comingDays = [0, 1, 2, 3].map((n) => ({ day: day(n), reviews: 4, fresh: 1, minutes: 2 }));
  const seconds = { review: 15, fresh: 30 };

  it('is what comes due, without an exam or while no plan is known', () => {
    expect(comingLoad({ comingDays, seconds }, null)).toBe(comingDays);
  });

  it('is the plan up to the exam, nothing on its day, and what comes due from then on', () => {
    const prospect = {
      days: { examDay: day(2) },
      ahead: [
        { day: day(0), minutes: 10, fresh: 8.2, unseen: 0 },
        { day: day(1), minutes: 0, fresh: 0, unseen: 0 },
      ],
    };
    expect(comingLoad({ comingDays, seconds }, prospect)).toEqual([
      { day: day(0), minutes: 10, fresh: 8, reviews: 24 },
      { day: day(1), minutes: 0, fresh: 0, reviews: 0 },
      { day: day(2), minutes: 0, fresh: 0, reviews: 0 },
      comingDays[3],
    ]);
  });
});
