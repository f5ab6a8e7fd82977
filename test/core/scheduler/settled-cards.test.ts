import { describe, expect, it } from 'vitest';
import { createScheduler } from '../../../src/core/scheduler/memory/fsrs.ts';
import { isSettled } from '../../../src/core/scheduler/plan/settled-cards.ts';
import { at, card, noonDay, writeLog } from '../../log-builders.ts';
import { foldLog } from './fold-log.ts';

const scheduler = createScheduler({ desiredRetention: 0.9 });
const one = card('one');
type Log = ReturnType<typeof writeLog>;

/** Whether a card of a run of that noon's day is settled after these entries. */
function settledBy(write: (log: Log) => void): boolean {
  const log = writeLog();
  write(log);
  return isSettled(foldLog(log.entries, scheduler).get(one), noonDay);
}

describe('a card that waits in a run', () => {
  it('[S71] is not settled while nobody has answered it', () => {
    expect(isSettled(undefined, noonDay)).toBe(false);
  });

  it.each([2, 3, 4] as const)('[S71] is settled by a rating of %d on the day of the run', (r) => {
    expect(settledBy((log) => log.answer('one', r))).toBe(true);
  });

  it('[S71] is not settled by an answer of the day before', () => {
    expect(settledBy((log) => log.answer('one', 3, at(-1)))).toBe(false);
  });

  it('[S71] is settled by an answer past 04:00, when the next day has begun', () => {
    expect(settledBy((log) => log.answer('one', 3, at(1)))).toBe(true);
  });

  it('[S71] is not settled when it was forgotten last', () => {
    expect(
      settledBy((log) => {
        log.answer('one', 3);
        log.answer('one', 1);
      }),
    ).toBe(false);
  });

  it('[S71] is not settled by an answer that was taken back', () => {
    expect(settledBy((log) => log.undo(log.answer('one', 3)))).toBe(false);
  });

  it('[S71] is not settled when it was reset since', () => {
    expect(
      settledBy((log) => {
        log.answer('one', 3);
        log.write({ t: 'reset', card: one });
      }),
    ).toBe(false);
  });

  it.each([
    [true, { t: 'suspend', card: one, value: true }],
    [true, { t: 'bury', card: one, day: noonDay + 1 }],
    [false, { t: 'bury', card: one, day: noonDay }],
    [false, { t: 'suspend', card: one, value: false }],
    [false, { t: 'flag', card: one, value: true }],
  ] as const)('[S71] is settled (%s) by %j', (isSettledNow, fields) => {
    expect(settledBy((log) => log.write(fields))).toBe(isSettledNow);
  });
});
