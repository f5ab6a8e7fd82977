import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryIdOf } from '../../../../src/core/model/log/log.ts';
import type { LogEntry } from '../../../../src/core/model/log/log-entry.ts';
import { timedEntries } from '../../../../src/core/scheduler/fold/active-entries.ts';
import { buildBase } from '../../../../src/core/scheduler/fold/base/build-base.ts';
import { noLineage } from '../../../../src/core/scheduler/fold/lineage.ts';
import { startLiveFold } from '../../../../src/core/scheduler/fold/live-fold.ts';
import { findCorrections } from '../../../../src/core/scheduler/fold/times/time-corrections.ts';
import { findTimesAhead } from '../../../../src/core/scheduler/fold/times/times-ahead.ts';
import { createScheduler } from '../../../../src/core/scheduler/memory/fsrs.ts';
import { anyHistory, at, card, minuteMs, noon, writeLog } from '../../../log-builders.ts';
import { foldLog } from '../fold-log.ts';

const scheduler = createScheduler({ desiredRetention: 0.9 });
const twoYears = 730;

/** What a tab writes that corrects what it knows. */
function correctedBy(name: string, known: readonly LogEntry[], ms = 0, asked = false) {
  const log = writeLog(name);
  const fixes = findTimesAhead(known, at(0, ms))?.fixes ?? [];
  for (const fix of fixes) log.write(asked ? { ...fix, asked: true } : fix, at(0, ms));
  return { entries: [...log.entries], undoAll: () => [...log.entries].map((fix) => log.undo(fix, at(0, ms))) };
}

/** Answers under a clock two years ahead, in two logs. */
function wrongSession(): readonly LogEntry[] {
  const [one, two] = [writeLog('w1'), writeLog('w2')];
  one.answer('one', 3, at(twoYears));
  two.answer('two', 1, at(twoYears, minuteMs));
  one.write({ t: 'flag', card: card('one'), value: true }, at(twoYears, 2 * minuteMs));
  return [...one.entries, ...two.entries];
}

describe('corrections of times', () => {
  it('[S94] are none in a log without them', () => {
    expect(findCorrections(wrongSession())).toEqual([]);
  });

  it('[S94] tell what they moved, from when to when', () => {
    const wrong = wrongSession();
    expect(findCorrections([...wrong, ...correctedBy('x', wrong).entries])).toMatchObject([
      {
        entries: 3,
        answers: 2,
        dated: { first: at(twoYears), last: at(twoYears, 2 * minuteMs) },
        counted: { first: noon - 1 - 2 * minuteMs, last: noon - 1 },
      },
    ]);
  });

  it('[S94] of two tabs are one, and name what both wrote', () => {
    const wrong = wrongSession();
    const [x, y] = [correctedBy('x', wrong), correctedBy('y', wrong, 700)];
    const found = findCorrections([...wrong, ...x.entries, ...y.entries]);
    expect(found.map(({ fixes }) => fixes.toSorted())).toEqual([
      [...x.entries, ...y.entries].map(entryIdOf).toSorted(),
    ]);
  });

  it('[S94] of two times are two', () => {
    const wrong = wrongSession();
    const first = [...wrong, ...correctedBy('x', wrong).entries];
    const again = writeLog('w3');
    again.answer('three', 3, at(twoYears));
    const log = [...first, ...again.entries];
    expect(findCorrections([...log, ...correctedBy('y', log, 700).entries]).map(({ entries }) => entries)).toEqual([
      3, 1,
    ]);
  });

  it('[S95] stand and fall together where tabs made them by themselves, whichever was taken back', () => {
    const wrong = wrongSession();
    const [x, y] = [correctedBy('x', wrong), correctedBy('y', wrong, 700)];
    for (const undos of [x.undoAll().slice(0, 1), y.undoAll().slice(1)]) {
      const log = [...wrong, ...x.entries, ...y.entries, ...undos];
      expect(timedEntries(log).filter(({ log }) => log.startsWith('w'))).toEqual(timedEntries(wrong));
    }
  });

  it('[S95] that the learner asked for hold when what a tab did by itself is taken back', () => {
    const wrong = wrongSession();
    const [x, y] = [correctedBy('x', wrong), correctedBy('y', wrong, 700, true)];
    expect(findTimesAhead([...wrong, ...x.entries, ...y.entries, ...x.undoAll()], at(1))).toBeNull();
  });

  it('[S95] that were taken back make the clock doubtful, and say so', () => {
    const wrong = wrongSession();
    const x = correctedBy('x', wrong);
    expect(findTimesAhead([...wrong, ...x.entries, ...x.undoAll()], at(1))).toMatchObject({
      isClockBehind: true,
      isTakenBack: true,
    });
  });

  it('[S95] leave no half: after any undos of what tabs made, entries stand all as dated or all as corrected', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 3 })), (picks) => {
        const wrong = wrongSession();
        const [x, y] = [correctedBy('x', wrong), correctedBy('y', wrong, 700)];
        const undos = [...x.undoAll(), ...y.undoAll()].filter((_, index) => picks.includes(index));
        const log = [...wrong, ...x.entries, ...y.entries, ...undos];
        const isMoved = timedEntries(log).flatMap(({ log, ms }) => (log.startsWith('w') ? [ms < at(1)] : []));
        expect(new Set(isMoved)).toEqual(new Set([undos.length === 0]));
      }),
    );
  });

  it('[S14] are the same for the fold entry by entry, in any order', () => {
    fc.assert(
      fc.property(anyHistory, fc.array(fc.nat({ max: 9 })), fc.boolean(), (history, picks, isReversed) => {
        const [x, y] = [correctedBy('x', history), correctedBy('y', history, 700)];
        const undos = [...x.undoAll(), ...y.undoAll()].filter((_, index) => picks.includes(index));
        const log = [...history, ...x.entries, ...y.entries, ...undos];
        const live = startLiveFold(buildBase([], { desiredRetention: 0.9, lineage: noLineage }));
        for (const entry of isReversed ? log.toReversed() : log) live.add([entry]);
        expect(new Map([...live.states].toSorted())).toEqual(new Map([...foldLog(log, scheduler)].toSorted()));
      }),
      { numRuns: 200 },
    );
  });
});
