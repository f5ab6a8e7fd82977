import { describe, expect, it } from 'vitest';
import type { AnswerFields, LogEntry } from '../../../../src/core/model/log/log-entry.ts';
import type { Kind } from '../../../../src/core/model/question.ts';
import { measureHabits } from '../../../../src/core/scheduler/grading/measure-habits.ts';
import { createScheduler } from '../../../../src/core/scheduler/memory/fsrs.ts';
import { at, minuteMs, writeLog } from '../../../log-builders.ts';
import { foldLog } from '../fold-log.ts';

const scheduler = createScheduler({ desiredRetention: 0.9 });

function habitsOf(entries: readonly LogEntry[], kind: Kind | null = 'choice') {
  return measureHabits({ recent: entries, states: foldLog(entries, scheduler), kindOf: () => kind });
}

/** So many answers of that sort, each to another card, a minute apart. */
function answers(sorts: readonly (readonly [count: number, fields: Partial<AnswerFields>])[]): readonly LogEntry[] {
  const log = writeLog();
  let n = 0;
  for (const [count, fields] of sorts) {
    for (let more = 0; more < count; more += 1) {
      n += 1;
      log.answer(`c${n}`, fields.score === 1 ? 3 : 1, at(0, n * minuteMs), fields);
    }
  }
  return log.entries;
}

const nobody = habitsOf([]);

describe('the habits of a learner', () => {
  it('[S81] [S83] are the usual ones before there are answers', () => {
    expect(nobody).toMatchObject({ knownShare: 0.68, usesButton: false });
    expect(nobody.unsure).toEqual({ recalled: 0.15, guessed: 0.8 });
  });

  it('[S81] a learner who never says to be guessing uses no button', () => {
    expect(habitsOf(answers([[20, { score: 1 }]])).usesButton).toBe(false);
    expect(habitsOf(answers([[1, { score: 1, guess: true }]])).usesButton).toBe(true);
  });

  it('[S81] learn how often recalled and guessed answers are called guesses', () => {
    const careful = answers([
      [90, { score: 1 }],
      [10, { score: 1, guess: true, p: 0.5 }],
      [40, { score: 0, guess: true }],
    ]);
    const { recalled, guessed } = habitsOf(careful).unsure;
    // 1.5 of 10 and 5 of 95; 8 of 10 and 45 of 45.
    expect(recalled).toBeCloseTo(6.5 / 105, 9);
    expect(guessed).toBeCloseTo(53 / 55, 9);
  });

  it('[S83] learn how many new cards are known, but for guesses', () => {
    const half = answers([
      [25, { score: 1 }],
      [75, { score: 0 }],
    ]);
    // With four options a quarter is right by luck: none of a hundred was known, and 6.8 of ten are believed.
    expect(habitsOf(half).knownShare).toBeCloseTo(6.8 / 110, 9);
    expect(habitsOf(answers([[400, { score: 1 }]])).knownShare).toBe(0.95);
  });

  it('[S83] count the first try of a card alone', () => {
    const log = writeLog();
    log.answer('one', 1, at(0), { score: 0 });
    log.answer('one', 3, at(0, minuteMs), { score: 1 });
    log.answer('one', 3, at(3), { score: 1 });
    expect(habitsOf(log.entries).knownShare).toBeCloseTo((6.8 - 1 / 3) / 11, 9);
  });

  it('[S82] learn how long recalled and guessed answers take', () => {
    const slow = answers([
      [200, { score: 1, took: 30_000 }],
      [200, { score: 0, took: 60_000 }],
    ]);
    const { recalled, guessed, spread, trust } = habitsOf(slow).timesOf('choice');
    expect(recalled).toBeGreaterThan(27);
    expect(recalled).toBeLessThan(30);
    expect(guessed).toBeGreaterThan(57);
    expect(guessed).toBeLessThan(60);
    expect(spread).toBe(0.5);
    expect(trust).toBeCloseTo(200 / 208, 9);
  });

  it('[S82] trust times of one kind for that kind alone', () => {
    expect(habitsOf(answers([[50, { score: 1 }]])).timesOf('multi').trust).toBe(0);
  });

  it('[S82] widen the spread where questions are of all lengths', () => {
    const mixed = answers([
      [50, { score: 1, took: 3000 }],
      [50, { score: 1, took: 60_000 }],
    ]);
    expect(habitsOf(mixed).timesOf('choice').spread).toBeGreaterThan(1.4);
  });

  it('[S82] take no time from odd clocks', () => {
    const odd = answers([
      [50, { score: 1, took: 1e9 }],
      [50, { score: 1, took: 0 }],
      [50, { score: 1, took: Number.NaN }],
    ]);
    expect(habitsOf(odd).timesOf('choice')).toEqual(nobody.timesOf('choice'));
  });

  it.each(['typed', 'recall', null] as const)('[S81] learn nothing of what cannot be guessed: %s', (kind) => {
    const told = answers([[30, { score: 1, guess: true }]]);
    expect(habitsOf(told, kind)).toMatchObject({ knownShare: 0.68, usesButton: false, unsure: nobody.unsure });
  });
});
