import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extensionMs } from '../../../src/core/exam/attempt.ts';
import { readAttempts } from '../../../src/core/exam/attempt-registers.ts';
import { type ExamEvent, isTimeUp, mostExtensions, sit } from '../../../src/core/exam/sit.ts';
import type { Response } from '../../../src/core/model/question.ts';
import {
  begun,
  type Desk,
  limitMs,
  markAll,
  minuteMs,
  moment,
  onDesk,
  openDesk,
  optionId,
  paperOf,
  perform,
  pick,
  recorded,
  reloaded,
} from './exam-builders.ts';

const answer = (option: string): ExamEvent => ({ t: 'answer', response: pick(option) });
const strike = (option: string): ExamEvent => ({ t: 'strike', option: optionId(option) });
const go = (to: number): ExamEvent => ({ t: 'go', to });

/** One event a second, from the second after noon on. */
function performed(desk: Desk, events: readonly ExamEvent[], fromMs = 0): Desk {
  return events.reduce((before, event, n) => perform(before, event, moment(fromMs + 1000 * (n + 1))), desk);
}

/** A look every minute, up to that many minutes after noon. */
function waited(desk: Desk, fromMinute: number, toMinute: number): Desk {
  let waiting = desk;
  for (let minute = fromMinute + 1; minute <= toMinute; minute++) {
    waiting = perform(waiting, { t: 'tick' }, moment(minute * minuteMs));
  }
  return waiting;
}

const practice = () => openDesk(paperOf(3));
const strict = () => openDesk(paperOf(3, { isStrict: true }));
const timeUp = () => waited(practice(), 0, 20);

describe('an exam on the desk', () => {
  it('is in the record as soon as its paper is', () => {
    const desk = strict();
    expect(recorded(desk)).toEqual(begun(paperOf(3, { isStrict: true })));
  });

  it('keeps what was answered, struck and flagged, and where the learner went', () => {
    const { sitting } = performed(practice(), [answer('a'), strike('b'), { t: 'flag' }, go(2), answer('c')]);
    const { sheet, progress } = sitting.attempt;
    expect(sheet.map(({ response, struck, isFlagged }) => ({ response, struck, isFlagged }))).toEqual([
      { response: pick('a'), struck: ['b'], isFlagged: true },
      { response: null, struck: [], isFlagged: false },
      { response: pick('c'), struck: [], isFlagged: false },
    ]);
    expect(progress).toEqual({
      at: 2,
      leftMs: limitMs - 5000,
      wall: moment(5000).wall,
      isPaused: false,
      extensions: 0,
    });
  });

  it('has seen what was on the desk, and spends the time there', () => {
    const { sheet } = performed(practice(), [{ t: 'tick' }, { t: 'tick' }, go(2), { t: 'tick' }]).sitting.attempt;
    expect(sheet.map(({ isSeen, spentMs }) => [isSeen, spentMs])).toEqual([
      [true, 3000],
      [false, 0],
      [true, 1000],
    ]);
  });

  it('takes an answer back', () => {
    expect(onDesk(performed(practice(), [answer('a'), { t: 'answer', response: null }])).response).toBeNull();
  });

  it('has a flag or a strike less when it is set twice', () => {
    const options = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
    fc.assert(
      fc.property(options, fc.constantFrom('a', 'b', 'c', 'd'), fc.boolean(), (struck, option, isFlagged) => {
        const flags: readonly ExamEvent[] = isFlagged ? [{ t: 'flag' }] : [];
        const before = performed(practice(), [...flags, ...struck.map(strike)]);
        const after = performed(before, [strike(option), { t: 'flag' }, strike(option), { t: 'flag' }], minuteMs);
        expect(new Set(onDesk(after).struck)).toEqual(new Set(onDesk(before).struck));
        expect(onDesk(after).struck).toHaveLength(struck.length);
        expect(onDesk(after).isFlagged).toBe(isFlagged);
      }),
    );
  });

  it.each([-1, 3, 0.5, 1000, Number.NaN, Number.POSITIVE_INFINITY])('does not go to a question %d', (to) => {
    const before = performed(practice(), [go(1), answer('a')]);
    const after = perform(before, go(to), moment(2000));
    expect([after.sitting, after.writes]).toEqual([before.sitting, []]);
  });

  it('writes nothing of a tick but that a question was seen', () => {
    const first = perform(practice(), { t: 'tick' }, moment(1000));
    expect(first.writes.map(([key]) => key)).toEqual(['exam:one:1', 'exam:one:at']);
    expect(perform(first, { t: 'tick' }, moment(2000)).writes).toEqual([]);
  });

  it('writes of each event what it changed, and how far the exam has come', () => {
    const keysOf = (desk: Desk, event: ExamEvent) => perform(desk, event, moment(9000)).writes.map(([key]) => key);
    const desk = performed(practice(), [{ t: 'tick' }]);
    expect(keysOf(desk, answer('a'))).toEqual(['exam:one:1', 'exam:one:at']);
    expect(keysOf(desk, go(2))).toEqual(['exam:one:1', 'exam:one:3', 'exam:one:at']);
    expect(keysOf(desk, { t: 'pause' })).toEqual(['exam:one:1', 'exam:one:at']);
    expect(keysOf(desk, { t: 'hand-in' })).toEqual(['exam:one:1', 'exam:one:at', 'exam:one:end']);
  });
});

