import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attempt, Place } from '../../../src/core/exam/attempt.ts';
import { extensionMs } from '../../../src/core/exam/attempt.ts';
import { type ExamEvent, isTimeUp, mostExtensions } from '../../../src/core/exam/sit.ts';
import type { Response } from '../../../src/core/model/question.ts';
import { dayMs } from '../../log-builders.ts';
import {
  anyEvent,
  anyEventOrEnd,
  type Desk,
  limitMs,
  minuteMs,
  moment,
  onDesk,
  openDesk,
  paperOf,
  perform,
  pick,
  recorded,
  reloaded,
} from './exam-builders.ts';

/** How far the clocks of the device go on before an event, and where one of them is set to. */
const anyJump = fc.record({
  goesOnMs: fc.nat(3 * minuteMs),
  upMs: fc.option(fc.integer({ min: -minuteMs, max: 2 * dayMs })),
  wallMs: fc.option(fc.integer({ min: -3300 * dayMs, max: 3300 * dayMs })),
});
/** An event; null for a page that is opened anew. */
const anyDeed = fc.record({ event: fc.option(anyEventOrEnd, { freq: 12 }), jump: anyJump });
const anyDeeds = fc.array(anyDeed, { maxLength: 40, size: 'max' });
const anyPaper = fc
  .record({ isStrict: fc.boolean(), limitMs: fc.constantFrom(null, 0, 3 * minuteMs, limitMs, 130 * minuteMs) })
  .map((more) => paperOf(4, more));

interface Step {
  readonly event: ExamEvent;
  readonly before: Desk;
  readonly after: Desk;
}

/** Each event of the path with the desk before and after it. */
function stepsOf(start: Desk, deeds: readonly (typeof anyDeed extends fc.Arbitrary<infer D> ? D : never)[]) {
  const steps: Step[] = [];
  let desk = start;
  let [wallMs, upMs] = [0, 0];
  for (const { event, jump } of deeds) {
    wallMs = jump.wallMs ?? wallMs + jump.goesOnMs;
    // Browsers count parts of a millisecond.
    upMs += jump.upMs ?? jump.goesOnMs + 0.3;
    const before = desk;
    desk = event === null ? reloaded(before) : perform(before, event, moment(wallMs, upMs));
    if (event !== null) steps.push({ event, before, after: desk });
  }
  return steps;
}

/** A property of each step of any path through any exam, by any clocks. */
function ofAnySteps(check: (step: Step) => void): void {
  fc.assert(fc.property(anyPaper, anyDeeds, (paper, deeds) => stepsOf(openDesk(paper), deeds).forEach(check)));
}

/** An exam whose time went on its first question, with a look every minute. */
function timeUp(): Desk {
  let desk = openDesk(paperOf(3));
  for (let minute = 1; minute <= 20; minute++) desk = perform(desk, { t: 'tick' }, moment(minute * minuteMs));
  return desk;
}

/** All but times, which are not written with every tick. */
function withoutTimes({ sheet, progress, ...attempt }: Attempt) {
  const { leftMs, wall, ...rest } = progress;
  return { ...attempt, sheet: sheet.map(({ spentMs, ...place }) => place), progress: rest };
}

/** What a learner does to a question. */
const doneTo = ({ response, struck, isFlagged, leftWith }: Place) => ({ response, struck, isFlagged, leftWith });

