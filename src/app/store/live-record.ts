import type { CardState } from '../../core/model/card-state.ts';
import type { CardId, LogId, Timestamp } from '../../core/model/id.ts';
import { followEntry, type LogClock, nextPlace, startLog } from '../../core/model/log.ts';
import type { EntryFields, LogEntry } from '../../core/model/log-entry.ts';
import { readSettings, type Settings, type SettingValue, settingDefaults } from '../../core/model/settings.ts';
import { foldRegisters } from '../../core/scheduler/fold-registers.ts';
import { createScheduler, type Scheduler } from '../../core/scheduler/fsrs.ts';
import { type Lineage, noLineage } from '../../core/scheduler/lineage.ts';
import { type LiveFold, startLiveFold } from '../../core/scheduler/live-fold.ts';

/** The log in memory and all that is folded from it, kept up to date entry by entry. */
export interface LiveRecord {
  readonly log: readonly LogEntry[];
  readonly logId: LogId;
  readonly states: ReadonlyMap<CardId, CardState>;
  readonly registers: ReadonlyMap<string, SettingValue>;
  readonly settings: Settings;
  readonly scheduler: Scheduler;
  /** The next entry of this tab's log; not yet taken into the fold. */
  stamp(fields: EntryFields, now: Timestamp, tz: number): LogEntry;
  /** Takes entries of this tab, another one or a backup into the fold. */
  take(entries: readonly LogEntry[], now: Timestamp): void;
  /** Folds by another lineage: packs were loaded, or edited. False when it is the one that was known. */
  follow(lineage: Lineage): boolean;
}

export function createLiveRecord(logId: LogId): LiveRecord {
  const log: LogEntry[] = [];
  let clock: LogClock = startLog(logId);
  let registers: ReadonlyMap<string, SettingValue> = new Map();
  let settings = settingDefaults;
  let scheduler = createScheduler(settings);
  let lineage = noLineage;
  let fold: LiveFold = startLiveFold([], scheduler);

  const readRegisters = (): boolean => {
    const before = settings.desiredRetention;
    registers = foldRegisters(log.filter(canSet)).settings;
    settings = readSettings(registers);
    return settings.desiredRetention !== before;
  };
  return {
    log,
    logId,
    get states() {
      return fold.states;
    },
    get registers() {
      return registers;
    },
    get settings() {
      return settings;
    },
    get scheduler() {
      return scheduler;
    },
    stamp(fields, now, tz) {
      const entry: LogEntry = { ...nextPlace(clock, now, tz), ...fields };
      clock = entry;
      return entry;
    },
    take(entries, now) {
      const isFirst = log.length === 0;
      for (const entry of entries) log.push(entry);
      for (const entry of entries) if (entry.log !== logId) clock = { ...followEntry(clock, entry, now), log: logId };
      const isReset = entries.some(canSet) && readRegisters();
      if (isReset) scheduler = createScheduler(settings);
      if (isReset || isFirst) fold = startLiveFold(log, scheduler, lineage);
      else fold.add(entries);
    },
    follow(next) {
      if (next === lineage) return false;
      lineage = next;
      fold = startLiveFold(log, scheduler, lineage);
      return true;
    },
  };
}

/** Whether an entry may change what the registers hold. */
function canSet({ t }: LogEntry): boolean {
  return t === 'setting' || t === 'undo' || t === 'clock-fix';
}
