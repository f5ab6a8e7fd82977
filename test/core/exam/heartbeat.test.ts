import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../src/core/exam/attempt.ts';
import {
  type Heartbeat,
  heartbeatOf,
  isElsewhere,
  isForeign,
  readHeartbeat,
  withHeartbeat,
} from '../../../src/core/exam/heartbeat.ts';
import type { Timestamp } from '../../../src/core/model/id.ts';
import { begun, limitMs, minuteMs, moment, paperOf } from './exam-builders.ts';

const attempt: Attempt = begun(paperOf(3));
const { progress } = attempt;

/** Ten seconds on, with the first question on the desk. */
const beat: Heartbeat = {
  tab: 'mine',
  since: 0,
  wall: moment(10_000).wall,
  leftMs: limitMs - 10_000,
  extensions: 0,
  at: 0,
  spentMs: 10_000,
};

function spentIn({ sheet }: Attempt): readonly number[] {
  return sheet.map(({ spentMs }) => spentMs);
}

describe('an exam as its last heartbeat left it', () => {
  it('has less time and has spent more on the question on the desk', () => {
    const later = withHeartbeat(attempt, beat);
    expect(later.progress).toEqual({ ...progress, leftMs: limitMs - 10_000, wall: moment(10_000).wall });
    expect(spentIn(later)).toEqual([10_000, 0, 0]);
  });

  it('comes back from its text as it was told', () => {
    const later = withHeartbeat(attempt, beat);
    expect(readHeartbeat(heartbeatOf(later, 'mine', 5))).toEqual({ ...beat, since: 5 });
  });

  it.each([
    ['tells of more time than the record has', { leftMs: limitMs + 1 }],
    ['counts extensions otherwise', { extensions: 1 }],
    ['knows no limit where there is one', { leftMs: null }],
  ])('is as the record has it when the heartbeat %s', (_, change) => {
    expect(withHeartbeat(attempt, { ...beat, ...change })).toBe(attempt);
  });

  it('is as the record has it once it has ended', () => {
    const ended: Attempt = { ...attempt, ending: { at: moment(0).wall, by: 'learner', marks: [] } };
    expect(withHeartbeat(ended, beat)).toBe(ended);
  });

  it('has spent nothing on a question for the time of another one', () => {
    const later = withHeartbeat(attempt, { ...beat, at: 2 });
    expect([later.progress.at, later.progress.leftMs, spentIn(later)]).toEqual([0, limitMs - 10_000, [0, 0, 0]]);
  });

  it('never loses time that the record has spent', () => {
    const sheet = attempt.sheet.map((place) => ({ ...place, spentMs: minuteMs }));
    expect(spentIn(withHeartbeat({ ...attempt, sheet }, beat))).toEqual([minuteMs, minuteMs, minuteMs]);
  });
});

describe('the tab that has an exam', () => {
  const own = { tab: 'mine', since: 100 };
  const now = (10_000 + beat.wall) as Timestamp;

  it.each([
    ['itself', { tab: 'mine', since: 200 }, false],
    ['one that took it later', { tab: 'other', since: 101 }, true],
    ['one that took it in the same moment', { tab: 'other', since: 100 }, true],
    ['one that has not heard yet that it was taken', { tab: 'other', since: 99 }, false],
  ])('after a heartbeat of %s', (_, change, expected) => {
    expect(isForeign({ ...beat, ...change }, own)).toBe(expected);
  });

  it.each([
    ['now', 'other', 0, true],
    ['a moment ago', 'other', 4999, true],
    ['five seconds ago', 'other', 5000, false],
    ['now, when it put the exam down', '', 0, false],
  ])('when another one told of it %s', (_, tab, agoMs, expected) => {
    const told: Heartbeat = { ...beat, tab, since: 200, wall: (now - agoMs) as Timestamp };
    expect(isElsewhere(told, own, now)).toBe(expected);
  });

  it('is no other one before any has told of it', () => {
    expect(isElsewhere(null, own, now)).toBe(false);
  });
});