describe('what a question is left with', () => {
  const visits = (options: readonly string[]) => options.flatMap((option) => [answer(option), go(1), go(0)]);
  const keptOf = (options: readonly string[]) => onDesk(performed(practice(), visits(options))).leftWith;

  it('is kept each time that it is another answer', () => {
    expect(keptOf(['a', 'a', 'b', 'b', 'a'])).toEqual(['a', 'b', 'a'].map(pick));
  });

  it('is the first one and the nine last ones', () => {
    const options = Array.from({ length: 15 }, (_, n) => `o${n}`);
    expect(keptOf(options)).toEqual(['o0', ...options.slice(6)].map(pick));
    expect(keptOf(options.slice(0, 10))).toEqual(options.slice(0, 10).map(pick));
  });

  it('is not what was tried and changed before the learner went on, and never nothing', () => {
    const desk = performed(practice(), [
      answer('a'),
      answer('b'),
      go(1),
      go(0),
      { t: 'answer', response: null },
      go(1),
    ]);
    expect(desk.sitting.attempt.sheet[0]?.leftWith).toEqual([pick('b')]);
  });

  it('is no answer that is not whole, such as one option of two that are asked for', () => {
    const half: Response = { kind: 'multi', options: [optionId('a')] };
    const whole: Response = { kind: 'multi', options: [optionId('a'), optionId('b')] };
    const answered = [half, whole].map((response, n) => {
      const isAnswered = () => response === whole;
      const context = { moment: moment(1000 * (n + 1)), mark: markAll, isAnswered };
      const { sitting } = sit(practice().sitting, { t: 'answer', response }, context);
      return onDesk(sit(sitting, { t: 'pause' }, context)).leftWith;
    });
    expect(answered).toEqual([[], [whole]]);
  });

  it.each<ExamEvent>([{ t: 'pause' }, { t: 'hand-in' }])('is kept when it is put down by %o', (event) => {
    expect(onDesk(performed(practice(), [answer('a'), event])).leftWith).toEqual([pick('a')]);
  });
});

describe('an exam under strict rules', () => {
  it('ends when its time is up, with the answers that it has', () => {
    const desk = waited(performed(strict(), [answer('a')]), 0, 20);
    const { ending, progress } = desk.sitting.attempt;
    expect([ending?.by, ending?.at, progress.leftMs]).toEqual(['time', moment(limitMs).wall, 0]);
    expect(ending?.marks.map(({ isAnswered }) => isAnswered)).toEqual([true, false, false]);
    expect(recorded(desk)).toEqual(desk.sitting.attempt);
  });

  it('ends while the device sleeps or the tab is closed', () => {
    const asleep = perform(strict(), answer('a'), moment(limitMs, 1000));
    const closed = perform(reloaded(strict()), answer('a'), moment(limitMs, 5));
    for (const { sitting } of [asleep, closed]) {
      expect(sitting.attempt.ending?.by).toBe('time');
      expect(sitting.attempt.sheet[0]).toMatchObject({ response: null, spentMs: limitMs });
    }
  });

  it.each<ExamEvent>([{ t: 'hand-in' }, { t: 'drop' }, { t: 'extend' }, answer('a')])(
    'takes no %o once it is late',
    (event) => {
      const { ending, sheet } = perform(strict(), event, moment(limitMs)).sitting.attempt;
      expect([ending?.by, ending?.marks.length, sheet[0]?.response]).toEqual(['time', 3, null]);
    },
  );

  it('is open to the last millisecond', () => {
    const { ending, sheet } = perform(strict(), answer('a'), moment(limitMs - 1)).sitting.attempt;
    expect([ending, sheet[0]?.response]).toEqual([null, pick('a')]);
  });

  it('does not stop for a pause', () => {
    const { progress } = performed(strict(), [{ t: 'pause' }, { t: 'tick' }]).sitting.attempt;
    expect([progress.isPaused, progress.leftMs]).toEqual([false, limitMs - 2000]);
  });

  it('has no end without a limit', () => {
    const desk = openDesk(paperOf(3, { isStrict: true, limitMs: null }));
    const { ending, progress } = perform(desk, { t: 'tick' }, moment(10 * limitMs)).sitting.attempt;
    expect([ending, progress.leftMs]).toEqual([null, null]);
  });
});