describe('the record of an exam', () => {
  it('has after any event what the desk has, but for the time since it was last written', () => {
    ofAnySteps(({ after }) => {
      const { attempt } = after.sitting;
      const read = recorded(after);
      expect(withoutTimes(read)).toEqual(withoutTimes(attempt));
      for (const [n, { spentMs }] of read.sheet.entries())
        expect(spentMs).toBeLessThanOrEqual(attempt.sheet[n]!.spentMs);
      const written = new Set(after.writes.map(([key]) => key));
      if (written.has('exam:one:at')) expect(read.progress).toEqual(attempt.progress);
      expect(read.progress.leftMs === null).toBe(attempt.progress.leftMs === null);
      expect(read.progress.leftMs ?? 0).toBeGreaterThanOrEqual(attempt.progress.leftMs ?? 0);
    });
  });

  it('has all the time, too, once a question is put down, and of all others at any time', () => {
    ofAnySteps(({ event, before, after }) => {
      const { attempt } = after.sitting;
      const [was, is] = [before.sitting.attempt.progress, attempt.progress];
      const isExtended = is.extensions !== was.extensions;
      if (event.t === 'pause' || isExtended || is.at !== was.at || attempt.ending !== null) {
        expect(recorded(after)).toEqual(attempt);
      }
      const isElsewhere = (_: Place, n: number) => n !== is.at;
      expect(recorded(after).sheet.filter(isElsewhere)).toEqual(attempt.sheet.filter(isElsewhere));
    });
  });

  // It does not change in this very step, but ticks before have spent time on it.
  it('has the time of a question that is put down when its time is up', () => {
    const paused = perform(timeUp(), { t: 'pause' }, moment(limitMs + 1));
    expect(onDesk(paused).spentMs).toBe(limitMs);
    expect(recorded(paused).sheet[0]?.spentMs).toBe(limitMs);
  });

  it('has the time of the question on the desk when more time is given', () => {
    const extended = perform(timeUp(), { t: 'extend' }, moment(limitMs + 1));
    expect([onDesk(extended).spentMs, recorded(extended).progress.leftMs]).toEqual([limitMs, extensionMs]);
    expect(recorded(extended).sheet[0]?.spentMs).toBe(limitMs);
  });

  // The clock of a page counts parts of a millisecond, and only what is whole is read back.
  it('has the time that is left by a clock that counts parts of a millisecond', () => {
    const desk = perform(openDesk(paperOf(3)), { t: 'answer', response: pick('a') }, moment(60_000, 60_000.3));
    expect(recorded(desk).progress.leftMs).toBeCloseTo(limitMs - 60_000.3, -1);
    expect(recorded(desk).sheet[0]?.spentMs).toBeCloseTo(60_000.3, -1);
  });
});

describe('the time that is left', () => {
  it('never grows but by five minutes that were asked for, and is never below nothing', () => {
    ofAnySteps(({ event, before, after }) => {
      const [was, is] = [before, after].map(({ sitting }) => sitting.attempt.progress);
      expect(is!.leftMs === null).toBe(was!.leftMs === null);
      expect(is!.leftMs ?? 0).toBeGreaterThanOrEqual(0);
      if (is!.extensions === was!.extensions) expect(is!.leftMs ?? 0).toBeLessThanOrEqual(was!.leftMs ?? 0);
      else expect([event.t, is!.leftMs, is!.extensions]).toEqual(['extend', extensionMs, was!.extensions + 1]);
    });
  });

  it('is extended ten times at most, and never under strict rules', () => {
    const extend = fc.constant<ExamEvent>({ t: 'extend' });
    const deeds = fc.array(fc.oneof(extend, extend, anyEvent), { minLength: 60, maxLength: 120, size: 'max' });
    fc.assert(
      fc.property(deeds, fc.boolean(), (events, isStrict) => {
        let desk = openDesk(paperOf(4, { isStrict, limitMs: 0 }));
        for (const [n, event] of events.entries()) desk = perform(desk, event, moment(n * 2 * minuteMs));
        const { extensions } = desk.sitting.attempt.progress;
        expect(extensions).toBeLessThanOrEqual(isStrict ? 0 : mostExtensions);
      }),
    );
  });

  it('is under strict rules what the clock on the wall says, however often the page is closed', () => {
    const deed = fc.record({ event: fc.option(anyEvent), ms: fc.integer({ min: 1, max: 2 * minuteMs }) });
    const deeds = fc.array(deed, { maxLength: 60, size: 'max' });
    fc.assert(
      fc.property(deeds, (path) => {
        let desk = openDesk(paperOf(4, { isStrict: true }));
        let ms = 0;
        for (const { event, ms: goesOn } of path) {
          ms += goesOn;
          desk = event === null ? reloaded(desk) : perform(desk, event, moment(ms));
          const { progress, sheet, ending } = desk.sitting.attempt;
          const spent = sheet.reduce((sum, { spentMs }) => sum + spentMs, 0);
          expect(spent).toBe(limitMs - progress.leftMs!);
          if (event !== null) expect(progress.leftMs).toBe(Math.max(0, limitMs - ms));
          expect(ending !== null).toBe(progress.leftMs === 0);
          if (ending !== null) break;
        }
      }),
    );
  });
});

