import type { CardState } from '../../../core/model/card-state.ts';
import type { CardId, LogId, StudyDay, Timestamp } from '../../../core/model/id.ts';
import { tolerableSkewMs } from '../../../core/model/log/log.ts';
import type { EntryFields, LogEntry, LogPlace } from '../../../core/model/log/log-entry.ts';
import { readSettings, type Settings, type SettingValue, settingDefaults } from '../../../core/model/settings.ts';
import { foldRegisters } from '../../../core/scheduler/fold/fold-registers.ts';
import { type Lineage, noLineage } from '../../../core/scheduler/fold/lineage.ts';
import { type LiveFold, startLiveFold } from '../../../core/scheduler/fold/live-fold.ts';
import { type LogTimes, noTimes, timesAfter } from '../../../core/scheduler/fold/times/log-times.ts';
import { createScheduler, type Scheduler } from '../../../core/scheduler/memory/fsrs.ts';
import { type AnsweredDay, currentStudyDay, studyDayOf } from '../../../core/scheduler/study-day.ts';
import { createOwnLogs } from './own-logs.ts';

/** The log in memory and all that is folded from it, kept up to date entry by entry. */
export interface LiveRecord {
  readonly log: readonly LogEntry[];
  /** How far the log reaches, and which corrections of times hold. */
  readonly times: LogTimes;
  /** Whether a log is this tab's own. */
  isOwn(log: LogId): boolean;
  /** Another map whenever entries are taken or the lineage changes; the older ones show the present, too. */
  readonly states: ReadonlyMap<CardId, CardState>;
  readonly registers: ReadonlyMap<string, SettingValue>;
  /** Packs that were switched on or off. */
  readonly packs: ReadonlyMap<string, boolean>;
  readonly settings: Settings;
  readonly scheduler: Scheduler;
  /** The study day that is going on. */
  dayAt(now: Timestamp, tz: number): StudyDay;
  /** The next entry of this tab's log; not yet taken into the fold. */
  stamp(fields: EntryFields, now: Timestamp, tz: number): LogEntry;
  /** An entry of a moment that is gone, in a log of its own: this tab's has gone on since. */
  stampPast(fields: EntryFields, log: LogId, then: Timestamp, tz: number): LogEntry;
  /** From here on this tab writes another log: the clock of one that ran ahead cannot go back. */
  turnTo(log: LogId): void;
  /** Takes entries of this tab, another one or a backup into the fold. */
  take(entries: readonly LogEntry[], now: Timestamp): void;
  /** Folds by another lineage: packs were loaded, or edited. False when it is the one that was known. */
  follow(lineage: Lineage): boolean;
}

export function createLiveRecord(logId: LogId): LiveRecord {
  const log: LogEntry[] = [];
  const own = createOwnLogs(logId);
  let times: LogTimes = noTimes;
  let registers: ReadonlyMap<string, SettingValue> = new Map();
  let packs: ReadonlyMap<string, boolean> = new Map();
  let settings = settingDefaults;
  let scheduler = createScheduler(settings);
  let lineage = noLineage;
  let fold: LiveFold = startLiveFold([], scheduler);
  let states = viewOf(fold.states);

  const readRegisters = (): boolean => {
    const before = settings.desiredRetention;
    ({ settings: registers, packs } = foldRegisters(log.filter(canSet)));
    settings = readSettings(registers);
    return settings.desiredRetention !== before;
  };
  const dayAt = (now: Timestamp, tz: number) => currentStudyDay(now, tz, answerBefore(times, now));
  const fill = (place: LogPlace, fields: EntryFields, now: Timestamp): LogEntry => {
    return { ...place, ...fields, ...(fields.t === 'answer' ? namedDay(place, dayAt(now, place.tz)) : {}) };
  };
  return {
    log,
    get times() {
      return times;
    },
    isOwn: own.has,
    get states() {
      return states;
    },
    get registers() {
      return registers;
    },
    get packs() {
      return packs;
    },
    get settings() {
      return settings;
    },
    get scheduler() {
      return scheduler;
    },
    dayAt,
    stamp: (fields, now, tz) => fill(own.next(now, tz), fields, now),
    stampPast: (fields, id, then, tz) => fill(own.past(id, then, tz), fields, then),
    turnTo: own.turnTo,
    take(entries, now) {
      const isFirst = log.length === 0;
      for (const entry of entries) log.push(entry);
      times = timesAfter(times, log, entries, now);
      own.follow(entries, now);
      const isReset = entries.some(canSet) && readRegisters();
      if (isReset) scheduler = createScheduler(settings);
      if (isReset || isFirst) fold = startLiveFold(log, scheduler, lineage);
      else fold.add(entries);
      states = viewOf(fold.states);
    },
    follow(next) {
      if (next === lineage) return false;
      lineage = next;
      fold = startLiveFold(log, scheduler, lineage);
      states = viewOf(fold.states);
      return true;
    },
  };
}

/** A map of its own identity over the one that the fold changes in place: copying all cards for each answer is slow. */
function viewOf<K, V>(map: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  return {
    get size() {
      return map.size;
    },
    get: (key) => map.get(key),
    has: (key) => map.has(key),
    keys: () => map.keys(),
    values: () => map.values(),
    entries: () => map.entries(),
    forEach: (visit) => map.forEach(visit),
    [Symbol.iterator]: () => map[Symbol.iterator](),
  };
}

/** The latest answer, unless it was given later than the moment that is asked about. */
function answerBefore({ latestAnswer }: LogTimes, now: Timestamp): AnsweredDay | null {
  return latestAnswer !== null && latestAnswer.ms <= now + tolerableSkewMs ? latestAnswer : null;
}

/** An answer names its study day only where its clock says another one. */
function namedDay({ ms, tz }: LogPlace, day: StudyDay): { readonly day?: StudyDay } {
  return studyDayOf(ms, tz) === day ? {} : { day };
}

/** Whether an entry may change what the registers hold. */
function canSet({ t }: LogEntry): boolean {
  return t === 'setting' || t === 'pack-on' || t === 'pack-off' || t === 'undo' || t === 'clock-fix';
}
