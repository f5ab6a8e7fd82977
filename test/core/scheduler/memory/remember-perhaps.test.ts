import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StudyDay } from '../../../../src/core/model/id.ts';
import { posteriorRating } from '../../../../src/core/scheduler/grading/posterior-rating.ts';
import { createScheduler } from '../../../../src/core/scheduler/memory/fsrs.ts';
import type { BeforeAnswer } from '../../../../src/core/scheduler/memory/interval-after.ts';
import type { KeptMemory } from '../../../../src/core/scheduler/memory/memory-kernel.ts';
import { previewDays } from '../../../../src/core/study/rating/preview-days.ts';
import { at, card, noonDay, writeLog } from '../../../log-builders.ts';
import { foldLog } from '../fold-log.ts';

const scheduler = createScheduler({ desiredRetention: 0.9 });
const anyBefore = fc.record({
  memory: fc.option(
    fc.record({
      stability: fc.double({ min: 0.01, max: 20_000, noNaN: true }),
      difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
    }),
  ),
  elapsedDays: fc.integer({ min: 0, max: 500 }),
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

function remembered({ memory, elapsedDays }: BeforeAnswer, posterior: number): KeptMemory {
  const kept = memory === null ? { stability: 0, difficulty: 0 } : { ...memory };
  scheduler.rememberPerhaps(kept, elapsedDays, posterior);
  return kept;
}

describe('the memory after a right answer that may have been guessed', () => {
  it('[S87] is that of Good when it was recalled for sure, and that of Again when it was not', () => {
    fc.assert(
      fc.property(anyBefore, (before) => {
        for (const [posterior, rating] of [
          [1, 3],
          [0, 1],
        ] as const) {
          const { stability, difficulty } = scheduler.next(before.memory, before.elapsedDays, rating);
          const found = remembered(before, posterior);
          expect(Math.abs(found.stability / stability - 1)).toBeLessThan(1e-5);
          expect(found.difficulty).toBeCloseTo(difficulty, 7);
        }
      }),
    );
  });

  it('[S87] lasts the longer, and is the easier, the likelier recall was', () => {
    fc.assert(
      fc.property(anyBefore, share, share, (before, one, other) => {
        const [less, more] = [remembered(before, Math.min(one, other)), remembered(before, Math.max(one, other))];
        expect(more.stability).toBeGreaterThanOrEqual(less.stability * (1 - 1e-7) - 1e-8);
        expect(more.difficulty).toBeLessThanOrEqual(less.difficulty + 1e-8);
      }),
    );
  });

  it('[S89] comes back on the day that the button says', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 0, maxLength: 6 });
    fc.assert(
      fc.property(gaps, share, (days, posterior) => {
        const log = writeLog();
        const day = days.reduce((sum, gap) => {
          log.answer('one', 3, at(sum + gap));
          return sum + gap;
        }, 0);
        const today = (noonDay + day + 1) as StudyDay;
        const stateOf = () => foldLog(log.entries, scheduler).get(card('one'));
        const rating = posteriorRating(posterior);
        const promised = previewDays(stateOf(), { rating, posterior }, today, scheduler);
        log.answer('one', rating, at(day + 1), { score: 1, p: posterior });
        expect(stateOf()?.due).toBe(today + promised);
      }),
    );
  });
});
