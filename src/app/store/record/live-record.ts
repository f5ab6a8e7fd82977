import type { CardState } from '../../../core/model/card-state.ts';
import type { CardId, LogId, StudyDay, Timestamp } from '../../../core/model/id.ts';
import { tolerableSkewMs } from '../../../core/model/log/log.ts';
import type { EntryFields, LogEntry, LogPlace } from '../../../core/model/log/log-entry.ts';
import { readSettings, type Settings, type SettingValue, settingDefaults } from '../../../core/model/settings.ts';
import { timedEntries } from '../../../core/scheduler/fold/active-entries.ts';
import { buildBase } from '../../../core/scheduler/fold/base/build-base.ts';
import type { CardHistory } from '../../../core/scheduler/fold/card-history.ts';
import { foldRegisters } from '../../../core/scheduler/fold/fold-registers.ts';
import { type Lineage, noLineage } from '../../../core/scheduler/fold/lineage.ts';
import { type LiveFold, startLiveFold } from '../../../core/scheduler/fold/live-fold.ts';
import { applyClockFixes } from '../../../core/scheduler/fold/times/clock-fixes.ts';
import { addTimes, type LogTimes, noTimes } from '../../../core/scheduler/fold/times/log-times.ts';
import { createScheduler, type Scheduler } from '../../../core/scheduler/memory/fsrs.ts';
import { type AnsweredDay, currentStudyDay, studyDayOf } from '../../../core/scheduler/study-day.ts';
import { createOwnLogs } from './own-logs.ts';
import { viewOf } from './view-of.ts';

/** What is folded from the log, as it is now: whoever holds a `LiveRecord` sees each change. */
interface LiveFacts {
  /** How many entries there are in all. */
  readonly entries: number;
  /** How far the log reaches, and which corrections of times hold. */
  readonly times: LogTimes;
  /** Another map whenever entries are taken or the lineage changes; the older ones show the present, too. */
  readonly states: ReadonlyMap<CardId, CardState>;
  readonly registers: ReadonlyMap<string, SettingValue>;
  /** Packs that were switched on or off. */
  readonly packs: ReadonlyMap<string, boolean>;
  readonly settings: Settings;
  readonly scheduler: Scheduler;
}

/** The log and all that is folded from it, kept up to date entry by entry. */
export interface LiveRecord extends LiveFacts {
  /** The latest entries, in any order. */
  readonly recent: readonly LogEntry[];
  /** What they say of a card. */
  historyOf(card: CardId): CardHistory;
  /** Whether a log is this tab's own. */
  isOwn(log: LogId): boolean;
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
  const recent: LogEntry[] = [];
  const own = createOwnLogs(logId);
  const facts = nothingYet();
  let lineage = noLineage;
  let fold = startLiveFold(buildBase([], { desiredRetention: facts.settings.desiredRetention, lineage }));
  const foldWhole = () => {
    const { desiredRetention } = readSettings(foldRegisters(recent.filter(canSet)).settings);
    fold = startLiveFold(buildBase(recent, { desiredRetention, lineage }));
  };
  const dayAt = (now: Timestamp, tz: number) => currentStudyDay(now, tz, answerBefore(facts.times, now));
  const fill = (place: LogPlace, fields: EntryFields, now: Timestamp): LogEntry => {
    return { ...place, ...fields, ...(fields.t === 'answer' ? namedDay(place, dayAt(now, place.tz)) : {}) };
  };
  return Object.assign(facts, {
    recent,
    historyOf: (card: CardId) => fold.historyOf(card),
    isOwn: own.has,
    dayAt,
    stamp: (fields: EntryFields, now: Timestamp, tz: number) => fill(own.next(now, tz), fields, now),
    stampPast: (fields: EntryFields, id: LogId, then: Timestamp, tz: number) =>
      fill(own.past(id, then, tz), fields, then),
    turnTo: own.turnTo,
    take(entries: readonly LogEntry[], now: Timestamp) {
      const { base } = fold;
      const isFirst = recent.length === 0;
      for (const entry of entries) recent.push(entry);
      facts.entries = recent.length;
      if (isFirst || fold.add(entries) === 'needs-whole' || isReset(fold)) foldWhole();
      facts.times =
        fold.base === base
          ? addTimes(facts.times, applyClockFixes(entries, base.fixes), now)
          : addTimes({ ...fold.base.times, newest: noTimes.newest, latestAnswer: null }, timedEntries(recent), now);
      own.follow(entries, now);
      showFold(facts, fold);
    },
    follow(next: Lineage) {
      if (next === lineage) return false;
      lineage = next;
      foldWhole();
      showFold(facts, fold);
      return true;
    },
  });
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

function nothingYet(): Mutable<LiveFacts> {
  return {
    entries: 0,
    times: noTimes,
    states: new Map(),
    registers: new Map(),
    packs: new Map(),
    settings: settingDefaults,
    scheduler: createScheduler(settingDefaults),
  };
}

/** Whether the learner wants cards to come back at other times than they were folded for. */
function isReset({ registers, base }: LiveFold): boolean {
  return readSettings(registers.settings).desiredRetention !== base.folding.desiredRetention;
}

function showFold(facts: Mutable<LiveFacts>, { states, registers, base }: LiveFold): void {
  facts.states = viewOf(states);
  if (facts.registers === registers.settings) return;
  const settings = readSettings(registers.settings);
  const { desiredRetention } = facts.settings;
  Object.assign(facts, { registers: registers.settings, packs: registers.packs, settings });
  if (base.folding.desiredRetention !== desiredRetention) facts.scheduler = createScheduler(settings);
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
