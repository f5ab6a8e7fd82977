import type { OptionId, Timestamp } from '../model/id.ts';
import type { Response } from '../model/question.ts';
import {
  type Attempt,
  type Ending,
  extensionMs,
  isSameAnswer,
  type Mark,
  type Place,
  type Progress,
} from './attempt.ts';
import { endingWrite, placeWrite, progressWrite, type RegisterWrite } from './attempt-registers.ts';
import { type ExamClock, type Moment, sinceThen, spend } from './exam-clock.ts';

/** An exam on the desk: the attempt, and the device's other clock, which no record can hold. */
export interface Sitting {
  readonly attempt: Attempt;
  /** Null when the page has been opened anew. */
  readonly uptimeMs: number | null;
}

export type ExamEvent =
  /** Null takes the answer back. */
  | { readonly t: 'answer'; readonly response: Response | null }
  | { readonly t: 'strike'; readonly option: OptionId }
  | { readonly t: 'flag' }
  | { readonly t: 'go'; readonly to: number }
  | { readonly t: 'pause' }
  | { readonly t: 'resume' }
  | { readonly t: 'extend' }
  | { readonly t: 'tick' }
  | { readonly t: 'hand-in' }
  | { readonly t: 'drop' };

export interface ExamContext {
  readonly moment: Moment;
  /** Whether that is a whole answer to the question, counted from 0. */
  isAnswered(index: number, response: Response | null): boolean;
  /** How the answers of a sheet are judged. */
  mark(sheet: readonly Place[]): readonly Mark[];
}

export interface ExamStep {
  readonly sitting: Sitting;
  /** What the record is to hold of it, in order. */
  readonly writes: readonly RegisterWrite[];
}

export const mostExtensions = 10;

/** Whether the time is up and the learner is asked what to do: more time, or hand in. */
export function isTimeUp({ paper, progress, ending }: Attempt): boolean {
  return ending === null && !paper.isStrict && progress.leftMs === 0;
}

/**
 * What an event makes of a sitting. The time since the last one is spent first; under strict rules the exam ends with
 * it. An exam that has ended changes no more.
 */
export function sit(sitting: Sitting, event: ExamEvent, context: ExamContext): ExamStep {
  if (sitting.attempt.ending !== null) return { sitting, writes: [] };
  const timed = pass(sitting, context.moment);
  const { attempt: before } = sitting;
  const attempt = isOver(timed) ? end(timed, 'time', context) : act(timed, event, context);
  const writes = writesOf(before, attempt, settles(event, before, attempt));
  return { sitting: { attempt, uptimeMs: context.moment.uptimeMs }, writes };
}

function isOver({ paper, progress }: Attempt): boolean {
  return paper.isStrict && progress.leftMs === 0;
}

/** Spends the time since the last look on the question on the desk; a pause costs none. */
function pass({ attempt, uptimeMs }: Sitting, moment: Moment): Attempt {
  const { paper, sheet, progress } = attempt;
  const clock: ExamClock = { leftMs: progress.leftMs, wall: progress.wall, uptimeMs };
  const stands = progress.isPaused && !paper.isStrict;
  const ms = stands ? 0 : sinceThen(clock, moment, paper.isStrict);
  const { leftMs, wall } = spend(clock, moment, ms);
  const spentMs = Math.min(ms, progress.leftMs ?? ms);
  return {
    ...attempt,
    sheet: changed(sheet, progress.at, (place) => ({ ...place, isSeen: true, spentMs: place.spentMs + spentMs })),
    progress: { ...progress, leftMs, wall },
  };
}

