import { describe, expect, it } from 'vitest';
import type { EntryId, StudyDay, Timestamp } from '../../../src/core/model/id.ts';
import type { AnswerFields, LogEntry } from '../../../src/core/model/log/log-entry.ts';
import type { Rating } from '../../../src/core/model/verdict.ts';
import { isLeech } from '../../../src/core/scheduler/fold/leech.ts';
import { createScheduler } from '../../../src/core/scheduler/memory/fsrs.ts';
import { at, card, dayMs, minuteMs, noonDay, writeLog } from '../../log-builders.ts';
import { logId, showingId } from '../ids.ts';
import { foldLog } from './fold-log.ts';

const scheduler = createScheduler({ desiredRetention: 0.9 });

describe('answers', () => {
  it('[S20] two answers to one showing count once', () => {
    const log = writeLog();
    const first = log.answer('one', 3);
    log.answer('one', 1, at(0, 50), { at: first.t === 'answer' ? first.at : showingId('') });
    expect(foldLog(log.entries, scheduler).get(card('one'))).toMatchObject({ reps: 1, lastRating: 3 });
  });

  it('[S21] an undone answer was never given, and an undone undo was never made', () => {
    const log = writeLog();
    log.answer('one', 3);
    const before = foldLog(log.entries, scheduler);
    const slip = log.answer('one', 1, at(3));
    const slipped = foldLog(log.entries, scheduler);
    const undo = log.undo(slip, at(3, minuteMs));
    expect(foldLog(log.entries, scheduler)).toEqual(before);
    log.undo(undo, at(3, 2 * minuteMs));
    expect(foldLog(log.entries, scheduler)).toEqual(slipped);
  });

  it('[S21] an undo in another log, or one that arrives before what it undoes, works as well', () => {
    const [log, other] = [writeLog('a'), writeLog('b')];
    const answer = log.answer('one', 3);
    const undo = other.undo(answer, at(-1));
    expect(foldLog([undo, answer], scheduler).size).toBe(0);
  });

  it('[S21] a chain of 20,000 undos is followed to its end', () => {
    const log = writeLog();
    let last = log.answer('one', 3);
    for (let count = 0; count < 20_001; count += 1) last = log.undo(last);
    expect(foldLog(log.entries, scheduler).size).toBe(0);
  });

  it('[S21] an undo of something that is not there changes nothing', () => {
    const log = writeLog();
    log.answer('one', 3);
    log.write({ t: 'undo', ref: 'x'.repeat(52) as EntryId });
    expect(foldLog(log.entries, scheduler).get(card('one'))?.reps).toBe(1);
  });

  it('[S22] after Again a card is due the same day, otherwise tomorrow at the earliest', () => {
    const log = writeLog();
    for (const [index, rating] of ([1, 2, 3, 4] as const).entries()) log.answer(`c${index}`, rating);
    const states = foldLog(log.entries, scheduler);
    const days = [0, 1, 2, 3].map((index) => (states.get(card(`c${index}`))?.due ?? 0) - noonDay);
    expect(days).toEqual([0, 1, 2, 8]);
  });

  it('[S23] a lapse is the first Again of a later day; relearning on that day is part of it', () => {
    const log = writeLog();
    log.answer('one', 1);
    log.answer('one', 3, at(0, minuteMs));
    for (const rating of [1, 1, 3] as const) log.answer('one', rating, at(4));
    expect(foldLog(log.entries, scheduler).get(card('one'))?.lapses).toBe(1);
  });

  it('[S24] six lapses make a leech', () => {
    const log = writeLog();
    for (let day = 0; day <= 6; day += 1) log.answer('one', 1, at(day));
    const state = foldLog(log.entries, scheduler).get(card('one'));
    expect(state && isLeech(state)).toBe(true);
    const almost = foldLog(log.entries.slice(0, -1), scheduler).get(card('one'));
    expect(almost && isLeech(almost)).toBe(false);
  });

  it('[S25] a clock that went back counts no days, not less than none', () => {
    const [log, other] = [writeLog('a', 840), writeLog('b', -600)];
    log.answer('one', 3);
    other.answer('one', 3, at(0, minuteMs));
    const state = foldLog([...log.entries, ...other.entries], scheduler).get(card('one'));
    expect(state).toMatchObject({ reps: 2, lastDay: noonDay });
  });

  it('[S26] a reset card is new again; its flag and its note stay', () => {
    const log = writeLog();
    log.answer('one', 1);
    log.answer('one', 1, at(1));
    log.write({ t: 'flag', card: card('one'), value: true }, at(1));
    log.write({ t: 'reset', card: card('one') }, at(2));
    const state = foldLog(log.entries, scheduler).get(card('one'));
    expect(state).toMatchObject({ reps: 0, lapses: 0, stability: 0, firstDay: null, due: null, flagged: true });
  });

  it('[S39] a card knows the last day on which it was missed, until it is reset', () => {
    const log = writeLog();
    const missedDay = () => foldLog(log.entries, scheduler).get(card('one'))?.missedDay;
    log.answer('one', 3);
    expect(missedDay()).toBeNull();
    log.answer('one', 1, at(1), { how: 'practice' });
    log.answer('one', 3, at(1));
    log.answer('one', 3, at(4));
    expect(missedDay()).toBe(noonDay + 1);
    log.write({ t: 'reset', card: card('one') }, at(5));
    expect(missedDay()).toBeNull();
  });

  it('[S27] a clock correction moves what it names to the days on which it happened', () => {
    const log = writeLog();
    log.answer('one', 3, at(100));
    log.write({ t: 'clock-fix', ref: logId('a'), from: 1, to: 1, delta: -100 * dayMs }, at(100));
    const state = foldLog(log.entries, scheduler).get(card('one'));
    expect(state).toMatchObject({ lastDay: noonDay, lastAt: at(0) });
  });

  it.each([String(-dayMs), true, null, Number.MAX_VALUE])('[S28] a clock correction by %o is passed over', (delta) => {
    const log = writeLog();
    log.answer('one', 3, at(100));
    const before = foldLog(log.entries, scheduler);
    const fix = log.write({ t: 'clock-fix', ref: logId('a'), from: 1, to: 1, delta: 0 }, at(100));
    const entries: readonly object[] = [...log.entries.slice(0, 1), { ...fix, delta }];
    expect(foldLog(entries as readonly LogEntry[], scheduler)).toEqual(before);
  });

  it('[S28] unknown kinds, newer versions and impossible values are passed over', () => {
    const log = writeLog();
    log.answer('one', 3);
    const before = foldLog(log.entries, scheduler);
    const foreign: object[] = [
      { t: 'dream' },
      { t: 'constructor' },
      { t: 'toString' },
      { v: 2 },
      { r: 9 },
      { card: 7 },
    ];
    foreign.push({ t: 'suspend', value: 'yes' }, { t: 'bury', day: 9e15 });
    const entries = foreign.map((fields) => ({ ...log.answer('one', 3, at(1)), ...fields }) as unknown as LogEntry);
    expect(foldLog([...log.entries.slice(0, 1), ...entries], scheduler)).toEqual(before);
  });
});

