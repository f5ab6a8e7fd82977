import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import type { Prediction } from '../../../src/core/scheduler/exam-plan/recalibrate.ts';
import { buildBase } from '../../../src/core/scheduler/fold/base/build-base.ts';
import { noCut } from '../../../src/core/scheduler/fold/base/cut-log.ts';
import { lineageOf, noLineage } from '../../../src/core/scheduler/fold/lineage.ts';
import { startLiveFold } from '../../../src/core/scheduler/fold/live-fold.ts';
import { createScheduler } from '../../../src/core/scheduler/memory/fsrs.ts';
import { at, card, minuteMs, noon, writeLog } from '../../log-builders.ts';
import { questionId } from '../ids.ts';

const folding = { desiredRetention: 0.9, lineage: noLineage };
const scheduler = createScheduler(folding);
const foldOf = (entries: readonly LogEntry[], tail = entries.length) =>
  startLiveFold(buildBase(entries, folding, { entries: tail, most: tail, days: 0 }));

/** From the answers of one card, in order, by whole days: what was expected of each but the first of a day. */
function naivePredictions(days: readonly { readonly day: number; readonly r: 1 | 2 | 3 | 4 }[]): readonly Prediction[] {
  const predictions: Prediction[] = [];
  let memory: ReturnType<typeof scheduler.next> | null = null;
  let last = 0;
  for (const { day, r } of days) {
    const elapsed = memory === null ? 0 : day - last;
    if (memory !== null && elapsed > 0) {
      const recall = scheduler.retrievability(memory, elapsed);
      predictions.push({ recall, elapsedDays: elapsed, recalled: r > 1 ? 1 : 0 });
    }
    memory = scheduler.next(memory, elapsed, r);
    last = day;
  }
  return predictions;
}

const anyDays = fc
  .array(fc.record({ gap: fc.integer({ min: 0, max: 9 }), r: fc.constantFrom(1, 2, 3, 4) }), { maxLength: 12 })
  .map((steps) => {
    let day = 0;
    return steps.map(({ gap, r }) => {
      day += gap;
      return { day, r: r as 1 | 2 | 3 | 4 };
    });
  });

describe('what was expected of answers', () => {
  it('[S78] is what a naive replay of each card says, of answers on later days alone', () => {
    fc.assert(
      fc.property(anyDays, anyDays, (one, two) => {
        const logs = { one: writeLog('a'), two: writeLog('b') };
        for (const [name, days] of [
          ['one', one],
          ['two', two],
        ] as const) {
          for (const [n, { day, r }] of days.entries()) logs[name].answer(name, r, at(day, n * minuteMs));
        }
        const key = ({ recall, ...rest }: Prediction) => `${recall.toFixed(9)} ${rest.elapsedDays} ${rest.recalled}`;
        const wanted = [...naivePredictions(one), ...naivePredictions(two)];
        const entries = [...logs.one.entries, ...logs.two.entries];
        expect(foldOf(entries).predictions().map(key).toSorted()).toEqual(wanted.map(key).toSorted());
      }),
    );
  });

  it('[S78] counts a right answer by how likely it was recalled, whatever its rating, and no other one', () => {
    const outcomeOf = (r: 1 | 2 | 3, more: Parameters<ReturnType<typeof writeLog>['answer']>[3]) => {
      const log = writeLog();
      log.answer('one', 3, noon);
      log.answer('one', r, at(4), more);
      return foldOf(log.entries)
        .predictions()
        .map(({ elapsedDays, recalled }) => [elapsedDays, recalled]);
    };
    expect(outcomeOf(2, { score: 1, p: 0.6 })).toEqual([[4, 0.6]]);
    expect(outcomeOf(1, { score: 1, p: 0.3 })).toEqual([[4, 0.3]]);
    expect(outcomeOf(3, { score: 1 })).toEqual([[4, 1]]);
    expect(outcomeOf(1, { score: 1 })).toEqual([[4, 0]]);
    expect(outcomeOf(1, { score: 0, p: 0.9 })).toEqual([[4, 0]]);
    expect(outcomeOf(2, { score: 0.8, p: 0.1 })).toEqual([[4, 1]]);
  });

  it('[S78] goes on from what the base says, and tells of the tail alone', () => {
    const log = writeLog();
    for (const day of [0, 2, 5, 9, 20]) log.answer('one', day === 9 ? 1 : 3, at(day));
    const whole = foldOf(log.entries).predictions();
    expect(whole).toHaveLength(4);
    expect(foldOf(log.entries, 2).predictions()).toEqual(whole.slice(2));
  });

  it('[S78] leaves out what was taken back, what was practised, missed or not, and what does not count twice', () => {
    const log = writeLog();
    log.answer('one', 3, noon);
    const wrong = log.answer('one', 1, at(3));
    log.undo(wrong, at(3, minuteMs));
    log.answer('two', 3, noon);
    log.answer('two', 4, at(1), { how: 'practice' });
    log.answer('two', 1, at(2), { how: 'practice' });
    expect(foldOf(log.entries).predictions()).toEqual([]);
  });

  it('[S78] leaves out cards that carry on the history of others', () => {
    const log = writeLog();
    for (const day of [0, 3]) log.answer('old', 3, at(day));
    for (const day of [6, 9]) log.answer('new', 3, at(day));
    const lineage = lineageOf([{ id: questionId('pack/new'), was: [questionId('pack/old')], rev: 'r1' }]);
    const fold = startLiveFold(buildBase(log.entries, { ...folding, lineage }, noCut));
    expect(fold.states.get(card('new'))?.reps).toBe(4);
    expect(fold.predictions()).toEqual([]);
  });
});
