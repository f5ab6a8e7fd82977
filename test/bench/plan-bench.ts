import { createScheduler } from '../../src/core/scheduler/memory/fsrs.ts';
import { findPrices } from '../../src/core/scheduler/plan/for-exam/find-prices.ts';
import { evenPace } from '../../src/core/scheduler/plan/pace.ts';
import { planToday } from '../../src/core/scheduler/plan/study-queue.ts';
import type { TodayRequest } from '../../src/core/scheduler/plan/today-request.ts';
import { day, id, question, state, today } from '../core/scheduler/plan-builders.ts';
import { type Bench, boundRow, growthRow, medianOf, msOf, ratioRow } from './bench.ts';

const [small, large] = [10_000, 100_000] as const;
const examDays = 30;
const kinds = ['choice', 'multi', 'recall', 'command'] as const;

/**
 * A month before an exam: its prices from nothing and a day later, which a worker finds, and the set of a day by known
 * prices, beside the set of a day without an exam.
 */
export const planBench: Bench = {
  name: 'plan',
  async run(turns) {
    const [few, many] = [requestOf(small), requestOf(large)];
    const [fewDays, days] = [daysOf(few), daysOf(many)];
    const [fewPrices, prices] = [findPrices(fewDays, null), findPrices(days, null)];
    const taken = await turns.take({
      cold: () => msOf(() => findPrices(days, null)),
      smallCold: () => msOf(() => findPrices(fewDays, null)),
      warm: () => msOf(() => findPrices(days, prices)),
      ours: () => msOf(() => planToday(withPrices(many, prices))),
      floor: () => msOf(() => planToday(withoutExam(many))),
      small: () => msOf(() => planToday(withPrices(few, fewPrices))),
      smallFloor: () => msOf(() => planToday(withoutExam(few))),
    });
    const [ours, floor] = [medianOf(taken.ours), medianOf(taken.floor)];
    return [
      boundRow('plan: prices of 30 days from nothing, 100,000 cards', 'ms', medianOf(taken.cold), 1000),
      boundRow('plan: prices of the next day', 'ms', medianOf(taken.warm), 150),
      growthRow(
        'plan: prices from nothing',
        { size: small, ours: medianOf(taken.smallCold) },
        { size: large, ours: medianOf(taken.cold) },
      ),
      boundRow('plan: a day’s set by prices, 100,000 cards', 'ms', ours, 150),
      ratioRow('plan: a day’s set by prices, beside that without an exam', { unit: 'ms', ours, floor }),
      growthRow(
        'plan: a day’s set',
        { size: small, ours: medianOf(taken.small), floor: medianOf(taken.smallFloor) },
        { size: large, ours, floor },
      ),
    ];
  },
};

/** Of three questions two were answered, in the last 30 days. */
function requestOf(count: number): TodayRequest {
  const questions = Array.from({ length: count }, (_, n) =>
    question(`q${n}`, { kind: kinds[n % kinds.length] ?? 'choice' }),
  );
  const states = questions.flatMap(({ title }, n) =>
    n % 3 === 0
      ? []
      : [
          state(id(title), {
            stability: 1 + (n % 97),
            difficulty: 1 + (n % 9),
            lastDay: day(-1 - (n % 30)),
            due: day(n % 40),
          }),
        ],
  );
  return {
    today,
    questions,
    states: new Map(states.map((each) => [each.card, each])),
    settings: {
      minutesPerDay: 240,
      newPerDay: 100,
      examDate: new Date((today + examDays) * 86_400_000).toISOString().slice(0, 10),
      daysOff: '7',
    },
    scheduler: createScheduler({ desiredRetention: 0.9 }),
    pace: evenPace(20),
    knowledge: { exams: new Map(), prices: null },
  };
}

function daysOf(request: TodayRequest) {
  const { exam } = planToday(request);
  if (exam === null) throw new Error('Inconsistent: an exam in a month is not planned');
  return exam.days;
}

function withPrices(request: TodayRequest, prices: TodayRequest['knowledge']['prices']): TodayRequest {
  return { ...request, knowledge: { ...request.knowledge, prices } };
}

function withoutExam(request: TodayRequest): TodayRequest {
  return { ...request, settings: { ...request.settings, examDate: '' } };
}
