import type { EntryId, LogId } from '../../model/id.ts';
import { entryIdOf } from '../../model/log/log.ts';
import type { LogEntry } from '../../model/log/log-entry.ts';
import { isUndo, type Undo } from './entry-kinds.ts';

/** Entries of its own log in which the target of an undo is looked for before all are hashed. */
export const searchedBack = 50;

/**
 * The entries that an active undo points at. An undo of an undo brings the first entry back. References
 * are hashes, so they cannot form a circle, and no order of arrival matters.
 */
export function undoneEntries(entries: readonly LogEntry[]): ReadonlySet<LogEntry> {
  return settleUndos(undoTargets(entries));
}

/** What each undo points at, where it is among the entries; undone undos included. `undos`: all that the entries hold. */
export function undoTargets(
  entries: readonly LogEntry[],
  undos: readonly Undo[] = entries.filter(isUndo),
): ReadonlyMap<Undo, LogEntry> {
  return undos.length === 0 ? new Map() : findTargets(undos, entries);
}

/** An undo counts when no undo that counts points at it; so the last of a chain is settled first. */
export function settleUndos(targets: ReadonlyMap<Undo, LogEntry>): ReadonlySet<LogEntry> {
  const waitingFor = new Map<LogEntry, number>();
  for (const target of targets.values()) waitingFor.set(target, (waitingFor.get(target) ?? 0) + 1);
  const undone = new Set<LogEntry>();
  const settled = [...targets.keys()].filter((undo) => !waitingFor.has(undo));
  for (const undo of settled) {
    const target = targets.get(undo);
    if (target === undefined) continue;
    if (!undone.has(undo)) undone.add(target);
    const left = (waitingFor.get(target) ?? 0) - 1;
    waitingFor.set(target, left);
    if (left === 0 && isUndo(target)) settled.push(target);
  }
  return undone;
}

/**
 * Hashing a whole history to find a handful of entries would be most of the fold's time, and an undo is
 * nearly always of the session's latest answers: so its own log is searched backwards a little first.
 */
function findTargets(undos: readonly Undo[], entries: readonly LogEntry[]): Map<Undo, LogEntry> {
  const idOf = rememberIds();
  const logs = logsOf(new Set(undos.map((undo) => undo.log)), entries);
  const targets = new Map<Undo, LogEntry>();
  for (const undo of undos) {
    const target = entriesBefore(undo, logs.get(undo.log) ?? []).findLast((entry) => idOf(entry) === undo.ref);
    if (target) targets.set(undo, target);
  }
  const strays = undos.filter((undo) => !targets.has(undo));
  if (strays.length === 0) return targets;
  const byId = new Map(entries.map((entry) => [idOf(entry), entry]));
  for (const undo of strays) {
    const target = byId.get(undo.ref);
    if (target) targets.set(undo, target);
  }
  return targets;
}

/** `log` is in order of `n`. */
function entriesBefore({ n }: Undo, log: readonly LogEntry[]): readonly LogEntry[] {
  let low = 0;
  for (let high = log.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((log[middle]?.n ?? n) < n) low = middle + 1;
    else high = middle;
  }
  return log.slice(Math.max(0, low - searchedBack), low);
}

/** Hashes each entry once. */
export function rememberIds(): (entry: LogEntry) => EntryId {
  const ids = new Map<LogEntry, EntryId>();
  return (entry) => {
    const known = ids.get(entry);
    if (known !== undefined) return known;
    const id = entryIdOf(entry);
    ids.set(entry, id);
    return id;
  };
}

function logsOf(wanted: ReadonlySet<LogId>, entries: readonly LogEntry[]): Map<LogId, LogEntry[]> {
  const logs = new Map<LogId, LogEntry[]>([...wanted].map((log) => [log, []]));
  for (const entry of entries) logs.get(entry.log)?.push(entry);
  for (const log of logs.values()) log.sort((a, b) => a.n - b.n);
  return logs;
}
