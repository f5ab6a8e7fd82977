import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExamClock, sinceThen, spend } from '../../../src/core/exam/exam-clock.ts';
import type { Timestamp } from '../../../src/core/model/id.ts';
import { dayMs, noon } from '../../log-builders.ts';
import { minuteMs, moment } from './exam-builders.ts';

const yearMs = 365 * dayMs;
const hourMs = 60 * minuteMs;

const anyWall = fc
  .oneof(fc.integer({ min: -10 * yearMs, max: 10 * yearMs }), fc.integer({ min: -2 * dayMs, max: 2 * dayMs }))
  .map((ms) => (noon + ms) as Timestamp);
const anyUptime = fc.oneof(fc.nat(3 * dayMs), fc.nat(5 * minuteMs));
const anyMoment = fc.record({ wall: anyWall, uptimeMs: anyUptime });
const anyClock = fc.record({
  leftMs: fc.option(fc.nat(130 * minuteMs)),
  wall: anyWall,
  uptimeMs: fc.option(anyUptime),
});

/** A clock that was looked at at noon, with two hours left, in a page that was opened then. */
const atNoon: ExamClock = { leftMs: 2 * hourMs, ...moment(0) };
const inClosedTab: ExamClock = { ...atNoon, uptimeMs: null };

describe('the time since the last look', () => {
  it('is never below nothing, and never beyond what either clock of the device says', () => {
    fc.assert(
      fc.property(anyClock, anyMoment, fc.boolean(), (clock, now, isStrict) => {
        const since = sinceThen(clock, now, isStrict);
        expect(since).toBeGreaterThanOrEqual(0);
        const byWall = Math.max(0, now.wall - clock.wall);
        const byPage = clock.uptimeMs === null ? 0 : Math.max(0, now.uptimeMs - clock.uptimeMs);
        expect(since).toBeLessThanOrEqual(Math.max(byWall, byPage));
      }),
    );
  });

  it('is at most two minutes without strict rules, whatever the clocks say', () => {
    fc.assert(
      fc.property(anyClock, anyMoment, (clock, now) => {
        expect(sinceThen(clock, now, false)).toBeLessThanOrEqual(2 * minuteMs);
      }),
    );
  });

  it('is at most a day more than the page has been open, under strict rules', () => {
    fc.assert(
      fc.property(anyClock, anyMoment, ({ uptimeMs, ...clock }, now) => {
        const since = sinceThen({ ...clock, uptimeMs: uptimeMs ?? 0 }, now, true);
        expect(since).toBeLessThanOrEqual(Math.max(0, now.uptimeMs - (uptimeMs ?? 0)) + dayMs);
      }),
    );
  });

  it('is what both clocks say when they agree, in one look as in several', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(hourMs)), (steps) => {
        let clock: ExamClock = { ...atNoon, leftMs: null };
        let total = 0;
        let ms = 0;
        for (const step of steps) {
          ms += step;
          total += sinceThen(clock, moment(ms), true);
          clock = spend(clock, moment(ms), 0);
        }
        expect([total, sinceThen(atNoon, moment(ms), true)]).toEqual([ms, ms]);
      }),
    );
  });

  it.each<[string, ExamClock, number, number, number, number]>([
    ['a minute in an open page', atNoon, minuteMs, minuteMs, minuteMs, minuteMs],
    ['an hour in which the device sleeps', atNoon, hourMs, 1000, hourMs, 1000],
    ['a night in which the device sleeps', atNoon, 9 * hourMs, 0, 9 * hourMs, 0],
    ['an hour in which the page is frozen', atNoon, hourMs, hourMs, hourMs, 2 * minuteMs],
    ['a minute with the tab closed', inClosedTab, minuteMs, 5, minuteMs, 0],
    ['three days with the tab closed', inClosedTab, 3 * dayMs, 5, 3 * dayMs, 0],
    ['a day and a second of a leap, exactly a day beyond', atNoon, dayMs + 1000, 1000, dayMs + 1000, 1000],
    ['a leap of a day and more', atNoon, dayMs + 1001, 1000, 1000, 1000],
    ['a clock that is set forward nine years', atNoon, 9 * yearMs, 1000, 1000, 1000],
    ['a clock that is set back nine years', atNoon, -9 * yearMs, 1000, 1000, 1000],
    ['a clock that is set back while the tab is closed', inClosedTab, -9 * yearMs, 1000, 0, 0],
    ['no time at all', atNoon, 0, 0, 0, 0],
  ])('of %s is what each rule makes of it', (_, clock, wallMs, upMs, strict, practice) => {
    const now = moment(wallMs, upMs);
    expect([sinceThen(clock, now, true), sinceThen(clock, now, false)]).toEqual([strict, practice]);
  });

  it('goes on as before once a clock was set back: that gives nothing and takes nothing', () => {
    const back = moment(minuteMs - 9 * yearMs, minuteMs);
    const after = spend(atNoon, back, sinceThen(atNoon, back, true));
    const later = moment(2 * minuteMs - 9 * yearMs, 2 * minuteMs);
    expect([after.leftMs, sinceThen(after, later, true)]).toEqual([2 * hourMs - minuteMs, minuteMs]);
  });
});

describe('a clock that is set back and put right again', () => {
  it.each([3 * hourMs, 9 * yearMs])('by %s ms has not leapt', (backMs) => {
    const back = moment(1000 - backMs, 1000);
    const after = spend(atNoon, back, sinceThen(atNoon, back, true));
    expect(sinceThen(after, moment(2000, 2000), true)).toBe(1000);
  });
});

describe('time that is spent', () => {
  it('leaves no more than there was, and never less than nothing', () => {
    fc.assert(
      fc.property(anyClock, anyMoment, fc.boolean(), (clock, now, isStrict) => {
        const { leftMs } = spend(clock, now, sinceThen(clock, now, isStrict));
        expect(leftMs === null).toBe(clock.leftMs === null);
        expect(leftMs ?? 0).toBeGreaterThanOrEqual(0);
        expect(leftMs ?? 0).toBeLessThanOrEqual(clock.leftMs ?? 0);
      }),
    );
  });

  it('is taken from what is left, to the millisecond, until nothing is', () => {
    expect([0, 1, hourMs, 2 * hourMs, 3 * hourMs].map((ms) => spend(atNoon, moment(ms), ms).leftMs)).toEqual([
      2 * hourMs,
      2 * hourMs - 1,
      hourMs,
      0,
      0,
    ]);
  });

  it('is not spent again at the same moment', () => {
    fc.assert(
      fc.property(anyClock, anyMoment, fc.boolean(), (clock, now, isStrict) => {
        expect(sinceThen(spend(clock, now, 0), now, isStrict)).toBe(0);
      }),
    );
  });

  it('is counted from the moment of the look', () => {
    expect(spend(inClosedTab, moment(7000, 70), 1000)).toEqual({ leftMs: 2 * hourMs - 1000, ...moment(7000, 70) });
  });
});