function act(attempt: Attempt, event: ExamEvent, context: ExamContext): Attempt {
  const { progress } = attempt;
  const answered = (response: Response | null) => ({
    response,
    isAnswered: context.isAnswered(progress.at, response),
  });
  // Nothing is read or answered behind a pause, or when the time is up.
  const isOpen = !progress.isPaused && !isTimeUp(attempt);
  switch (event.t) {
    case 'answer':
      return isOpen ? touched(attempt, (place) => ({ ...place, ...answered(event.response) })) : attempt;
    case 'strike':
      return isOpen
        ? touched(attempt, (place) => ({ ...place, struck: toggled(place.struck, event.option) }))
        : attempt;
    case 'flag':
      return isOpen ? touched(attempt, (place) => ({ ...place, isFlagged: !place.isFlagged })) : attempt;
    case 'go':
      return isOpen ? go(attempt, event.to) : attempt;
    case 'pause':
      return attempt.paper.isStrict ? left(attempt) : moved(left(attempt), { isPaused: true });
    case 'resume':
      return moved(attempt, { isPaused: false });
    case 'extend':
      return extend(attempt);
    case 'tick':
      return attempt;
    case 'hand-in':
      return end(attempt, 'learner', context);
    case 'drop':
      return { ...attempt, ending: { at: context.moment.wall, by: 'dropped', marks: [] } };
  }
}

function go(attempt: Attempt, to: number): Attempt {
  if (attempt.sheet[to] === undefined) return attempt;
  const gone = moved(left(attempt), { at: to });
  return touched(gone, (place) => ({ ...place, isSeen: true }));
}

function extend(attempt: Attempt): Attempt {
  const { extensions } = attempt.progress;
  if (!isTimeUp(attempt) || extensions >= mostExtensions) return attempt;
  return moved(attempt, { leftMs: extensionMs, extensions: extensions + 1, isPaused: false });
}

function end(attempt: Attempt, by: Ending['by'], { moment, mark }: ExamContext): Attempt {
  const done = left(attempt);
  return { ...done, ending: { at: moment.wall as Timestamp, by, marks: mark(done.sheet) } };
}

const mostKept = 10;

/** The question on the desk is put down: what it is left with is kept when that is not what it was left with before. */
function left(attempt: Attempt): Attempt {
  return touched(attempt, (place) => {
    const { response, isAnswered, leftWith } = place;
    if (response === null || !isAnswered || isSameAnswer(response, leftWith.at(-1) ?? null)) return place;
    // The first one is what later ones are held against.
    const later = [...leftWith.slice(1), response].slice(1 - mostKept);
    return { ...place, leftWith: leftWith[0] === undefined ? [response] : [leftWith[0], ...later] };
  });
}

function toggled(struck: readonly OptionId[], option: OptionId): readonly OptionId[] {
  return struck.includes(option) ? struck.filter((own) => own !== option) : [...struck, option];
}

function touched(attempt: Attempt, change: (place: Place) => Place): Attempt {
  return { ...attempt, sheet: changed(attempt.sheet, attempt.progress.at, change) };
}

function changed(sheet: readonly Place[], at: number, change: (place: Place) => Place): readonly Place[] {
  return sheet.map((place, index) => (index === at ? change(place) : place));
}

function moved(attempt: Attempt, change: Partial<Progress>): Attempt {
  return { ...attempt, progress: { ...attempt.progress, ...change } };
}

/** Whether the time that was spent is written down, too: not with each tick. */
function settles(event: ExamEvent, before: Attempt, after: Attempt): boolean {
  return (
    event.t === 'pause' || event.t === 'extend' || before.progress.at !== after.progress.at || after.ending !== null
  );
}

function writesOf(before: Attempt, after: Attempt, isSettled: boolean): readonly RegisterWrite[] {
  const { id, ending } = after;
  const places = after.sheet.flatMap((place, index) => {
    // Ticks before have spent time on the question on the desk and not written it.
    const isOnDesk = isSettled && index === before.progress.at;
    return isOnDesk || !isSameBut(place, before.sheet[index]) ? [placeWrite(id, index, place)] : [];
  });
  const isMoved = places.length > 0 || isSettled || movesClock(before.progress, after.progress);
  const progress = isMoved ? [progressWrite(id, after.progress)] : [];
  return [...places, ...progress, ...(ending === null ? [] : [endingWrite(id, ending)])];
}

function movesClock(before: Progress, after: Progress): boolean {
  return before.isPaused !== after.isPaused || before.extensions !== after.extensions;
}

/** But for the time, which goes on all the while. */
function isSameBut(a: Place, b: Place | undefined): boolean {
  return a === b || (b !== undefined && JSON.stringify({ ...a, spentMs: 0 }) === JSON.stringify({ ...b, spentMs: 0 }));
}
