import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../../src/core/model/log/log-entry.ts';
import { readReviews } from '../../../../src/core/scheduler/fit/read-reviews.ts';
import { type ReviewStep, type Reviews, reviewsOf } from '../../../../src/core/scheduler/fit/reviews.ts';
import { activeEntries } from '../../../../src/core/scheduler/fold/active-entries.ts';
import { lineageOf, noLineage } from '../../../../src/core/scheduler/fold/lineage.ts';
import { createScheduler } from '../../../../src/core/scheduler/memory/fsrs.ts';
import { anyHistory, at, card, minuteMs, noon, writeLog } from '../../../log-builders.ts';
import { descent } from '../any-lineage.ts';
import { naiveFold } from '../naive-fold.ts';

const folding = { desiredRetention: 0.9, lineage: noLineage };
const scheduler = createScheduler(folding);

/** What each entry of a card does, by folding all before it and then all with it. */
function naiveSteps(history: readonly LogEntry[]): readonly ReviewStep[] {
  const active = activeEntries(history).filter(({ t }) => t !== 'undo' && t !== 'clock-fix');
  const names = [...new Set(active.flatMap((entry) => ('card' in entry ? [entry.card] : [])))].sort();
  return names.flatMap((name) => {
    const own = active.filter((entry) => 'card' in entry && entry.card === name);
    const stateAfter = (count: number) => naiveFold(own.slice(0, count), scheduler).get(name);
    return own.flatMap((entry, place): readonly ReviewStep[] => {
      const [before, after] = [stateAfter(place), stateAfter(place + 1)];
      if (entry.t !== 'answer' || after === undefined || after.reps === (before?.reps ?? 0)) return [];
      const elapsedDays =
        before === undefined || before.lastDay === null ? null : (after.lastDay ?? 0) - before.lastDay;
      const isEvidence = elapsedDays !== null && elapsedDays > 0 && entry.how !== 'practice' && entry.how !== 'exam';
      const posterior = entry.score === 1 ? (entry.p ?? null) : null;
      return [{ elapsedDays, rating: entry.r, posterior, at: entry.ms, isEvidence }];
    });
  });
}

function expectSame(found: Reviews, wanted: Reviews): void {
  expect(found).toEqual(wanted);
}

describe('the answers of a log', () => {
  it('[S99] are those that moved a memory, as a naive fold has it, in whatever order entries come', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const wanted = reviewsOf(naiveSteps(history));
        expectSame(readReviews(history, folding), wanted);
        expectSame(readReviews([...history].reverse(), folding), wanted);
      }),
      { numRuns: 60 },
    );
  });

  it('[S99] begin anew with a reset, and leave out what was taken back or given twice', () => {
    const log = writeLog();
    log.answer('one', 3, noon);
    const wrong = log.answer('one', 1, at(2));
    log.undo(wrong, at(2, minuteMs));
    const right = log.answer('one', 3, at(3));
    log.answer('one', 3, at(3, minuteMs), right.t === 'answer' ? { at: right.at } : {});
    log.write({ t: 'reset', card: card('one') }, at(4));
    log.answer('one', 1, at(5));
    log.answer('one', 3, at(5, minuteMs));
    log.answer('one', 2, at(9));
    const { elapsedDays, ratings, isEvidence, evidence } = readReviews(log.entries, folding);
    expect([...elapsedDays]).toEqual([-1, 3, -1, 0, 4]);
    expect([...ratings]).toEqual([3, 3, 1, 3, 2]);
    expect([...isEvidence]).toEqual([0, 1, 0, 0, 1]);
    expect(evidence).toBe(2);
  });

  it('[S99] follow a renamed card under both its names', () => {
    const log = writeLog();
    for (const day of [0, 3]) log.answer('old', 3, at(day));
    for (const day of [9, 20]) log.answer('new', 3, at(day));
    const lineage = lineageOf([descent('new', ['old'])]);
    const { elapsedDays } = readReviews(log.entries, { ...folding, lineage });
    expect([...elapsedDays]).toEqual([-1, 3, 6, 11]);
  });

  it('[S99] of a split question are its parent’s alone', () => {
    const log = writeLog();
    for (const day of [0, 3]) log.answer('old', 3, at(day));
    log.answer('left', 1, at(9));
    log.answer('right', 4, at(9));
    const lineage = lineageOf([descent('left', ['old']), descent('right', ['old'])]);
    const { elapsedDays, ratings } = readReviews(log.entries, { ...folding, lineage });
    expect([...elapsedDays]).toEqual([-1, 3]);
    expect([...ratings]).toEqual([3, 3]);
  });

  it('[S99] leave out what was given to a wrong key', () => {
    const log = writeLog();
    log.answer('one', 3, noon, { rev: 'wrong' });
    log.answer('one', 3, at(4));
    log.answer('one', 3, at(9));
    const corrected = { on: '2026-03-01', voids: ['wrong'] };
    const lineage = lineageOf([{ ...descent('one', []), corrected }]);
    expect([...readReviews(log.entries, { ...folding, lineage }).elapsedDays]).toEqual([-1, 5]);
  });
});
