import fc from 'fast-check';
import type { CardId, StudyDay, Timestamp } from '../src/core/model/id.ts';
import { entryIdOf, nextPlace, startLog } from '../src/core/model/log/log.ts';
import type { AnswerFields, EntryFields, LogEntry } from '../src/core/model/log/log-entry.ts';
import type { Rating } from '../src/core/model/verdict.ts';
import { studyDayOf } from '../src/core/scheduler/study-day.ts';
import { cardId, logId, showingId } from './core/ids.ts';

export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;
/** Monday, 2 March 2026, 12:00 UTC. */
export const noon = Date.UTC(2026, 2, 2, 12) as Timestamp;
export const noonDay = Math.floor(noon / dayMs) as StudyDay;

export function at(days: number, ms = 0): Timestamp {
  return (noon + days * dayMs + ms) as Timestamp;
}

export function card(name: string): CardId {
  return cardId(`pack/${name}`);
}

/** A log that grows by hand: `write(fields, when)` gives the entry. */
export function writeLog(name = 'a', tz = 0) {
  let clock = startLog(logId(name));
  let showings = 0;
  const entries: LogEntry[] = [];
  const write = (fields: EntryFields, when: Timestamp = noon): LogEntry => {
    const place = nextPlace(clock, when, tz);
    clock = place;
    const entry: LogEntry = { ...place, ...fields };
    entries.push(entry);
    return entry;
  };
  return {
    entries,
    tz,
    write,
    answer(name: string, r: Rating, when: Timestamp = noon, more: Partial<AnswerFields> = {}): LogEntry {
      showings += 1;
      const showing = showingId(`${clock.log}-${showings}`);
      return write({ t: 'answer', card: card(name), rev: 'r1', r, took: 5000, at: showing, ...more }, when);
    },
    undo: (entry: LogEntry, when: Timestamp = noon): LogEntry => write({ t: 'undo', ref: entryIdOf(entry) }, when),
  };
}

/** A history by several devices with wrong clocks, double clicks, undos, registers and foreign kinds. */
export const anyHistory: fc.Arbitrary<LogEntry[]> = fc
  .array(
    fc.record({
      device: fc.integer({ min: 0, max: 2 }),
      card: fc.constantFrom('one', 'two', 'three'),
      act: fc.constantFrom(
        ...([
          'answer',
          'answer',
          'answer',
          'again',
          'practice',
          'right',
          'perhaps',
          'lucky practice',
          'night',
          'undo',
          'redo',
          'double',
          'suspend',
          'bury',
          'flag',
        ] as const),
        ...(['note', 'reset', 'setting', 'pack', 'clock-fix', 'unknown', 'newer'] as const),
      ),
      rating: fc.constantFrom<Rating>(1, 2, 3, 4),
      hours: fc.integer({ min: -40, max: 200 }),
      tz: fc.constantFrom(-600, 0, 345, 840),
      back: fc.integer({ min: 0, max: 6 }),
    }),
    { maxLength: 40, size: 'max' },
  )
  .map((steps) => {
    const logs = [writeLog('a'), writeLog('b', 345), writeLog('c', -600)];
    const all: LogEntry[] = [];
    let hours = 0;
    for (const step of steps) {
      hours += Math.max(0, step.hours) / 4;
      const log = logs[step.device]!;
      const when = (noon + Math.round((hours + Math.min(0, step.hours)) * 60) * minuteMs) as Timestamp;
      const target = all.at(-1 - step.back) ?? all[0];
      const last = all.at(-1);
      all.push(...perform(log, step, when, target, last));
    }
    return all;
  });

type Log = ReturnType<typeof writeLog>;
interface Step {
  readonly act: string;
  readonly card: string;
  readonly rating: Rating;
  readonly back: number;
}

function perform(log: Log, step: Step, when: Timestamp, target?: LogEntry, last?: LogEntry): LogEntry[] {
  const subject = card(step.card);
  switch (step.act) {
    case 'again':
      return [log.answer(step.card, 1, when)];
    case 'practice':
      return [log.answer(step.card, step.rating, when, { how: step.back % 2 === 0 ? 'practice' : 'exam' })];
    case 'right':
      return [log.answer(step.card, step.rating, when, { score: 1 })];
    case 'perhaps':
      return [log.answer(step.card, step.rating, when, { score: 1, p: (step.back * 13) / 100 })];
    case 'lucky practice':
      return [log.answer(step.card, 1, when, { score: 1, how: 'practice', p: 0.3 })];
    case 'night':
      return [log.answer(step.card, step.rating, when, { day: (studyDayOf(when, log.tz) - 1) as StudyDay })];
    case 'undo':
      return target ? [log.undo(target, when)] : [];
    case 'redo':
      return last?.t === 'undo' ? [log.undo(last, when)] : [];
    case 'double':
      return last?.t === 'answer' ? [log.answer(step.card, step.rating, when, { card: last.card, at: last.at })] : [];
    case 'suspend':
      return [log.write({ t: 'suspend', card: subject, value: step.back % 2 === 0 }, when)];
    case 'bury':
      return [log.write({ t: 'bury', card: subject, day: noonDay + step.back }, when)];
    case 'flag':
      return [log.write({ t: 'flag', card: subject, value: step.back % 2 === 1 }, when)];
    case 'note':
      return [log.write({ t: 'note', card: subject, text: `note ${step.back}` }, when)];
    case 'reset':
      return [log.write({ t: 'reset', card: subject }, when)];
    case 'setting':
      return [log.write({ t: 'setting', key: 'newPerDay', value: step.back }, when)];
    case 'pack':
      return [log.write({ t: step.back % 2 === 0 ? 'pack-on' : 'pack-off', pack: step.card }, when)];
    case 'clock-fix':
      return target
        ? [log.write({ t: 'clock-fix', ref: target.log, from: 1, to: target.n, delta: (step.back - 3) * dayMs }, when)]
        : [];
    case 'unknown':
      return [log.write({ t: 'dream', card: subject } as unknown as EntryFields, when)];
    case 'newer':
      return [{ ...log.answer(step.card, step.rating, when), v: 2 } as unknown as LogEntry];
    default:
      return [log.answer(step.card, step.rating, when)];
  }
}