describe('how an answer was given', () => {
  const states = (fields: Partial<AnswerFields>, r: Rating = 3) => {
    const log = writeLog();
    log.answer('one', 3);
    const before = foldLog(log.entries, scheduler).get(card('one'));
    log.answer('one', r, at(1), fields);
    return { before, after: foldLog(log.entries, scheduler).get(card('one')) };
  };

  it.each(['practice', 'exam'] as const)('[S29] right in %s, a card that is not due stays as it was', (how) => {
    const { before, after } = states({ how });
    expect(after).toEqual(before);
  });

  it.each(['practice', 'exam'] as const)('[S29] missed in %s, a card is due on that day', (how) => {
    expect(states({ how }, 1).after).toMatchObject({ reps: 2, lapses: 1, due: noonDay + 1 });
  });

  it('[S29] a due card that is answered in practice has had its review', () => {
    const log = writeLog();
    log.answer('one', 3);
    log.answer('one', 3, at(5), { how: 'practice' });
    expect(foldLog(log.entries, scheduler).get(card('one'))).toMatchObject({ reps: 2, lastDay: noonDay + 5 });
  });

  it('[S29] a new card that is answered right in practice stays new', () => {
    const log = writeLog();
    log.answer('one', 4, at(0), { how: 'practice' });
    expect(foldLog(log.entries, scheduler).get(card('one'))?.due).toBeNull();
  });

  it('[S29] an answer given while reading counts as a review', () => {
    expect(states({ how: 'reading' }).after).toEqual(states({}).after);
  });

  it('[S86] Again after a right answer is no lapse and no miss, and due on that day', () => {
    const log = writeLog();
    log.answer('one', 3, at(0), { score: 1 });
    log.answer('one', 1, at(3), { score: 1, p: 0.3 });
    const state = foldLog(log.entries, scheduler).get(card('one'));
    expect(state).toMatchObject({ reps: 2, lapses: 0, missedDay: null, due: noonDay + 3, lastRating: 1 });
  });

  it('[S86] in practice it moves a card that is not due no more than another right answer', () => {
    const { before, after } = states({ how: 'practice', score: 1, p: 0.3 }, 1);
    expect(after).toEqual(before);
  });

  it('[S87] an answer that may have been guessed leaves less than Good and more than Again', () => {
    const [guessed, perhaps, recalled] = [0, 0.6, undefined].map((p) => {
      const { after } = states({ score: 1, ...(p === undefined ? {} : { p }) });
      return after?.stability ?? 0;
    });
    expect(guessed).toBeLessThan(perhaps ?? 0);
    expect(perhaps).toBeLessThan(recalled ?? 0);
  });

  it('[S88] it is due when what is left of its stability says, whatever Hard would be', () => {
    const { after } = states({ score: 1, p: 0.81 });
    expect(after?.due).toBe(noonDay + 1 + scheduler.interval(after?.stability ?? 0));
  });

  it('[S85] the posterior of an answer that is not right says nothing', () => {
    expect(states({ score: 0.5, p: 0.9 }).after).toEqual(states({ score: 0.5 }).after);
  });

  it('[S9] Again at 03:55, Again at 04:02 and Good at 04:06 of one run are one day', () => {
    const night = (hours: number, day?: StudyDay) => {
      const log = writeLog();
      log.answer('one', 3, at(-4));
      const start = at(0, hours * 60 * minuteMs);
      const minutes = [-5, 2, 6];
      for (const [index, rating] of ([1, 1, 3] as const).entries()) {
        log.answer('one', rating, (start + minutes[index]! * minuteMs) as Timestamp, day === undefined ? {} : { day });
      }
      return foldLog(log.entries, scheduler).get(card('one'));
    };
    const [overNight, byDay] = [night(16, noonDay), night(8)];
    expect({ ...overNight, lastAt: 0 }).toEqual({ ...byDay, lastAt: 0 });
    expect(overNight?.lapses).toBe(1);
  });

  it.each([
    { how: 'dream' },
    { score: 2 },
    { score: 'all' },
    { score: '1' },
    { p: 1.1 },
    { p: '0.5' },
    { day: 9e9 },
    { day: 1.5 },
  ])('[S28] an answer with %o is passed over', (fields) => {
    const { before, after } = states(fields as unknown as Partial<AnswerFields>);
    expect(after).toEqual(before);
  });

  it('[S27] a clock correction moves the day that an entry names along', () => {
    const log = writeLog();
    log.answer('one', 3, at(100), { day: (noonDay + 99) as StudyDay });
    log.write({ t: 'bury', card: card('one'), day: noonDay + 101 }, at(100));
    log.write({ t: 'clock-fix', ref: logId('a'), from: 1, to: 2, delta: -100 * dayMs }, at(100));
    const state = foldLog(log.entries, scheduler).get(card('one'));
    expect(state).toMatchObject({ lastDay: noonDay - 1, buriedUntil: noonDay + 1 });
  });
});