describe('an exam that has ended', () => {
  it('changes no more, and writes nothing', () => {
    ofAnySteps(({ before, after }) => {
      if (before.sitting.attempt.ending === null) return;
      expect(after.sitting).toBe(before.sitting);
      expect(after.writes).toEqual([]);
    });
  });

  it('has one mark for each question, or was dropped', () => {
    ofAnySteps(({ before, event, after }) => {
      const { ending, sheet } = after.sitting.attempt;
      if (event.t === 'hand-in' || event.t === 'drop') expect(ending).not.toBeNull();
      if (ending === null) return;
      expect(ending.marks).toHaveLength(ending.by === 'dropped' ? 0 : sheet.length);
      if (before.sitting.attempt.ending === null) expect(after.writes.at(-1)?.[0]).toBe('exam:one:end');
    });
  });

  it('was ended by time under strict rules only, and always once its time is up there', () => {
    ofAnySteps(({ after }) => {
      const { paper, progress, ending } = after.sitting.attempt;
      if (ending?.by === 'time') expect([paper.isStrict, progress.leftMs]).toEqual([true, 0]);
      if (paper.isStrict && progress.leftMs === 0) expect(ending?.by).toBe('time');
      expect(isTimeUp(after.sitting.attempt)).toBe(ending === null && !paper.isStrict && progress.leftMs === 0);
    });
  });
});

describe('the questions of an exam', () => {
  it('cannot be answered while it is paused, or when its time is up', () => {
    ofAnySteps(({ event, before, after }) => {
      const { attempt } = after.sitting;
      if (!attempt.progress.isPaused && !isTimeUp(attempt)) return;
      if (!['answer', 'strike', 'flag', 'go'].includes(event.t)) return;
      expect(attempt.sheet.map(doneTo)).toEqual(before.sitting.attempt.sheet.map(doneTo));
      expect(attempt.progress.at).toBe(before.sitting.attempt.progress.at);
    });
  });

  it('are after any events, with time enough, what a list of what was done makes of them', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 120, size: 'max' }), (events) => {
        let desk = openDesk(paperOf(4, { limitMs: null }));
        for (const [n, event] of events.entries()) desk = perform(desk, event, moment(n));
        const { sheet, progress } = desk.sitting.attempt;
        const naive = modelled(events);
        expect([progress.at, progress.isPaused]).toEqual([naive.at, naive.isPaused]);
        expect(sheet.map(({ response }) => response)).toEqual(naive.responses);
        expect(sheet.map(({ isFlagged }) => isFlagged)).toEqual(naive.flags.map((times) => times % 2 === 1));
        expect(sheet.map(({ struck }) => new Set(struck))).toEqual(naive.struck);
        expect(sheet.map(({ leftWith }) => leftWith)).toEqual(
          naive.left.map((all) => (all.length <= 10 ? all : [...all.slice(0, 1), ...all.slice(-9)])),
        );
      }),
    );
  });
});

/** The same by words of its own, without time: everything that a question was left with is kept. */
function modelled(events: readonly ExamEvent[]) {
  const four = [0, 1, 2, 3];
  const responses = four.map((): Response | null => null);
  const flags = four.map(() => 0);
  const struck = four.map(() => new Set<string>());
  const left = four.map((): Response[] => []);
  let [at, isPaused] = [0, false];
  const putDown = () => {
    const response = responses[at];
    if (response && JSON.stringify(left[at]!.at(-1)) !== JSON.stringify(response)) left[at]!.push(response);
  };
  for (const event of events) {
    if (event.t === 'pause') putDown();
    if (event.t === 'pause' || event.t === 'resume') isPaused = event.t === 'pause';
    if (isPaused) continue;
    if (event.t === 'answer') responses[at] = event.response;
    if (event.t === 'flag') flags[at]! += 1;
    if (event.t === 'strike' && !struck[at]!.delete(event.option)) struck[at]!.add(event.option);
    if (event.t !== 'go' || !four.includes(event.to)) continue;
    putDown();
    at = event.to;
  }
  return { at, isPaused, responses, flags, struck, left };
}
