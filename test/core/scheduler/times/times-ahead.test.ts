import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Timestamp } from '../../../../src/core/model/id.ts';
import { type LogEntry, placeOf } from '../../../../src/core/model/log/log-entry.ts';
import { timedEntries } from '../../../../src/core/scheduler/fold/active-entries.ts';
import { foldRegisters } from '../../../../src/core/scheduler/fold/fold-registers.ts';
import { findTimesAhead } from '../../../../src/core/scheduler/fold/times/times-ahead.ts';
import { createScheduler } from '../../../../src/core/scheduler/memory/fsrs.ts';
import { anyHistory, at, card, dayMs, minuteMs, noon, noonDay, writeLog } from '../../../log-builders.ts';
import { foldLog } from '../fold-log.ts';

const scheduler = createScheduler({ desiredRetention: 0.9 });
const twoYears = 730;

/** The log with what corrects it, written at `now` by a log of its own. */
function mended(entries: readonly LogEntry[], now: Timestamp, by = 'mender'): LogEntry[] {
  const log = writeLog(by);
  for (const fix of findTimesAhead(entries, now)?.fixes ?? []) log.write(fix, now);
  return [...entries, ...log.entries];
}

describe('times that have not come yet', () => {
  it('are none in a log that the clock has overtaken', () => {
    const log = writeLog();
    log.answer('one', 3, at(-1));
    log.answer('two', 3, at(0, 9 * minuteMs));
    expect(findTimesAhead(log.entries, noon)).toBeNull();
  });

  it('[S90] a session two years ahead is moved to just before now, with its order and its pauses', () => {
    const [right, wrong] = [writeLog('a'), writeLog('b')];
    right.answer('one', 3, at(-1));
    wrong.answer('two', 3, at(twoYears));
    wrong.answer('three', 3, at(twoYears, 5 * minuteMs));
    const timed = timedEntries(mended([...right.entries, ...wrong.entries], noon));
    const times = timed.filter(({ t }) => t === 'answer').map(({ ms }) => ms - noon);
    expect(times).toEqual([-dayMs, -5 * minuteMs - 1, -1]);
  });

  it('[S90] a card forgotten under the wrong clock is due on the day of the correction', () => {
    const log = writeLog();
    log.answer('one', 3, at(-9));
    log.answer('one', 1, at(twoYears));
    expect(foldLog(mended(log.entries, noon), scheduler).get(card('one'))).toMatchObject({ due: noonDay });
  });

  it('[S90] a setting and a suspension made under the wrong clock give way to later ones', () => {
    const wrong = writeLog('a');
    wrong.write({ t: 'setting', key: 'minutesPerDay', value: 30 }, at(twoYears));
    wrong.write({ t: 'suspend', card: card('one'), value: true }, at(twoYears));
    const later = writeLog('z');
    later.write({ t: 'setting', key: 'minutesPerDay', value: 10 }, at(0, 1));
    later.write({ t: 'suspend', card: card('one'), value: false }, at(0, 1));
    const log = [...mended(wrong.entries, noon), ...later.entries];
    expect(foldRegisters(log).settings.get('minutesPerDay')).toBe(10);
    expect(foldLog(log, scheduler).get(card('one'))?.suspended).toBe(false);
  });

  it('[S91] two tabs that correct the same entries correct them once', () => {
    const log = writeLog();
    log.answer('one', 3, at(twoYears));
    const [first, second] = [mended(log.entries, noon, 'x'), mended(log.entries, at(0, 500), 'y')];
    const both = [...first, ...second.slice(1)];
    expect(foldLog(both, scheduler)).toEqual(foldLog(first, scheduler));
  });

  it('[S90] two wrong clocks are corrected each by its own measure', () => {
    const log = writeLog();
    log.answer('one', 3, at(twoYears));
    log.answer('two', 3, at(30 * 365));
    const states = foldLog(mended(log.entries, noon), scheduler);
    expect([states.get(card('one'))?.lastDay, states.get(card('two'))?.lastDay]).toEqual([noonDay, noonDay]);
  });

  it('[S92] days of study that run on from now make the clock doubtful, not the log', () => {
    const log = writeLog();
    for (let day = -40; day <= 0; day += 1) log.answer('one', 3, at(day));
    expect(findTimesAhead(log.entries, at(-20))?.isClockBehind).toBe(true);
    expect(findTimesAhead(log.entries, at(-400))?.isClockBehind).toBe(true);
  });

  it('[S92] a record of many days with pauses is not moved to the day that a clock says which was set back', () => {
    const log = writeLog();
    for (let week = -20; week <= 0; week += 1) log.answer('one', 3, at(7 * week));
    for (const days of [-100, -400]) expect(findTimesAhead(log.entries, at(days))?.isClockBehind).toBe(true);
  });

  it('[S92] a clock that is older than the app is wrong, however short the record', () => {
    const log = writeLog();
    log.answer('one', 3, at(0));
    expect(findTimesAhead(log.entries, Date.UTC(2010, 0, 1) as Timestamp)?.isClockBehind).toBe(true);
  });

  it.each([1, 3, 10])('[S92] %i days of study two years ahead are wrong', (days) => {
    const log = writeLog();
    log.answer('one', 3, at(-1));
    for (let day = 0; day < days; day += 1) log.answer('one', 3, at(twoYears + day));
    expect(findTimesAhead(log.entries, at(days))?.isClockBehind).toBe(false);
  });

  it('[S96] after any history its correction changes the order of nothing', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: -900, max: 900 }), (history, days) => {
        // Half a minute off: behind an entry at the very end of what is tolerable there is no room.
        const now = at(days, minuteMs / 2);
        const before = timedEntries(history).map(placeOf);
        const after = timedEntries(mended(history, now)).filter(({ log }) => log !== 'mender');
        expect(after.map(placeOf)).toEqual(before);
      }),
      { numRuns: 1000 },
    );
  });

  it('[S96] sessions of different wrong clocks stand one after the other, behind what is right', () => {
    const log = writeLog();
    log.answer('one', 3, at(-1));
    for (const years of [2, 4]) for (const day of [0, 1, 2]) log.answer('one', 3, at(years * 365 + day));
    const times = timedEntries(mended(log.entries, noon)).flatMap(({ t, ms }) => (t === 'answer' ? [ms - at(-1)] : []));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(new Set(times).size).toBe(7);
  });

  it('[S90] after any history and its correction nothing is ahead, and no card is due after its longest interval', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: -900, max: 900 }), (history, days) => {
        const log = mended(history, at(days));
        expect(findTimesAhead(log, at(days))).toBeNull();
        for (const { lastAt } of foldLog(log, scheduler).values())
          expect(lastAt ?? 0).toBeLessThan(at(days) + 11 * minuteMs);
      }),
      { numRuns: 1000 },
    );
  });
});
