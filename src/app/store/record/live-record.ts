import type { CardState } from '../../../core/model/card-state.ts';
import type { CardId, LogId, StudyDay, Timestamp } from '../../../core/model/id.ts';
import { tolerableSkewMs } from '../../../core/model/log/log.ts';
import type { EntryFields, LogEntry, LogPlace } from '../../../core/model/log/log-entry.ts';
import { readSettings, type Settings, type SettingValue, settingDefaults } from '../../../core/model/settings.ts';
import type { Prediction } from '../../../core/scheduler/exam-plan/recalibrate.ts';
import type { CutLog, Folding } from '../../../core/scheduler/fold/base/base.ts';
import { buildBase } from '../../../core/scheduler/fold/base/build-base.ts';
import { type Cut, noCut } from '../../../core/scheduler/fold/base/cut-log.ts';
import { isFoldedBy } from '../../../core/scheduler/fold/base/write-snapshot.ts';
import type { CardHistory } from '../../../core/scheduler/fold/card-history.ts';
import { foldRegisters } from '../../../core/scheduler/fold/fold-registers.ts';
import { type Lineage, noLineage } from '../../../core/scheduler/fold/lineage.ts';
import { type LiveFold, startLiveFold } from '../../../core/scheduler/fold/live-fold.ts';
import { applyClockFixes } from '../../../core/scheduler/fold/times/clock-fixes.ts';
import { addTimes, type LogTimes } from '../../../core/scheduler/fold/times/log-times.ts';
import type { Scheduler } from '../../../core/scheduler/memory/fsrs.ts';
import { memoryInUse, schedulerOf } from '../../../core/scheduler/memory/own-scheduler.ts';
import { type AnsweredDay, currentStudyDay, studyDayOf } from '../../../core/scheduler/study-day.ts';
import { createOwnLogs, type OwnLogs } from './own-logs.ts';
import { viewOf } from './view-of.ts';

