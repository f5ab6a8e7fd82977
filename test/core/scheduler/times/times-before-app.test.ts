import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Timestamp } from '../../../../src/core/model/id.ts';
import { type LogEntry, placeOf } from '../../../../src/core/model/log/log-entry.ts';
import { timedEntries } from '../../../../src/core/scheduler/fold/active-entries.ts';
import { findTimesAhead } from '../../../../src/core/scheduler/fold/times/times-ahead.ts';
import { appBegan, fixTimesBeforeApp } from '../../../../src/core/scheduler/fold/times/times-before-app.ts';
import { anyHistory, at, dayMs, minuteMs, noon, writeLog } from '../../../log-builders.ts';

const sevenYears = 7 * 365;

/** The log with what moves its early times up, written at `now` by a log of its own. */
function lifted(entries: readonly LogEntry[], now: Timestamp, by = 'mender'): LogEntry[] {
  const log = writeLog(by);
  for (const fix of fixTimesBeforeApp(entries, now)) log.write(fix, now);
  return [...entries, ...log.entries];
}

function answerTimes(log: readonly LogEntry[]): readonly number[] {
  return timedEntries(log).flatMap(({ t, ms }) => (t === 'answer' ? [ms - noon] : []));
}

describe('times from before there was an app', () => {
  it('[S97] are moved to just before now, with their pauses', () => {
    const log = writeLog();
    log.answer('one', 3, at(-sevenYears));
    log.answer('two', 3, at(-sevenYears, minuteMs));
    expect(answerTimes(lifted(log.entries, noon))).toEqual([-minuteMs - 1, -1]);
  });

  it('[S97] are moved to just before what follows them', () => {
    const [behind, right] = [writeLog('b'), writeLog('a')];
    behind.answer('one', 3, at(-sevenYears));
    right.answer('two', 3, at(-3));
    expect(answerTimes(lifted([...behind.entries, ...right.entries], noon))).toEqual([-3 * dayMs - 1, -3 * dayMs]);
  });

  it('[S97] are moved once by two tabs', () => {
    const log = writeLog();
    log.answer('one', 3, at(-sevenYears));
    const both = [...lifted(log.entries, noon, 'x'), ...lifted(log.entries, at(0, 500), 'y').slice(1)];
    expect(answerTimes(both)).toEqual([-1]);
  });

  it('[S97] that were moved by a clock that ran ahead are moved back by the right one', () => {
    const log = writeLog();
    log.answer('one', 3, at(-sevenYears));
    const ahead = lifted(log.entries, at(730), 'x');
    const fixes = writeLog('y');
    for (const fix of findTimesAhead(ahead, noon)?.fixes ?? []) fixes.write(fix, noon);
    // The first correction was written ahead too, and stands behind the answer.
    expect(answerTimes([...ahead, ...fixes.entries])).toEqual([-2]);
  });

  it('[S97] are left alone once their correction was taken back', () => {
    const log = writeLog();
    log.answer('one', 3, at(-sevenYears));
    const mender = writeLog('m');
    const fixes = fixTimesBeforeApp(log.entries, noon).map((fix) => mender.write(fix, noon));
    for (const fix of fixes) mender.undo(fix);
    expect(fixTimesBeforeApp([...log.entries, ...mender.entries], noon)).toEqual([]);
  });

  it('[S97] are right under a clock that says that it is before the app', () => {
    const log = writeLog();
    log.answer('one', 3, at(-sevenYears));
    expect(fixTimesBeforeApp(log.entries, at(-sevenYears, 1))).toEqual([]);
  });

  it('[S96] any of them are moved up without a change of order, and nothing to later than now', () => {
    const history = anyHistory.filter((log) => log.every(({ t }) => t !== 'clock-fix'));
    fc.assert(
      fc.property(history, fc.integer({ min: -75, max: -55 }), (log, days) => {
        // Half a minute off: there is no room between the app's first moment and an entry of that moment.
        const moved = log.map((entry) => ({ ...entry, ms: (entry.ms + days * dayMs + 30_000) as Timestamp }));
        const now = Math.max(appBegan + dayMs, ...moved.map(({ ms }) => ms)) as Timestamp;
        const after = timedEntries(lifted(moved, now)).filter(({ log }) => log !== 'mender');
        expect(after.map(placeOf)).toEqual(timedEntries(moved).map(placeOf));
        expect(after.every(({ ms }) => ms >= appBegan && ms <= now)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