describe('an exam without strict rules', () => {
  it('asks the learner when its time is up, and takes no answer then', () => {
    const desk = timeUp();
    expect([isTimeUp(desk.sitting.attempt), desk.sitting.attempt.ending]).toEqual([true, null]);
    for (const event of [answer('a'), strike('a'), { t: 'flag' } as const, go(1)]) {
      const after = perform(desk, event, moment(limitMs + 5));
      expect([after.sitting.attempt.sheet, after.writes]).toEqual([desk.sitting.attempt.sheet, []]);
    }
  });

  it('takes no answer that comes with the last millisecond', () => {
    const late = perform(waited(practice(), 0, 19), answer('a'), moment(limitMs));
    expect([isTimeUp(late.sitting.attempt), onDesk(late).response]).toEqual([true, null]);
  });

  it('is given five minutes more, ten times', () => {
    let desk = timeUp();
    for (let more = 1; more <= mostExtensions; more++) {
      desk = perform(desk, { t: 'extend' }, moment((15 + 5 * more) * minuteMs));
      const { progress } = desk.sitting.attempt;
      expect([progress.leftMs, progress.extensions]).toEqual([5 * minuteMs, more]);
      expect(recorded(desk).progress).toEqual(progress);
      desk = waited(desk, 15 + 5 * more, 20 + 5 * more);
    }
    const { progress } = perform(desk, { t: 'extend' }, moment(70 * minuteMs)).sitting.attempt;
    expect([progress.leftMs, progress.extensions, extensionMs]).toEqual([0, 10, 5 * minuteMs]);
  });

  it('is given none before its time is up', () => {
    const { progress } = perform(waited(practice(), 0, 19), { t: 'extend' }, moment(limitMs - 1)).sitting.attempt;
    expect([progress.leftMs, progress.extensions]).toEqual([1, 0]);
  });

  it('can be handed in when its time is up: the learner has ended it', () => {
    const { ending } = perform(timeUp(), { t: 'hand-in' }, moment(limitMs + 9)).sitting.attempt;
    expect([ending?.by, ending?.marks.length]).toEqual(['learner', 3]);
  });

  it('stands still behind a pause, where nothing can be answered', () => {
    const paused = performed(practice(), [answer('a'), { t: 'pause' }]);
    const touched = performed(paused, [answer('b'), strike('a'), { t: 'flag' }, go(1), { t: 'tick' }], 8 * minuteMs);
    const { sheet, progress } = touched.sitting.attempt;
    expect(sheet).toEqual(paused.sitting.attempt.sheet);
    expect([progress.at, progress.leftMs, progress.isPaused]).toEqual([0, limitMs - 2000, true]);
    const resumed = performed(touched, [{ t: 'resume' }, answer('b')], 9 * minuteMs);
    expect([onDesk(resumed).response, resumed.sitting.attempt.progress.leftMs]).toEqual([pick('b'), limitMs - 3000]);
  });

  it('loses no time while the tab is closed, and two minutes at most in a silence', () => {
    const closed = perform(reloaded(practice()), { t: 'tick' }, moment(30 * minuteMs, 5));
    expect(closed.sitting.attempt.progress.leftMs).toBe(limitMs);
    const asleep = perform(practice(), { t: 'tick' }, moment(30 * minuteMs));
    expect(asleep.sitting.attempt.progress.leftMs).toBe(limitMs - 2 * minuteMs);
  });
});

describe('an exam that is dropped', () => {
  it('has no marks, and is among the attempts no more', () => {
    const desk = performed(practice(), [answer('a'), { t: 'drop' }]);
    expect(desk.sitting.attempt.ending).toEqual({ by: 'dropped', at: moment(2000).wall, marks: [] });
    expect([readAttempts(practice().registers).length, readAttempts(desk.registers)]).toEqual([1, []]);
  });
});
