import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardId } from '../../../src/core/model/id.ts';
import type { AnswerFields, LogEntry } from '../../../src/core/model/log/log-entry.ts';
import type { Kind } from '../../../src/core/model/question.ts';
import type { Rating } from '../../../src/core/model/verdict.ts';
import { createScheduler } from '../../../src/core/scheduler/memory/fsrs.ts';
import { measurePace } from '../../../src/core/scheduler/plan/pace.ts';
import { at, writeLog } from '../../log-builders.ts';
import { foldLog } from './fold-log.ts';

const scheduler = createScheduler({ desiredRetention: 0.9 });

function paceOf(recent: readonly LogEntry[], kind: (card: CardId) => Kind = () => 'choice') {
  return measurePace({ recent, states: foldLog(recent, scheduler), kindOf: kind });
}

/** From one answer of a log to the next are 137 seconds there, of which a pause takes what is above this. */
const longestReading = 120;

interface Run {
  readonly count: number;
  readonly seconds: number;
  readonly reading?: number;
  readonly day?: number;
  readonly name?: string;
  readonly rating?: (n: number) => Rating;
}

/** One run of answers, each after the time that it and what was read before it took. */
function study(log: ReturnType<typeof writeLog>, run: Run): void {
  const { count, seconds, reading = 0, day = 0, name = 'q', rating = () => 3 } = run;
  for (let n = 0; n < count; n += 1) {
    const when = at(day, (n + 1) * (seconds + reading) * 1000);
    log.answer(`${name}${n}`, rating(n), when, { took: seconds * 1000 });
  }
}

describe('the learner’s pace', () => {
  it('[S58] is what is usual until something is known, and soon the learner’s own', () => {
    const seconds = (count: number) => {
      const log = writeLog();
      study(log, { count, seconds: 90 });
      return paceOf(log.entries).secondsOf('choice', true);
    };
    expect(seconds(0)).toBe(30);
    expect(seconds(10)).toBeGreaterThan(70);
    expect(seconds(100)).toBeGreaterThan(86);
    expect(seconds(100)).toBeLessThanOrEqual(90);
  });

  it('[S58] has the time in which the answer was read, but no pause', () => {
    const log = writeLog();
    study(log, { count: 100, seconds: 20, reading: 15 });
    log.answer('late', 3, at(0, 2 * 3_600_000), { took: 20_000 });
    expect(paceOf(log.entries).secondsOf('choice', true)).toBeCloseTo(35, 0);
  });

  it('[S58] has the repeats of what was forgotten', () => {
    const log = writeLog();
    for (let n = 0; n < 60; n += 1) {
      for (const [time, rating] of [1, 1, 3].entries()) {
        log.answer(`q${n}`, rating as Rating, at(0, (n * 3 + time + 1) * 20_000), { took: 20_000 });
      }
    }
    expect(paceOf(log.entries).secondsOf('choice', true)).toBeGreaterThan(55);
  });

  it('[S58] is one for each kind', () => {
    const log = writeLog();
    study(log, { count: 60, seconds: 100, name: 'json' });
    study(log, { count: 60, seconds: 10, name: 'choice', day: 1 });
    const pace = paceOf(log.entries, (card) => (card.includes('json') ? 'json' : 'choice'));
    expect(pace.secondsOf('json', true)).toBeGreaterThan(80);
    expect(pace.secondsOf('choice', true)).toBeLessThan(14);
  });

  it('[S58] takes the latest answers by time, whatever the order of rows and the ids of logs', () => {
    const old = writeLog('z');
    study(old, { count: 300, seconds: 60 });
    const recent = writeLog('a');
    study(recent, { count: 300, seconds: 10, day: 30, name: 'r' });
    const entries = [...old.entries, ...recent.entries];
    const expected = paceOf(entries).secondsOf('choice', true);
    expect(expected).toBeLessThan(12);
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        expect(paceOf(shuffled).secondsOf('choice', true)).toBe(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('[S58] takes no time from one log to another, nor from a rating that was given anew', () => {
    const [one, two] = [writeLog('a'), writeLog('b')];
    for (let n = 0; n < 100; n += 1) {
      const log = n % 2 === 0 ? one : two;
      log.answer(`q${n}`, 3, at(0, n * 70_000), { took: 10_000 });
      log.answer(`q${n}`, 2, at(0, n * 70_000 + 3000), { took: 10_000 });
    }
    const pace = paceOf([...one.entries, ...two.entries]).secondsOf('choice', true);
    expect(pace).toBeGreaterThan(100);
    expect(pace).toBeLessThan(10 + longestReading);
  });

  it('[S58] is not changed by what was read, practised or asked in an exam', () => {
    const log = writeLog();
    study(log, { count: 50, seconds: 30 });
    const before = paceOf(log.entries).secondsOf('choice', true);
    for (const how of ['reading', 'practice', 'exam'] as const) {
      log.answer(`other ${how}`, 3, at(3, 1000), { took: 500_000, how });
    }
    expect(paceOf(log.entries).secondsOf('choice', true)).toBe(before);
  });

  it('passes over answers of a foreign backup that name no card', () => {
    const log = writeLog();
    study(log, { count: 5, seconds: 30 });
    const known = paceOf(log.entries).secondsOf('choice', true);
    log.write({ t: 'answer' } as AnswerFields, at(1));
    expect(paceOf(log.entries).secondsOf('choice', true)).toBe(known);
  });
});
