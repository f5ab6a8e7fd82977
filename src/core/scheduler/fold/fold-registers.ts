import type { LogEntry } from '../../model/log/log-entry.ts';
import type { SettingValue } from '../../model/settings.ts';
import { activeEntries } from './active-entries.ts';
import { type EntryOf, isLearnerEntry, type LearnerEntry } from './entry-kinds.ts';

/** What belongs to the learner rather than to a card. */
export interface Registers {
  /** By key, to be read with `readSettings`. */
  readonly settings: ReadonlyMap<string, SettingValue>;
  /** Packs that were switched on (true) or off (false); others were never touched. */
  readonly packs: ReadonlyMap<string, boolean>;
}

interface RegisterDraft {
  readonly settings: Map<string, SettingValue>;
  readonly packs: Map<string, boolean>;
}

type RegisterReducers = {
  readonly [T in LearnerEntry['t']]: (draft: RegisterDraft, entry: EntryOf<T>) => void;
};

const registerReducers: RegisterReducers = {
  setting: ({ settings }, { key, value }) => void settings.set(key, value),
  'pack-on': ({ packs }, { pack }) => void packs.set(pack, true),
  'pack-off': ({ packs }, { pack }) => void packs.set(pack, false),
};

/** The last entry in order wins, for each key and each pack; a taken-back entry does not count. */
export function foldRegisters(log: Iterable<LogEntry>): Registers {
  return addToRegisters({ settings: new Map(), packs: new Map() }, activeEntries(log));
}

/** The registers after more entries that count, in the order of the fold. */
export function addToRegisters({ settings, packs }: Registers, entries: readonly LogEntry[]): Registers {
  const draft: RegisterDraft = { settings: new Map(settings), packs: new Map(packs) };
  for (const entry of entries) if (isLearnerEntry(entry)) reduce(entry.t, draft, entry);
  return draft;
}

function reduce<T extends LearnerEntry['t']>(t: T, draft: RegisterDraft, entry: EntryOf<T>): void {
  registerReducers[t](draft, entry);
}
