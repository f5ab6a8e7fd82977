import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardState } from '../../../../src/core/model/card-state.ts';
import type { StudyDay } from '../../../../src/core/model/id.ts';
import type { Rating } from '../../../../src/core/model/verdict.ts';
import { createScheduler } from '../../../../src/core/scheduler/memory/fsrs.ts';
import { intervalAfter } from '../../../../src/core/scheduler/memory/interval-after.ts';
import { previewDays } from '../../../../src/core/study/rating/preview-days.ts';
import { at, card, noonDay, writeLog } from '../../../log-builders.ts';
import { foldLog } from '../fold-log.ts';

const rating = fc.constantFrom<Rating>(1, 2, 3, 4);
const retention = fc.constantFrom(0.8, 0.9, 0.95);

describe('the interval after an answer', () => {
  it('[S7] is longer after Good than after Hard, and longest after Easy, from the second day on', () => {
    const memory = fc.record({
      stability: fc.double({ min: 0.01, max: 20_000, noNaN: true }),
      difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.option(memory), fc.integer({ min: 1, max: 500 }), retention, (before, elapsed, desired) => {
        const scheduler = createScheduler({ desiredRetention: desired });
        const elapsedDays = before === null ? 0 : elapsed;
        const [hard = 0, good = 0, easy = 0] = ([2, 3, 4] as const).map((given) =>
          intervalAfter({ memory: before, elapsedDays }, given, scheduler),
        );
        fc.pre(hard < 36_000);
        expect(hard).toBeGreaterThanOrEqual(1);
        expect(good).toBeGreaterThan(hard);
        expect(easy).toBeGreaterThan(Math.min(good, 36_499));
      }),
    );
  });

  it('[S7] is FSRS’s own wherever that tells the ratings apart', () => {
    const scheduler = createScheduler({ desiredRetention: 0.9 });
    const before = { memory: { stability: 40, difficulty: 5 }, elapsedDays: 40 };
    const given = ([2, 3, 4] as const).map((r) => intervalAfter(before, r, scheduler));
    expect(given).toEqual(
      ([2, 3, 4] as const).map((r) => scheduler.interval(scheduler.next(before.memory, 40, r).stability)),
    );
  });

  it('[S7] on the buttons is the interval that the fold gives once the button was pressed', () => {
    const answers = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), rating), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(answers, rating, fc.integer({ min: 0, max: 60 }), retention, (history, given, wait, desired) => {
        const scheduler = createScheduler({ desiredRetention: desired });
        const log = writeLog();
        let day = 0;
        for (const [days, r] of history) {
          day += days;
          log.answer('one', r, at(day));
        }
        day += wait;
        const today = (noonDay + day) as StudyDay;
        const stateOf = (): CardState | undefined => foldLog(log.entries, scheduler).get(card('one'));
        const promised = previewDays(stateOf(), { rating: given }, today, scheduler);
        log.answer('one', given, at(day));
        expect(stateOf()?.due).toBe(today + promised);
      }),
    );
  });
});