/** What is folded from the log, as it is now: whoever holds a `LiveRecord` sees each change. */
interface LiveFacts {
  /** The latest entries, as they came. */
  readonly recent: readonly LogEntry[];
  /** How many entries there are in all. */
  readonly entries: number;
  /** Whether `recent` are all entries, and nothing needs to be read to tell what one changes. */
  readonly isWhole: boolean;
  /** The earliest time before `recent`, corrections applied; null where there is nothing. */
  readonly oldest: Timestamp | null;
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

/** `same`: nothing is another. `needs-whole`: what is shown is the last known; the log is to be read and `build` called. */
export type Change = 'same' | 'folded' | 'needs-whole';

/** The log and all that is folded from it, kept up to date entry by entry. */
export interface LiveRecord extends LiveFacts {
  /** What the latest entries say of a card. */
  historyOf(card: CardId): CardHistory;
  /** What the memory model expected of the latest answers, and what came of them. */
  predictions(): readonly Prediction[];
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
  /** Goes on from what a snapshot holds, with what was taken before. */
  start(cut: CutLog, now: Timestamp): Change;
  /** Takes entries of this tab, another one or a backup into the fold. */
  take(entries: readonly LogEntry[], now: Timestamp): Change;
  /** Folds by another lineage: packs were loaded, or edited. */
  follow(lineage: Lineage, now: Timestamp): Change;
  /** By what the log is to be folded, as far as that is known. */
  folding(): Folding;
  /** Folds all anew. `whole`, in any order and however often, has every entry that was taken. */
  build(whole: readonly LogEntry[], now: Timestamp, cut: Cut): void;
}

/** What changes in place. */
interface Live {
  readonly facts: Mutable<LiveFacts>;
  readonly own: OwnLogs;
  fold: LiveFold;
  /** Null until packs have said what theirs is. */
  lineage: Lineage | null;
}

/** From here on folding everything anew is quicker than entry by entry. */
const bulk = 500;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export function createLiveRecord(logId: LogId): LiveRecord {
  const live = nothingYet(logId);
  const { facts, own } = live;
  const dayAt = (now: Timestamp, tz: number) => currentStudyDay(now, tz, answerBefore(facts.times, now));
  const fill = (place: LogPlace, fields: EntryFields, now: Timestamp): LogEntry => {
    return { ...place, ...fields, ...(fields.t === 'answer' ? namedDay(place, dayAt(now, place.tz)) : {}) };
  };
  return Object.assign(facts, {
    historyOf: (card: CardId) => live.fold.historyOf(card),
    predictions: () => live.fold.predictions(),
    isOwn: own.has,
    dayAt,
    stamp: (fields: EntryFields, now: Timestamp, tz: number) => fill(own.next(now, tz), fields, now),
    stampPast: (fields: EntryFields, id: LogId, then: Timestamp, tz: number) =>
      fill(own.past(id, then, tz), fields, then),
    turnTo: own.turnTo,
    start: (cut: CutLog, now: Timestamp) => start(live, cut, now),
    take: (entries: readonly LogEntry[], now: Timestamp) => take(live, entries, now),
    follow: (lineage: Lineage, now: Timestamp) => follow(live, lineage, now),
    folding: () => foldingOf(live),
    build: (whole: readonly LogEntry[], now: Timestamp, cut: Cut) => build(live, whole, now, cut),
  });
}

function nothingYet(logId: LogId): Live {
  const fold = startLiveFold(buildBase([], foldingBy(settingDefaults, noLineage)));
  return { facts: factsOf(fold, 0 as Timestamp), own: createOwnLogs(logId), fold, lineage: null };
}

function factsOf(fold: LiveFold, now: Timestamp): LiveFacts {
  const { base, tail, registers } = fold;
  const settings = readSettings(registers.settings);
  return {
    ...viewsOf(fold),
    times: addTimes(base.times, applyClockFixes(tail, base.fixes), now),
    settings,
    scheduler: schedulerOf(settings),
  };
}

/** What of a fold needs no computing. */
function viewsOf({ base, tail, states, registers }: LiveFold): Omit<LiveFacts, 'times' | 'settings' | 'scheduler'> {
  return {
    recent: tail,
    entries: base.count + tail.length,
    isWhole: base.count === 0,
    oldest: base.oldest,
    states: viewOf(states),
    registers: registers.settings,
    packs: registers.packs,
  };
}

function goOn(live: Live, fold: LiveFold, now: Timestamp): void {
  live.fold = fold;
  Object.assign(live.facts, factsOf(fold, now));
}

function start(live: Live, cut: CutLog, now: Timestamp): Change {
  const before = live.facts.recent;
  goOn(live, startLiveFold(cut), now);
  const { end } = cut.base;
  live.own.follow(end === null ? cut.tail : [end, ...cut.tail], now);
  return take(live, before, now);
}

function take(live: Live, entries: readonly LogEntry[], now: Timestamp): Change {
  live.own.follow(entries, now);
  if (live.facts.isWhole && entries.length > bulk) {
    build(live, [...live.facts.recent, ...entries], now, noCut);
    return 'folded';
  }
  const { base } = live.fold;
  const isTold = live.fold.add(entries) !== 'needs-whole';
  if (live.fold.base === base) addFacts(live, entries, now);
  else goOn(live, live.fold, now);
  return isTold ? refit(live, now) : 'needs-whole';
}

function addFacts({ facts, fold }: Live, entries: readonly LogEntry[], now: Timestamp): void {
  const { registers } = facts;
  const times = addTimes(facts.times, applyClockFixes(entries, fold.base.fixes), now);
  Object.assign(facts, viewsOf(fold), { times });
  if (facts.registers === registers) return;
  facts.settings = readSettings(facts.registers);
  facts.scheduler = schedulerOf(facts.settings);
}

function follow(live: Live, lineage: Lineage, now: Timestamp): Change {
  if (lineage === live.lineage) return 'same';
  live.lineage = lineage;
  if (!isFitting(live)) return refit(live, now);
  // The same under another name: it is not compared at every entry.
  live.lineage = live.fold.base.folding.lineage;
  return 'same';
}

/** Folds as the learner's settings and the packs want it, where that is not so yet and all entries are at hand. */
function refit(live: Live, now: Timestamp): Change {
  if (isFitting(live)) return 'folded';
  if (!live.facts.isWhole) return 'needs-whole';
  build(live, live.facts.recent, now, noCut);
  return 'folded';
}

function isFitting(live: Live): boolean {
  return isFoldedBy(live.fold.base, foldingOf(live));
}

function foldingOf({ fold, facts, lineage }: Live): Folding {
  return foldingBy(facts.settings, lineage ?? fold.base.folding.lineage);
}

function foldingBy(settings: Settings, lineage: Lineage): Folding {
  const { desiredRetention } = settings;
  // FSRS-6's own are not named: what was folded before there were others is folded by them.
  const parameters = memoryInUse(settings) === '' ? undefined : schedulerOf(settings).parameters;
  return { desiredRetention, parameters, lineage };
}

function build(live: Live, whole: readonly LogEntry[], now: Timestamp, cut: Cut): void {
  const settings = readSettings(foldRegisters(whole.filter(canSet)).settings);
  const lineage = live.lineage ?? live.fold.base.folding.lineage;
  goOn(live, startLiveFold(buildBase(whole, foldingBy(settings, lineage), cut)), now);
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
