import type { LogEntry } from '../model/log-entry.ts';
import type { SettingValue } from '../model/settings.ts';
import { activeEntries } from './active-entries.ts';

/** What belongs to the learner rather than to a card. */
export interface Registers {
  /** By key, to be read with `readSettings`. */
  readonly settings: ReadonlyMap<string, SettingValue>;
  /** Packs that were switched on (true) or off (false); others were never touched. */
  readonly packs: ReadonlyMap<string, boolean>;
}

/** The last entry in order wins, for each key and each pack; a taken-back entry does not count. */
export function foldRegisters(log: Iterable<LogEntry>): Registers {
  const settings = new Map<string, SettingValue>();
  const packs = new Map<string, boolean>();
  for (const entry of activeEntries(log)) {
    if (entry.v !== 1) continue;
    if (entry.t === 'setting' && typeof entry.key === 'string') settings.set(entry.key, entry.value);
    if (entry.t === 'pack-on' || entry.t === 'pack-off') packs.set(entry.pack, entry.t === 'pack-on');
  }
  return { settings, packs };
}
