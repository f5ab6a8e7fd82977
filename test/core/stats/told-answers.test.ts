import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import { activeEntries } from '../../../src/core/scheduler/fold/active-entries.ts';
import { lineageOf, noLineage } from '../../../src/core/scheduler/fold/lineage.ts';
import { createScheduler } from '../../../src/core/scheduler/memory/fsrs.ts';
import { isTest, tellAnswers } from '../../../src/core/stats/told-answers.ts';
import { tellStory } from '../../../src/core/study/card-story.ts';
import { anyHistory, at, card, writeLog } from '../../log-builders.ts';
import { questionId } from '../ids.ts';
import { anyLineage } from '../scheduler/any-lineage.ts';
import { foldLog } from '../scheduler/fold-log.ts';

const scheduler = createScheduler({ desiredRetention: 0.9 });
const told = (entries: readonly LogEntry[], lineage = noLineage) =>
  tellAnswers(activeEntries(entries), scheduler, lineage);

describe('the answers of a record', () => {
  it('are those of the story of each card, for any log', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const answers = told(history);
        for (const name of ['one', 'two', 'three']) {
          const own = answers.filter((answer) => answer.card === card(name));
          const story = tellStory(activeEntries(history), card(name), scheduler, noLineage);
          expect(own.map(({ day, moved, stability, entry }) => [day, moved, stability, entry.r])).toEqual(
            story
              .filter(({ t }) => t === 'answer')
              .map(({ day, moved, stability, rating }) => [day, moved, stability, rating]),
          );
        }
      }),
    );
  });

  it('stand in the order of the fold, and each entry once, for any lineage', () => {
    fc.assert(
      fc.property(anyHistory, anyLineage, (history, lineage) => {
        const answers = told(history, lineage);
        const order = activeEntries(history);
        const places = answers.map(({ entry }) => order.findIndex(({ log, n }) => log === entry.log && n === entry.n));
        expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
      }),
    );
  });

  it('end where the fold ends, for any lineage', () => {
    fc.assert(
      fc.property(anyHistory, anyLineage, (history, lineage) => {
        const answers = told(history, lineage);
        for (const [id, state] of foldLog(history, scheduler, lineage)) {
          const last = answers.findLast((answer) => answer.card === id);
          const isForgotten = state.reps === 0;
          if (last !== undefined && !isForgotten) expect(last.stability).toBe(state.stability);
        }
      }),
    );
  });

  it('carry the name that their question has today', () => {
    const log = writeLog();
    log.answer('old', 3, at(0));
    log.answer('new', 3, at(4));
    const lineage = lineageOf([{ id: questionId('pack/new'), was: [questionId('pack/old')], rev: 'r1' }]);
    expect(told(log.entries, lineage).map((answer) => [answer.card, answer.isFirst])).toEqual([
      [card('new'), true],
      [card('new'), false],
    ]);
  });

  it('say what was expected: nothing of a first one and of another on the same day', () => {
    const log = writeLog();
    for (const day of [0, 0, 3]) log.answer('one', 3, at(day));
    const [first, again, later] = told(log.entries);
    expect([first?.recall, again?.recall]).toEqual([null, null]);
    expect(later?.recall).toBeCloseTo(scheduler.recallAfter(again?.stability ?? 0, 3));
  });

  it('are no tests of memory in practice, whether they count or not', () => {
    const log = writeLog();
    log.answer('one', 3, at(0));
    log.answer('one', 1, at(3), { how: 'practice' });
    log.answer('one', 3, at(5), { how: 'reading' });
    expect(told(log.entries).map(isTest)).toEqual([false, false, true]);
  });
});
